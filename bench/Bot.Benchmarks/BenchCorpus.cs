using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Adapters.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>The messages of <c>tests/Corpus/*.jsonl</c>, which lie inside this program.</summary>
internal static class BenchCorpus
{
    // The sentences of quantities.jsonl name neither campaign nor day.
    private const string AnyCampaign = "baita-2024";
    private static readonly DateTime AnyDay = new(2024, 6, 20, 10, 0, 0);

    /// <summary>The messages; those for campaigns that do not come with the program are left out.</summary>
    public static IReadOnlyList<BenchMessage> Messages { get; } = [.. Lines().Select(Message).GroupBy(message => message.Campaign)
        .Where(campaign => ShippedCampaigns.Open(campaign.Key).Match(static _ => true, static _ => false)).SelectMany(static campaign => campaign)];

    /// <summary>How many bytes their texts are in UTF-8.</summary>
    public static long Bytes { get; } = Messages.Sum(m => (long)Encoding.UTF8.GetByteCount(m.Text));

    private static IEnumerable<string> Lines()
    {
        var program = typeof(BenchCorpus).Assembly;
        foreach (var file in program.GetManifestResourceNames().Where(n => n.EndsWith(".jsonl", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(program.GetManifestResourceStream(file)!);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0)
                    yield return line;
            }
        }
    }

    private static BenchMessage Message(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new BenchMessage(Text(root, "campaign") ?? AnyCampaign, Text(root, "text")!, new ReadingContext
        {
            SaidAt = Text(root, "sent_at") is { } sent ? DateTimeOffset.Parse(sent, CultureInfo.InvariantCulture).DateTime : AnyDay,
            Unit = Text(root, "unit"),
            Photos = root.TryGetProperty("photos", out var photos) ? photos.GetInt32() : 0,
        });
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
