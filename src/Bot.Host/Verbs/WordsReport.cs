using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Domain.Reading;

namespace Bot.Host.Verbs;

/// <summary>Writes what words change, message by message, and a line that sums it up.</summary>
internal sealed class WordsReport(TextWriter output, bool json)
{
    // Chinese is written as it is.
    private static readonly WordsContext Wire = new(new JsonSerializerOptions(WordsContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private int read;
    private int judged;
    private int changed;
    private int better;
    private int worse;

    /// <summary>Takes a message; writes it where something changes.</summary>
    public async Task TellAsync(TrialMessage message, WordChange? change, CancellationToken cancel)
    {
        read++;
        judged += message.Gold is null ? 0 : 1;
        if (change is null) return;
        var verdict = Verdict(message.Gold, change);
        changed++;
        better += verdict == "better" ? 1 : 0;
        worse += verdict == "worse" ? 1 : 0;
        await WriteAsync(json ? JsonSerializer.Serialize(Line(message, change, verdict), Wire.WordsLine) : Words(message, change, verdict), cancel);
    }

    /// <summary>Writes the sum.</summary>
    public async Task CloseAsync(CancellationToken cancel)
    {
        await WriteAsync(
            json ? JsonSerializer.Serialize(new WordsSum(changed, better, worse, read, judged), Wire.WordsSum)
                : FormattableString.Invariant($"{changed} messages changed, {better} better, {worse} worse ({read} read, {judged} of them with gold)"),
            cancel);
        await output.FlushAsync(cancel);
    }

    private static string? Verdict(GoldReading? gold, WordChange change) => gold is null ? null : gold.Faults(change.After).CompareTo(gold.Faults(change.Before)) switch
    {
        < 0 => "better",
        > 0 => "worse",
        _ => "neither better nor worse",
    };

    private static string Words(TrialMessage message, WordChange change, string? verdict)
    {
        var text = new StringBuilder(message.Id);
        if (verdict is not null) text.Append("  ").Append(verdict);
        if (change.Words.Count > 0) text.Append("\n  words: ").AppendJoin(' ', change.Words);
        if (change.Before.Kind != change.After.Kind) text.Append(CultureInfo.InvariantCulture, $"\n  kind: {ReadingLine.Lower(change.Before.Kind)} → {ReadingLine.Lower(change.After.Kind)}");
        foreach (var figure in change.Figures)
        {
            var phrase = message.Campaign.Slots.First(slot => slot.Id == figure.Slot).Phrase;
            var unit = figure.Unit is null ? "" : $" [{figure.Unit}]";
            text.Append(CultureInfo.InvariantCulture, $"\n  {figure.Slot.Value}{unit}: {Figure(figure.Before)} → {Figure(figure.After)}  ({phrase})");
        }

        foreach (var (name, before, after) in new[] { ("asked", Asked(change.Before), Asked(change.After)), ("no blank for", Extras(change.Before), Extras(change.After)), ("days", Days(change.Before), Days(change.After)), ("basis", Basis(change.Before), Basis(change.After)) })
        {
            if (before != after) text.Append(CultureInfo.InvariantCulture, $"\n  {name}: {Or(before)} → {Or(after)}");
        }

        return text.ToString();
    }

    private static WordsLine Line(TrialMessage message, WordChange change, string? verdict) => new()
    {
        Id = message.Id, Verdict = verdict, Words = change.Words,
        Figures = [.. change.Figures.Select(f => new FigureLine(f.Slot.Value, f.Unit, f.Before?.Value, f.After?.Value))],
        Before = ReadingLine.Of(null, change.Before), After = ReadingLine.Of(null, change.After),
    };

    private static string Figure(Metric? metric) => metric is null ? "–" : metric switch
    {
        { Implied: true } => FormattableString.Invariant($"{metric.Value} (implied)"),
        { Bound: Bound.Exact } => metric.Value.ToString(CultureInfo.InvariantCulture),
        _ => FormattableString.Invariant($"{metric.Value} ({ReadingLine.Lower(metric.Bound)})"),
    };

    private static string Asked(ReportReading reading) => string.Join(' ', reading.Asks.Select(ask => ask.Slot.Value).Distinct(StringComparer.Ordinal));

    private static string Extras(ReportReading reading) => string.Join(' ', reading.Extras.Select(extra => FormattableString.Invariant($"{extra.Label}{extra.Value}{extra.Measure}")));

    private static string Days(ReportReading reading) => string.Join(' ', reading.Days);

    private static string Basis(ReportReading reading) => reading.Nil ? "nothing to report" : ReadingLine.Lower(reading.Basis);

    private static string Or(string words) => words.Length == 0 ? "–" : words;

    private async Task WriteAsync(string line, CancellationToken cancel)
    {
        await output.WriteAsync(line.AsMemory(), cancel);
        await output.WriteAsync('\n');
    }
}

/// <summary>A changed message as JSON.</summary>
internal sealed record WordsLine
{
    public required string Id { get; init; }

    public string? Verdict { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    public required IReadOnlyList<FigureLine> Figures { get; init; }

    public required ReadingLine Before { get; init; }

    public required ReadingLine After { get; init; }
}

/// <summary>A figure before and after; left out: none.</summary>
internal sealed record FigureLine(string Slot, string? Unit, decimal? Before, decimal? After);

/// <summary>The last line.</summary>
internal sealed record WordsSum(int Changed, int Better, int Worse, int Read, int WithGold);

/// <summary>The wire of <c>words try --json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WordsLine))]
[JsonSerializable(typeof(WordsSum))]
internal sealed partial class WordsContext : JsonSerializerContext;
