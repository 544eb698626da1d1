using Bot.Domain.Organisation;

namespace Bot.Domain.Rollups;

/// <summary>A booking that a rollup's figures are made of, with its unit.</summary>
public sealed record RollupSource(Unit Unit, BookedFigure Figure);
