using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>One number in one slot, as one part of an activity says it.</summary>
public sealed record Component
{
    /// <summary>The blank it belongs in.</summary>
    public required SlotId Slot { get; init; }

    /// <summary>The stated number.</summary>
    public required decimal Value { get; init; }

    /// <summary>How the number stands to the true one.</summary>
    public Bound Bound { get; init; }

    /// <summary>Whether no number was written and the activity counts once.</summary>
    public bool Implied { get; init; }

    /// <summary>Where it stands in the message; implied: the activity's words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The name of the rule that placed it.</summary>
    public required string Rule { get; init; }

    /// <summary>In a correction, the value it replaces, where the message names it (原报1,145).</summary>
    public decimal? Replaces { get; init; }
}
