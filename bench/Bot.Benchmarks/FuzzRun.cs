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
        var (characters, wrong) = (0L, 0);
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
                    wrong += Tell(to, i, "a span lies outside the text");
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Any exception is what this looks for.
                wrong += Tell(to, i, fault.GetType().Name + fault.StackTrace?.Split('\n').FirstOrDefault());
            }

            if (watch.Elapsed - told <= Every)
                continue;
            told = watch.Elapsed;
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i:#,0} messages, {wrong} wrong, {told.TotalSeconds:0} s"));
        }

        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count:#,0} messages of seed {seed}, {characters:#,0} characters, {watch.Elapsed.TotalSeconds:0} s: {wrong} wrong; checksum {sum.Value:x16}"));
        return wrong == 0 ? 0 : 1;
    }

    // The message's number in the run is enough to have it again.
    private static int Tell(TextWriter to, long number, string what)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"message {number}: {what}"));
        return 1;
    }

    private static long Number(string[] args, string name, long otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? long.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
