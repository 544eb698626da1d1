using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Host.Verbs;

/// <summary>
/// The messages <c>words try</c> reads: files of JSON lines, an office's kept messages, or else the two corpora with gold that
/// come with the program.
/// </summary>
internal static class TrialMessages
{
    private const string Corpora = "corpus/";

    /// <summary>The messages and what could not be read; null: nothing can be done.</summary>
    public static async Task<(IReadOnlyList<TrialMessage>? Messages, IReadOnlyList<string> Wrong)> ReadAsync(WordsArguments asked, CancellationToken cancel)
    {
        if (asked.Database is { } database) return await KeptAsync(database, cancel);
        var (read, wrong) = (new List<TrialMessage>(), new List<string>());
        var campaigns = new Dictionary<string, Campaign?>(StringComparer.Ordinal);
        if (asked.Campaign is { } all && Find(all, campaigns, wrong) is null) return (null, wrong);
        foreach (var (name, open) in asked.Corpora.Count > 0 ? asked.Corpora.Select(Named) : Shipped())
        {
            try
            {
                using var lines = open();
                for (var number = 1; await lines.ReadLineAsync(cancel) is { } line; number++)
                {
                    if (string.IsNullOrWhiteSpace(line)) continue;
                    if (Message(line, asked.Campaign, campaigns, wrong, FormattableString.Invariant($"{name}:{number}")) is { } message) read.Add(message);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return (null, [$"{name}: it cannot be opened. Give a file of JSON lines this account may read."]);
            }
        }

        return (read, wrong);
    }

    private static (string Name, Func<TextReader> Open) Named(string path) => (path, () => new StreamReader(path));

    private static IEnumerable<(string Name, Func<TextReader> Open)> Shipped()
    {
        var program = typeof(TrialMessages).Assembly;
        return program.GetManifestResourceNames().Where(name => name.StartsWith(Corpora, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (name[Corpora.Length..], (Func<TextReader>)(() => new StreamReader(program.GetManifestResourceStream(name)!))));
    }

    private static TrialMessage? Message(string line, string? campaign, Dictionary<string, Campaign?> campaigns, List<string> wrong, string place)
    {
        CorpusLine? read;
        try
        {
            read = JsonSerializer.Deserialize(line, CorpusContext.Default.CorpusLine);
        }
        catch (JsonException)
        {
            read = null;
        }

        if (read is null)
        {
            wrong.Add($"{place}: not a message. Write {{\"id\",\"campaign\",\"sent_at\",\"text\"}}");
            return null;
        }

        if ((campaign ?? read.Campaign) is not { } of)
        {
            wrong.Add($"{place}: it names no campaign. Give --campaign <id or file>");
            return null;
        }

        return Find(of, campaigns, wrong) is { } found
            ? new TrialMessage(read.Id?.ToString() ?? place, found, read.Text, new ReadingContext { SaidAt = read.SentAt.DateTime, Unit = read.Unit, Photos = read.Photos }, read.Gold)
            : null;
    }

    private static Campaign? Find(string id, Dictionary<string, Campaign?> known, List<string> wrong)
    {
        if (known.TryGetValue(id, out var campaign)) return campaign;
        campaign = ShippedCampaigns.OpenOrFile(id, Environment.CurrentDirectory).Match(
            loaded => (Campaign?)loaded,
            faults =>
            {
                wrong.AddRange(faults.Select(fault => fault.ToString()));
                return null;
            });
        known.Add(id, campaign);
        return campaign;
    }

    private static async Task<(IReadOnlyList<TrialMessage>? Messages, IReadOnlyList<string> Wrong)> KeptAsync(string place, CancellationToken cancel)
    {
        if (!StoreAt.IsServer(place) && !File.Exists(place)) return (null, [$"There is no database {place}. Give --database <data folder>/safetymonth.db, or a connection string."]);
        try
        {
            await using var at = StoreAt.Of(place);
            return ([.. (await StoredReports.AllAsync(at.Store, cancel)).Select(r => new TrialMessage(r.Id.ToString("n"), r.Campaign, r.Text, r.Context, null))], []);
        }
        catch (Exception fault) when (fault is ArgumentException || DatabaseOutage.OrRefusal(fault))
        {
            return (null, [$"The database cannot be used: {fault.Message} If it is this program's, of another version, bring it to this one with \"migrate\"."]);
        }
    }
}

/// <summary>A message to try words on.</summary>
internal sealed record TrialMessage(string Id, Campaign Campaign, string Text, ReadingContext Context, GoldReading? Gold);

/// <summary>A line of a corpus (tests/Corpus/README.md), with or without gold.</summary>
internal sealed record CorpusLine
{
    public JsonElement? Id { get; init; }

    public string? Campaign { get; init; }

    public string? Unit { get; init; }

    public int Photos { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required string Text { get; init; }

    public GoldReading? Gold { get; init; }
}

/// <summary>What a message means, as people say.</summary>
internal sealed record GoldReading
{
    public required string Kind { get; init; }

    public IReadOnlyList<GoldMetric>? Metrics { get; init; }

    public IReadOnlyList<string>? Ask { get; init; }

    /// <summary>How far a reading is from it: wrong kind, figures that are missing or too many, blanks not asked about.</summary>
    public int Faults(ReportReading reading)
    {
        var gold = (Metrics ?? []).Select(m => (m.Unit, m.Slot, m.Value)).ToHashSet();
        var read = reading.Metrics().Select(m => (m.Unit, Slot: m.Slot.Value, m.Value)).ToHashSet();
        var asked = reading.Asks.Select(a => a.Slot.Value).ToHashSet(StringComparer.Ordinal);
        return (ReadingLine.Lower(reading.Kind) == Kind ? 0 : 1) + gold.Except(read).Count() + read.Except(gold).Count() + (Ask ?? []).Except(asked, StringComparer.Ordinal).Count();
    }
}

/// <summary>One figure of it.</summary>
internal sealed record GoldMetric(string Slot, decimal Value, string? Unit = null);

/// <summary>The wire of corpora.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CorpusLine))]
internal sealed partial class CorpusContext : JsonSerializerContext;
