namespace Bot.Adapters.Imports;

/// <summary>What a person says about a chat log that the log itself does not.</summary>
internal sealed record LogClues
{
    /// <summary>The zone of times written without one.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The day it was copied on: 昨天, 星期四 and days without a year are counted from it. Null: not said.</summary>
    public DateOnly? CopiedOn { get; init; }

    /// <summary>Whether 06/07/2024 has the month first; null: not said.</summary>
    public bool? MonthFirst { get; init; }
}
