using Bot.Domain.Organisation;

namespace Bot.Domain.Rollups;

/// <summary>How many of how many units a rollup stands on; those missing are never silent zeros.</summary>
/// <param name="Reported">How many units reported.</param>
/// <param name="Expected">How many were to.</param>
/// <param name="Missing">Those that did not, in official order.</param>
public sealed record Coverage(int Reported, int Expected, IReadOnlyList<Unit> Missing)
{
    /// <summary>Whether every unit reported.</summary>
    public bool Complete => Reported == Expected;

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Reported}/{Expected}");
}
