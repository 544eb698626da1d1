using System.Globalization;
using System.Text;
using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>
/// Messages of one kilobyte to one megabyte, joined of the corpus: time and memory per byte must not grow with the length.
/// Beside them messages of one kind of thing only, which bring out what grows with the square.
/// </summary>
internal static class LinearRun
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    private static readonly (string Name, string[] Pieces)[] Kinds =
    [
        ("messages", [.. BenchCorpus.Messages.Select(m => m.Text + "\n")]),
        ("messages in one line", [.. BenchCorpus.Messages.Select(m => m.Text.ReplaceLineEndings("，"))]),
        ("one character", ["安"]),
        ("digits", ["7"]),
        ("Chinese digits", ["三"]),
        ("hundreds", ["百"]),
        ("opening quotes", ["“"]),
        ("titles without end", ["《一"]),
        ("brackets", ["("]),
        ("blanks", [" "]),
        ("one activity", ["演练"]),
        ("one count", ["演练3场，"]),
        ("counts in one clause", ["3场"]),
        ("days", ["6月3日"]),
        ("links", ["http://a"]),
        ("hearsay without end", ["据了解"]),
        ("what places have", ["社区共有，"]),
        ("words of one concept", ["走进村"]),
        ("quotes in a word", ["进“", "“", "“", "企业"]),
        ("blanks of a form", ["开展演练（ ）场，"]),
        ("lines of a form", ["开展演练（3）场\n"]),
    ];

    /// <summary>Prints it; of the whole reading, or of finding all marks only (figures, clauses, roles, concepts, pieces).</summary>
    public static void Print(TextWriter to, bool marksOnly)
    {
        QuickRun.UseOneCore();
        to.WriteLine($"| ns per byte | {string.Join(" | ", Sizes.Select(s => s.ToString("#,0", CultureInfo.InvariantCulture)))} |");
        to.WriteLine($"|---|{string.Concat(Sizes.Select(_ => "--:|"))}");
        var (reader, first) = CorpusPass.All[0];
        var words = Vocabulary.Compile(CorpusPass.Campaigns[first.Campaign], ConceptScan.Shared);
        Action<string> read = marksOnly ? text => Mark(text, words, first.Context) : text => reader.Read(text, first.Context);
        Nanoseconds(read, Joined(Kinds[0].Pieces, 10_000));
        foreach (var (name, pieces) in Kinds)
        {
            to.Write($"| {name} ");
            foreach (var size in Sizes)
            {
                to.Write(string.Create(CultureInfo.InvariantCulture, $"| {Nanoseconds(read, Joined(pieces, size)):0.0} "));
                to.Flush();
            }

            to.WriteLine("|");
        }
    }

    private static void Mark(string text, Vocabulary words, ReadingContext context)
    {
        using var buffers = ReadingBuffers.Rent();
        MarkedText.Of(SourceText.Fold(text, buffers), words, context.SaidAt, buffers);
    }

    private static double Nanoseconds(Action<string> read, string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        var best = double.MaxValue;
        var total = TimeSpan.Zero;
        for (var round = 0; round < 3 || total < TimeSpan.FromSeconds(0.3); round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var passes = 0;
            TimeSpan used;
            do
            {
                read(text);
                passes++;
                used = Environment.CpuUsage.TotalTime - start;
            }
            while (used < TimeSpan.FromSeconds(0.05));
            best = Math.Min(best, used.TotalSeconds / passes);
            total += used;
            if (total > TimeSpan.FromSeconds(5))
                break;
        }

        return best / bytes * 1e9;
    }

    private static string Joined(string[] pieces, int bytes)
    {
        var text = new StringBuilder();
        for (var (i, length) = (0, 0); length < bytes; i++)
        {
            var piece = pieces[i % pieces.Length];
            text.Append(piece);
            length += Encoding.UTF8.GetByteCount(piece);
        }

        return text.ToString();
    }
}
