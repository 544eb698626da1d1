using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>Reads messages of one campaign with and without further words and tells what that changes.</summary>
public sealed class WordTrial
{
    private readonly OwnWords[] words;
    private readonly IReportReader[] readers;

    /// <summary>A trial for a campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="without">The words in force.</param>
    /// <param name="with">Those and the new ones.</param>
    public WordTrial(Campaign campaign, OwnWords without, OwnWords with)
    {
        words = [without, with];
        readers = [ReportReader.Compile(campaign, without), ReportReader.Compile(campaign, with)];
    }

    /// <summary>The change; null: the message is read as before.</summary>
    public WordChange? Of(string text, ReadingContext context)
    {
        var (before, after) = (readers[0].Read(text, context), readers[1].Read(text, context));
        var figures = Figures(before.Metrics(), after.Metrics());
        if (figures.Count == 0 && before.Kind == after.Kind && before.Nil == after.Nil && before.Basis == after.Basis
            && Same(before.Days, after.Days) && Same(Blanks(before), Blanks(after)) && Same(Extras(before), Extras(after)))
            return null;
        return new WordChange(Concerned(text), figures, before, after);
    }

    private static List<MetricChange> Figures(IReadOnlyList<Metric> before, IReadOnlyList<Metric> after) =>
    [
        .. before.Concat(after).Select(metric => (metric.Slot, metric.Unit)).Distinct()
            .Select(key => new MetricChange(
                key.Slot, key.Unit,
                before.FirstOrDefault(metric => (metric.Slot, metric.Unit) == key), after.FirstOrDefault(metric => (metric.Slot, metric.Unit) == key)))
            .Where(change => change is not { Before: { } a, After: { } b } || a.Value != b.Value || a.Bound != b.Bound || a.Implied != b.Implied),
    ];

    private List<string> Concerned(string text)
    {
        var source = SourceText.Fold(text);
        var (before, after) = (Hits(words[0], source), Hits(words[1], source));
        return [.. before.Except(after).Concat(after.Except(before)).OrderBy(hit => hit.From).Select(hit => source.Words(hit.From, hit.To)).Distinct(StringComparer.Ordinal)];
    }

    private static HashSet<(int From, int To, string Name)> Hits(OwnWords words, SourceText source) =>
        [.. words.Scan.Find(source.Text).Select(hit => (hit.From, hit.To, hit.Concept.Name))];

    private static IEnumerable<(SlotId, string?)> Blanks(ReportReading reading) => reading.Asks.Select(ask => (ask.Slot, ask.Unit));

    private static IEnumerable<(string, decimal, string)> Extras(ReportReading reading) => reading.Extras.Select(extra => (extra.Label, extra.Value, extra.Measure));

    private static bool Same<T>(IEnumerable<T> before, IEnumerable<T> after) => before.SequenceEqual(after);
}
