namespace Bot.Domain.Reading;

/// <summary>What is known around a message when it is read.</summary>
public sealed record ReadingContext
{
    /// <summary>When it was said, as local time of the office's zone: relative words resolve against it.</summary>
    public required DateTime SaidAt { get; init; }

    /// <summary>The sender's unit, known from the liaison's registration; null: not known.</summary>
    public string? Unit { get; init; }

    /// <summary>Names and aliases of the office's units, for round-ups and 接龙.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The units the sender reports for, where they are several: 两个社区 are these, and none of them is the sender's own.</summary>
    public IReadOnlyList<string> ReportsFor { get; init; } = [];

    /// <summary>How many photos and videos came with it.</summary>
    public int Photos { get; init; }
}
