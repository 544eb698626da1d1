using System.Runtime.CompilerServices;

namespace Bot.Domain.Reading;

/// <summary>The names of an office's units by their first character, folded, the longest first.</summary>
internal sealed class KnownUnits
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, KnownUnits> Made = [];

    private readonly Dictionary<char, List<(string Folded, string Name)>> byFirst = [];

    private KnownUnits(IEnumerable<(string Folded, string Name)> names)
    {
        // In a stable order: of names that fold to the same the first counts.
        foreach (var name in names.Where(n => n.Folded.Length > 1).OrderByDescending(n => n.Folded.Length))
        {
            if (!byFirst.TryGetValue(name.Folded[0], out var list))
                byFirst.Add(name.Folded[0], list = []);
            list.Add(name);
        }
    }

    /// <summary>Whether there is any.</summary>
    public bool Any => byFirst.Count > 0;

    /// <summary>Of the office's names, made once per list; with the names somebody reports for, whole and in short.</summary>
    public static KnownUnits Of(ReadingContext context, Func<string, string?> shortened) => context.ReportsFor.Count == 0
        ? Made.GetValue(context.Units, static units => new KnownUnits(units.Select(Folded)))
        : new KnownUnits([.. context.Units.Concat(context.ReportsFor).Select(Folded), .. context.ReportsFor.Count > 1 ? Short(context.ReportsFor, shortened) : []]);

    /// <summary>The names that begin with a character.</summary>
    public IReadOnlyList<(string Folded, string Name)> StartingWith(char first) => byFirst.GetValueOrDefault(first) ?? [];

    private static (string Folded, string Name) Folded(string name) => (SourceText.Fold(name).Text.ToString(), name);

    private static IEnumerable<(string Folded, string Name)> Short(IReadOnlyList<string> names, Func<string, string?> shortened)
    {
        foreach (var name in names)
        {
            if (shortened(SourceText.Fold(name).Text.ToString()) is { } folded)
                yield return (folded, name);
        }
    }
}
