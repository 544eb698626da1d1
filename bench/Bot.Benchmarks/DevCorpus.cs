using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>The messages of <c>tests/Corpus/dev-*.jsonl</c>, which lie inside this program.</summary>
internal static class DevCorpus
{
    public static IReadOnlyList<BenchMessage> Messages { get; } = [.. Lines().Select(Message)];

    /// <summary>How many bytes their texts are in UTF-8.</summary>
    public static long Bytes { get; } = Messages.Sum(m => (long)Encoding.UTF8.GetByteCount(m.Text));

    private static IEnumerable<string> Lines()
    {
        var program = typeof(DevCorpus).Assembly;
        foreach (var file in program.GetManifestResourceNames().Where(n => n.StartsWith("dev-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
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
        return new BenchMessage(root.GetProperty("campaign").GetString()!, root.GetProperty("text").GetString()!, new ReadingContext
        {
            SaidAt = DateTimeOffset.Parse(root.GetProperty("sent_at").GetString()!, CultureInfo.InvariantCulture).DateTime,
            Unit = root.TryGetProperty("unit", out var unit) ? unit.GetString() : null,
            Photos = root.TryGetProperty("photos", out var photos) ? photos.GetInt32() : 0,
        });
    }
}
