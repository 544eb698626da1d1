using Bot.Domain.Organisation;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>Whom a person says a hand-in is asked of: 各社区、村, 白塔社区, 所有单位.</summary>
public static class SaidAddressees
{
    private const int Longest = 20;

    private const string Joins = "和及与";

    private static readonly string[] Everybody = ["单位", "部门", "所有", "全部", "全体", "全部单位", "不限", "都要", "都", "大家"];

    /// <summary>Types and names of units; empty: everybody; null: the words name nobody.</summary>
    /// <param name="words">As said.</param>
    /// <param name="units">The office's units: what is called so is never taken apart.</param>
    public static IReadOnlyList<string>? Of(string words, IReadOnlyList<Unit> units)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(units);
        if (Everybody.Contains(words.Trim()) || Everybody.Contains(UnitWords.Bare(words))) return [];
        var said = words.Split('、', '，', ',', '；', ';', ' ').SelectMany(part => Parts(part.Trim(), units)).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return said.Count > 0 && said.TrueForAll(part => part.Length <= Longest) ? said : null;
    }

    /// <summary>Those that are no type and no name of a unit.</summary>
    public static IReadOnlyList<string> Unknown(IReadOnlyList<string> addressees, IReadOnlyList<Unit> units)
    {
        ArgumentNullException.ThrowIfNull(addressees);
        ArgumentNullException.ThrowIfNull(units);
        return [.. addressees.Where(who => !IsKnown(who, units))];
    }

    // 和平社区 is one unit, 社区和村 are two kinds: what is known is taken whole, and nothing begins with a word that joins.
    private static List<string> Parts(string part, IReadOnlyList<Unit> units)
    {
        var (found, from) = (new List<string>(), 0);
        for (var at = 1; at <= part.Length; at++)
        {
            if (at < part.Length && (!Joins.Contains(part[at], StringComparison.Ordinal) || IsWithin(part, from, at, units))) continue;
            var piece = part[from..at].TrimEnd('以');
            found.Add(Named(piece, units) ?? Named(UnitWords.Bare(piece), units) ?? UnitWords.Bare(piece));
            from = ++at;
        }

        return found;
    }

    private static bool IsWithin(string part, int from, int at, IReadOnlyList<Unit> units) =>
        units.Any(unit => unit.Aliases.Append(unit.Name).Append(unit.Type).Any(name => name.Length > at - from && part.AsSpan(from).StartsWith(name)));

    // A unit is owed by its own name, whatever people call it.
    private static string? Named(string words, IReadOnlyList<Unit> units) =>
        units.FirstOrDefault(unit => unit.Name == words)?.Name
        ?? units.FirstOrDefault(unit => unit.Type == words)?.Type
        ?? units.FirstOrDefault(unit => unit.Aliases.Contains(words))?.Name;

    private static bool IsKnown(string who, IReadOnlyList<Unit> units) => units.Any(unit => unit.Name == who || unit.Type == who);
}
