using Bot.Domain.Campaigns;

namespace Bot.Domain.Rollups;

/// <summary>One week of a rollup: what was added in it; of stock figures and yes/no boxes, how they stood at its end.</summary>
public sealed record RollupWeek(DaySpan Days, IReadOnlyList<RollupCell> Cells);
