using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>Something doubtful or open about a submission: 待核 where it is booked, a question where it is not.</summary>
public sealed record Remark
{
    /// <summary>Its id (a UUID of version 7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The submission.</summary>
    public required SubmissionId Submission { get; init; }

    /// <summary>The unit.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>What was found.</summary>
    public required CheckCode Code { get; init; }

    /// <summary>The activity it is about; null: none was booked.</summary>
    public ActivityId? Activity { get; init; }

    /// <summary>The slot it is about, if one.</summary>
    public SlotId? Slot { get; init; }

    /// <summary>The figure it is about, if one; not booked where <see cref="Blocks"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>The bound of that figure.</summary>
    public Bound Bound { get; init; }

    /// <summary>Where in the message.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>Whether the figure waits for an answer (true), or is booked and marked 待核 (false).</summary>
    public required bool Blocks { get; init; }
}
