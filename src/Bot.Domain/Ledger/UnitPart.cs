using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>What a reading says about one unit.</summary>
public sealed record UnitPart
{
    /// <summary>The unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Whether the sender does not report for this unit: it is a transcription (转录) that waits for the unit's 对/不对.</summary>
    public bool Transcribed { get; init; }

    /// <summary>The activities told of it.</summary>
    public required IReadOnlyList<ReportedActivity> Activities { get; init; }

    /// <summary>Whether it is told of this unit that there was nothing (零报告), while others may have figures.</summary>
    public bool Nil { get; init; }

    /// <summary>What is open for it.</summary>
    public IReadOnlyList<Ask> Asks { get; init; } = [];
}
