using Bot.Domain.Checking;
using Bot.Domain.Dues;

namespace Bot.Domain.Ledger;

/// <summary>What to write, and what to tell: the pure result of deciding a submission against the ledger.</summary>
public sealed record LedgerDecision
{
    /// <summary>Nothing to write.</summary>
    public static LedgerDecision None { get; } = new();

    /// <summary>Activities to add (their figures are in <see cref="Bookings"/>).</summary>
    public IReadOnlyList<ActivityRecord> Activities { get; init; } = [];

    /// <summary>Bookings to add.</summary>
    public IReadOnlyList<Booking> Bookings { get; init; } = [];

    /// <summary>Activities that are taken back as a whole.</summary>
    public IReadOnlyList<ActivityId> TakenBack { get; init; } = [];

    /// <summary>What is doubtful or open.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>What was decided, in the order of the text.</summary>
    public IReadOnlyList<LedgerOutcome> Outcomes { get; init; } = [];

    /// <summary>Dues to change, or to add where they are not known yet (per activity).</summary>
    public IReadOnlyList<DueChange> DueChanges { get; init; } = [];

    /// <summary>What it meant for the dues.</summary>
    public IReadOnlyList<DueOutcome> Dues { get; init; } = [];
}
