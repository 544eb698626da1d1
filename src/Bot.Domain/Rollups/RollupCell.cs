using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Rollups;

/// <summary>The figure of one blank.</summary>
public sealed record RollupCell
{
    /// <summary>The blank.</summary>
    public required SlotId Slot { get; init; }

    /// <summary>The figure; of a yes/no box, how many units said yes. Null: nobody said anything, the blank stays empty.</summary>
    public decimal? Value { get; init; }

    /// <summary>How the figure stands to the true one.</summary>
    public Bound Bound { get; init; }

    /// <summary>How much of it comes from activities named without a number.</summary>
    public decimal ImpliedPart { get; init; }

    /// <summary>How much of it is the difference to a stated total (补差), for which there is no evidence.</summary>
    public decimal CumulativePart { get; init; }

    /// <summary>How much of it waits to be checked (待核).</summary>
    public decimal PendingPart { get; init; }

    /// <summary>How many units said anything.</summary>
    public int UnitCount { get; init; }

    /// <summary>A blank nobody said anything about.</summary>
    public static RollupCell Empty(SlotId slot) => new() { Slot = slot };
}
