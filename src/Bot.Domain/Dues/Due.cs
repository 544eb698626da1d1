using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>One obligation × one unit × one occurrence (应报). It exists in advance, so that missing is a state.</summary>
public sealed record Due
{
    /// <summary>Its id.</summary>
    public required DueId Id { get; init; }

    /// <summary>The occurrence it belongs to.</summary>
    public required OccurrenceKey Of { get; init; }

    /// <summary>The obligation's kind.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>Who owes it.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The first day of its window.</summary>
    public required DateOnly WindowFrom { get; init; }

    /// <summary>The last day that counts.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The last instant that counts (UTC).</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>How it stands.</summary>
    public DueState State { get; init; }

    /// <summary>The submission that met it; null: none did, or a confirmed Return.</summary>
    public SubmissionId? MetBy { get; init; }

    /// <summary>When that was said (UTC).</summary>
    public DateTimeOffset? MetAt { get; init; }

    /// <summary>Why it is excused.</summary>
    public string? ExcusedBecause { get; init; }

    /// <summary>Who excused it; null: it follows from the plan or the unit.</summary>
    public PersonId? ExcusedBy { get; init; }

    /// <summary>When it was excused (UTC).</summary>
    public DateTimeOffset? ExcusedAt { get; init; }

    /// <summary>Whether something said at an instant is in time.</summary>
    public bool IsInTime(DateTimeOffset saidAt) => saidAt <= ClosesAt;
}
