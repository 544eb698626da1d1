using System.Diagnostics;

namespace Bot.Benchmarks;

/// <summary>What a timed loop over the corpus gave.</summary>
/// <param name="Name">What ran.</param>
/// <param name="Found">What one pass found, the same in every pass.</param>
/// <param name="SecondsPerPass">Median of the rounds.</param>
/// <param name="Spread">Slowest round to fastest.</param>
/// <param name="BytesPerPass">Allocated.</param>
internal sealed record Measured(string Name, int Found, double SecondsPerPass, double Spread, double BytesPerPass)
{
    private const int Rounds = 7;

    /// <summary>Warms up, then times rounds of equal length. A pass that finds something else than the first stops everything.</summary>
    public static Measured Of(string name, Func<int> pass, TimeSpan warmUp, TimeSpan round)
    {
        var found = pass();
        Loop(pass, found, warmUp);
        var rounds = new List<double>();
        var (passes, bytes) = (0L, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < Rounds; i++)
        {
            var (count, elapsed) = Loop(pass, found, round);
            rounds.Add(elapsed.TotalSeconds / count);
            passes += count;
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        rounds.Sort();
        return new Measured(name, found, rounds[Rounds / 2], rounds[^1] / rounds[0], (double)bytes / passes);
    }

    private static (long Passes, TimeSpan Elapsed) Loop(Func<int> pass, int found, TimeSpan atLeast)
    {
        var clock = Stopwatch.StartNew();
        var passes = 0L;
        do
        {
            if (pass() is var now && now != found)
                throw new InvalidOperationException($"A pass found {now} after {found}.");
            passes++;
        }
        while (clock.Elapsed < atLeast);
        return (passes, clock.Elapsed);
    }
}
