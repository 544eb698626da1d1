using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.Benchmarks;

/// <summary>All three in about twenty seconds on one core, printed as the table of <c>bench/README.md</c>.</summary>
internal static class QuickRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.5);

    public static void Print(TextWriter to)
    {
        UseOneCore();
        Measured[] all =
        [
            Measured.Of("reader", CorpusPass.Read, WarmUp, Round),
            Measured.Of("regex: numeral + measure word", CorpusPass.MatchRegex, WarmUp, Round),
            Measured.Of("vectorised scan for numerals", CorpusPass.Scan, WarmUp, Round),
        ];
        RequireFound(all[0].Found, all[1].Found, all[2].Found);
        to.WriteLine(Table(all));
        var line = CorpusPass.LineBytes() / BenchCorpus.Messages.Count;
        var allocated = all[0].BytesPerPass / BenchCorpus.Messages.Count;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The line `parse` writes: {line:#,0} bytes of UTF-8 a message; the reader allocates {allocated / line:0.0}× as much."));
    }

    /// <summary>A speed without a result is no speed.</summary>
    public static void RequireFound(int metrics, int matches, int numerals)
    {
        if (metrics <= 0 || matches <= 0 || numerals < matches)
            throw new InvalidOperationException($"Nothing was measured: {metrics} metrics, {matches} matches, {numerals} numerals.");
    }

    private static string Table(IReadOnlyList<Measured> all)
    {
        var messages = BenchCorpus.Messages.Count;
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{messages} messages, {BenchCorpus.Bytes:#,0} bytes of UTF-8; one thread on one core, {Machine()}."),
            "",
            "| | messages/s | MB/s | µs per message | bytes allocated per message | the reader takes | found per pass |",
            "|---|--:|--:|--:|--:|--:|--:|",
        };
        foreach (var one in all)
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"| {one.Name} | {messages / one.SecondsPerPass:#,0} | {BenchCorpus.Bytes / one.SecondsPerPass / 1e6:#,0.0} | {one.SecondsPerPass / messages * 1e6:0.00} | {one.BytesPerPass / messages:#,0} | {Ratio(all[0], one)} | {one.Found:#,0} |"));
        }

        lines.Add("");
        lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"Median of 7 rounds after {WarmUp.TotalSeconds:0} s of warming; slowest to fastest round: {string.Join(", ", all.Select(m => $"{m.Spread:0.00}"))}; share of the core: {string.Join(", ", all.Select(m => $"{m.Share:0%}"))}."));
        lines.Add($"The regex: `{Baselines.Pattern}`");
        return string.Join('\n', lines);
    }

    private static string Ratio(Measured reader, Measured other) =>
        ReferenceEquals(reader, other)
            ? "1×"
            : string.Create(CultureInfo.InvariantCulture, $"{reader.SecondsPerPass / other.SecondsPerPass:0.0}×");

    private static string Machine()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}";
    }

    public static void UseOneCore()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            Process.GetCurrentProcess().ProcessorAffinity = 1;
    }
}
