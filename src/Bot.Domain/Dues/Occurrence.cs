namespace Bot.Domain.Dues;

/// <summary>One time an obligation falls due, the same for all its units. Days are in the office's zone.</summary>
public sealed record Occurrence
{
    /// <summary>The plan's own deadline day: the occurrence's lasting name.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The first day of its window: the day after the previous deadline, or the first day of the obligation.</summary>
    public required DateOnly WindowFrom { get; init; }

    /// <summary>The last day that counts: the plan's, the office's earlier one, or the one it was moved to.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The last instant that counts (UTC): 24:00 of the deadline, or the plan's hour on it.</summary>
    public required DateTimeOffset ClosesAt { get; init; }
}
