using Bot.Domain.Organisation;

namespace Bot.Domain.Rollups;

/// <summary>A unit's own part of a rollup.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Reported">Whether it reported; if not, its empty cells mean "not known", never zero.</param>
/// <param name="Cells">A cell for every slot of the form; of a yes/no box 1 or 0.</param>
public sealed record RollupUnit(Unit Unit, bool Reported, IReadOnlyList<RollupCell> Cells);
