using Bot.Domain.Organisation;

namespace Bot.Adapters.Console;

/// <summary>Reads a pasted list of units: one a line, 名称[,类型][,别名…].</summary>
internal static class UnitImport
{
    /// <summary>The most lines of one list.</summary>
    public const int MostLines = 2000;

    private const int MostFaults = 20;
    private static readonly char[] Separators = [',', '，', '\t', ';', '；', '|'];

    /// <summary>The units to add, or what is wrong, line by line. Units that are there already are left as they are.</summary>
    public static UnitImportOutcome Read(string text, IReadOnlyList<Unit> known)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var taken = known.SelectMany(u => u.Aliases.Prepend(u.Name)).ToHashSet(StringComparer.Ordinal);
        var official = known.Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        var (units, faults, present) = (new List<UnitEntry>(), new List<string>(), 0);
        if (lines.Length > MostLines) return new([], [$"一次最多导入{MostLines}行，现有{lines.Length}行，请分几次。"], 0);
        for (var i = 0; i < lines.Length && faults.Count < MostFaults; i++)
        {
            if (Entry(lines[i]) is not { } entry) continue;
            if (official.Contains(entry.Name))
                present++;
            else if (Fault(entry, taken) is { } fault)
                faults.Add($"第{i + 1}行：{fault}");
            else
                units.Add(entry);
        }

        if (faults.Count == 0 && units.Count == 0 && present == 0) faults.Add("没有读到单位，请每行写一个单位名称。");
        return new(faults.Count == 0 ? units : [], faults, present);
    }

    private static UnitEntry? Entry(string line)
    {
        var parts = line.Split(Separators).Select(Names.Clean).ToList();
        if (parts.All(p => p.Length == 0)) return null;
        return new UnitEntry
        {
            Name = parts[0], Type = parts.ElementAtOrDefault(1) ?? "",
            Aliases = [.. parts.Skip(2).SelectMany(p => Names.Several(p)).Where(a => a != parts[0]).Distinct(StringComparer.Ordinal)],
        };
    }

    private static string? Fault(UnitEntry entry, HashSet<string> taken)
    {
        if (Names.Fault(entry.Name, "单位名称") is { } name) return name;
        if (entry.Type.Length > 0 && Names.Fault(entry.Type, "类型") is { } type) return type;
        foreach (var called in entry.Aliases.Prepend(entry.Name))
        {
            if (Names.Fault(called, "别名") is { } alias) return alias;
            if (!taken.Add(called)) return $"“{called}”已经用过（名称或别名），会分不清。";
        }

        return null;
    }
}

/// <summary>What came of a pasted list.</summary>
/// <param name="Units">The units that were added.</param>
/// <param name="Faults">What is wrong; nothing was added then.</param>
/// <param name="Present">How many were there already.</param>
internal sealed record UnitImportOutcome(IReadOnlyList<UnitEntry> Units, IReadOnlyList<string> Faults, int Present);
