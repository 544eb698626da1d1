using Bot.Adapters.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>One pass over all messages by each of the three, giving how much was found.</summary>
internal static class CorpusPass
{
    private static readonly (IReportReader Reader, BenchMessage Message)[] Work = Prepare();

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

    private static (IReportReader, BenchMessage)[] Prepare()
    {
        var readers = DevCorpus.Messages.Select(m => m.Campaign).Distinct().ToDictionary(
            id => id,
            id => ReportReader.Compile(ShippedCampaigns.Open(id).Match(
                campaign => campaign,
                faults => throw new InvalidDataException(string.Join('\n', faults)))),
            StringComparer.Ordinal);
        return [.. DevCorpus.Messages.Select(m => (readers[m.Campaign], m))];
    }
}
