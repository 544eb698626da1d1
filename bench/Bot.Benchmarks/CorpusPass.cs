using System.Text;
using System.Text.Json;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Bot.Host.Verbs;

namespace Bot.Benchmarks;

/// <summary>One pass over all messages by each of those compared, giving how much was found.</summary>
internal static class CorpusPass
{
    private static readonly Dictionary<string, Campaign> Opened = BenchCorpus.Messages.Select(m => m.Campaign).Distinct()
        .ToDictionary(id => id, Open, StringComparer.Ordinal);

    private static readonly (IReportReader Reader, BenchMessage Message)[] Work = Prepare();

    /// <summary>The messages with the reader of their campaign.</summary>
    public static IReadOnlyList<(IReportReader Reader, BenchMessage Message)> All => Work;

    /// <summary>The campaigns of the messages.</summary>
    public static IReadOnlyDictionary<string, Campaign> Campaigns => Opened;

    /// <summary>How many metrics (one per slot and unit of a message) the reader fills.</summary>
    public static int Read()
    {
        var metrics = 0;
        foreach (var (reader, message) in Work)
            metrics += reader.Read(message.Text, message.Context).Metrics().Count;
        return metrics;
    }

    /// <summary>How often the pattern matches.</summary>
    public static int MatchRegex()
    {
        var matches = 0;
        foreach (var (_, message) in Work)
            matches += Baselines.CountByRegex(message.Text);
        return matches;
    }

    /// <summary>How many numerals there are.</summary>
    public static int Scan()
    {
        var runs = 0;
        foreach (var (_, message) in Work)
            runs += Baselines.CountByScan(message.Text);
        return runs;
    }

    /// <summary>How many bytes of UTF-8 <c>parse</c> writes for all messages, ids left out.</summary>
    public static long LineBytes() => Work.Sum(one => (long)Encoding.UTF8.GetByteCount(Line(one.Reader.Read(one.Message.Text, one.Message.Context))));

    /// <summary>What <c>parse</c> writes for a reading.</summary>
    public static string Line(ReportReading reading) => JsonSerializer.Serialize(ReadingLine.Of(null, reading), JsonLines.Wire.ReadingLine);

    private static Campaign Open(string id) => ShippedCampaigns.Open(id).Match(
        campaign => campaign,
        faults => throw new InvalidDataException(string.Join('\n', faults)));

    private static (IReportReader, BenchMessage)[] Prepare()
    {
        var readers = Opened.ToDictionary(one => one.Key, one => ReportReader.Compile(one.Value), StringComparer.Ordinal);
        return [.. BenchCorpus.Messages.Select(m => (readers[m.Campaign], m))];
    }
}
