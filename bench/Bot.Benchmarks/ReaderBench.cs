using BenchmarkDotNet.Attributes;

namespace Bot.Benchmarks;

/// <summary>The whole corpus per operation; see <c>quick</c> for figures per message.</summary>
[MemoryDiagnoser]
public class ReaderBench
{
    [GlobalSetup]
    public void Verify() => QuickRun.RequireFound(CorpusPass.Read(), CorpusPass.MatchRegex(), CorpusPass.Scan());

    [Benchmark(Baseline = true, Description = "reader")]
    public int Read() => CorpusPass.Read();

    [Benchmark(Description = "regex: numeral + measure word")]
    public int Regex() => CorpusPass.MatchRegex();

    [Benchmark(Description = "vector scan for numerals")]
    public int Scan() => CorpusPass.Scan();
}
