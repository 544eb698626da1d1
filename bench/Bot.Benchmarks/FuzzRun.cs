using System.Diagnostics;
using System.Globalization;
using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>
/// Reads mutated messages: nothing may be thrown, and no span may lie outside the text. The checksum over all readings
/// tells whether a change that should change nothing changed something.
/// </summary>
internal static class FuzzRun
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Runs it; 0, or 1 where something was wrong.</summary>
    public static int Print(string[] args, TextWriter to)
    {
        var (count, seed) = (Number(args, "--count", 1_000_000), Number(args, "--seed", 1));
        var mutations = new Mutations((int)seed);
        var sum = new ReadingSum();
        var faults = new SortedDictionary<string, (int Count, long First)>(StringComparer.Ordinal);
        var characters = 0L;
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        for (var i = 1L; i <= count; i++)
        {
            var (all, at, text) = mutations.Next();
            var (reader, message) = all[at];
            characters += text.Length;
            try
            {
                var reading = reader.Read(text, message.Context);
                var inside = sum.Add(reading, text.Length);
                foreach (var found in Quantities.Find(text))
                    inside &= sum.Add(found, text.Length);
                if (!inside)
                    Note(faults, i, "a span lies outside the text");
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Any exception is what this looks for.
                Note(faults, i, fault.GetType().Name + fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Bot.", StringComparison.Ordinal)));
            }

            if (watch.Elapsed - told <= Every)
                continue;
            told = watch.Elapsed;
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i:#,0} messages, {faults.Values.Sum(f => f.Count)} wrong, {told.TotalSeconds:0} s"));
        }

        foreach (var (what, (times, first)) in faults)
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times} times, first in message {first}: {what}"));
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count:#,0} messages of seed {seed}, {characters:#,0} characters, {watch.Elapsed.TotalSeconds:0} s: {faults.Values.Sum(f => f.Count)} wrong; checksum {sum.Value:x16}"));
        return faults.Count == 0 ? 0 : 1;
    }

    // The number of the first message is enough to have it again.
    private static void Note(SortedDictionary<string, (int Count, long First)> faults, long number, string what) =>
        faults[what] = faults.TryGetValue(what, out var known) ? (known.Count + 1, known.First) : (1, number);

    private static long Number(string[] args, string name, long otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? long.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
