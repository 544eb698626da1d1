namespace Bot.Domain.Reading;

/// <summary>
/// Words an office uses besides those the program comes with: lines <c>演练 = 消防拉动 跑警报</c> as in Data/README.md, for
/// activities and things the program knows. A new one stands under a line <c>[活动]</c> or <c>[物品]</c>, or names its wider one.
/// </summary>
public sealed class OwnWords
{
    private readonly IReadOnlyList<OwnEntry> entries;
    private readonly Lazy<ConceptScan> scan;

    private OwnWords(IReadOnlyList<OwnEntry> entries)
    {
        this.entries = entries;
        scan = new Lazy<ConceptScan>(() => entries.Count == 0 ? ConceptScan.Shared : ConceptScan.Of(Concepts.With(entries)));
    }

    /// <summary>None besides the program's.</summary>
    public static OwnWords None { get; } = new([]);

    /// <summary>How many lines with words.</summary>
    public int Count => entries.Count;

    /// <summary>The scan over the program's concepts with these words.</summary>
    internal ConceptScan Scan => scan.Value;

    /// <summary>Reads and checks the text of a words file.</summary>
    public static OwnWordsText Read(string text) => None.And(text);

    /// <summary>These words and further lines.</summary>
    public OwnWordsText And(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new OwnWordLines(Concepts.With(entries));
        var more = lines.Read(text);
        return lines.Faults.Count == 0 ? new OwnWordsText.Taken(new OwnWords([.. entries, .. more])) : new OwnWordsText.Refused(lines.Faults);
    }

    /// <summary>Every activity and thing that is known with all its words, in the syntax of the file.</summary>
    public IEnumerable<string> Lines()
    {
        var concepts = Concepts.With(entries);
        foreach (var (name, words) in concepts.Classes)
            yield return name + " = " + string.Join(' ', words);
        foreach (var isThing in new[] { false, true })
        {
            yield return isThing ? OwnWordLines.Things : OwnWordLines.Activities;
            foreach (var concept in concepts.All.Where(concept => concept.IsThing == isThing))
                yield return Line(concept);
        }
    }

    private static string Line(Concept concept)
    {
        var sign = concept switch { { OnlyCounted: true } => "*", { Replaces: true } => "!", { Generic: true } => "~", { Conditional: true } => "?", _ => "" };
        return concept.Name + sign + (concept.Wider is { } wider ? " < " + wider.Name : "") + " = " + string.Join(' ', concept.Written);
    }
}
