using System.Diagnostics;

namespace Bot.Benchmarks;

/// <summary>
/// What a timed loop over the corpus gave. Time is that of the processor, so that a busy machine makes a run longer and not
/// its figures worse; how much of the core the run really had is told beside them.
/// </summary>
/// <param name="Name">What ran.</param>
/// <param name="Found">What one pass found, the same in every pass.</param>
/// <param name="SecondsPerPass">Of the processor: median of the rounds.</param>
/// <param name="Spread">Slowest round to fastest.</param>
/// <param name="Share">Of the core, by the clock on the wall.</param>
/// <param name="BytesPerPass">Allocated.</param>
internal sealed record Measured(string Name, int Found, double SecondsPerPass, double Spread, double Share, double BytesPerPass)
{
    private const int Rounds = 7;

    /// <summary>Warms up, then times rounds of equal length. A pass that finds something else than the first stops everything.</summary>
    public static Measured Of(string name, Func<int> pass, TimeSpan warmUp, TimeSpan round)
    {
        var found = pass();
        Loop(pass, found, warmUp);
        var rounds = new List<double>();
        var (passes, used, bytes) = (0L, 0.0, GC.GetAllocatedBytesForCurrentThread());
        var wall = Stopwatch.StartNew();
        for (var i = 0; i < Rounds; i++)
        {
            var (count, elapsed) = Loop(pass, found, round);
            rounds.Add(elapsed.TotalSeconds / count);
            passes += count;
            used += elapsed.TotalSeconds;
        }

        var share = used / wall.Elapsed.TotalSeconds;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        rounds.Sort();
        return new Measured(name, found, rounds[Rounds / 2], rounds[^1] / rounds[0], share, (double)bytes / passes);
    }

    private static (long Passes, TimeSpan Elapsed) Loop(Func<int> pass, int found, TimeSpan atLeast)
    {
        var start = Environment.CpuUsage.TotalTime;
        var passes = 0L;
        TimeSpan used;
        do
        {
            if (pass() is var now && now != found)
                throw new InvalidOperationException($"A pass found {now} after {found}.");
            passes++;
            used = Environment.CpuUsage.TotalTime - start;
        }
        while (used < atLeast);
        return (passes, used);
    }
}
