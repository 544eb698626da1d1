using System.Runtime.InteropServices;

namespace Bot.Domain.Reading;

/// <summary>Some printed words, ready to be compared with what somebody copied or typed again.</summary>
internal sealed class PrintedWords
{
    private const int LongestCompared = 64;
    private const int Short = 4;
    private const double BehindOthers = 0.6;
    private readonly Dictionary<char, ulong> places = [];

    public PrintedWords(ReadOnlySpan<char> words)
    {
        Letters = WrittenLabel.LettersOf(words);
        Pairs = FormText.PairsOf(Letters);
        var compared = Letters.AsSpan(Math.Max(0, Letters.Length - LongestCompared));
        Compared = compared.Length;
        for (var at = 0; at < compared.Length; at++)
            CollectionsMarshal.GetValueRefOrAddDefault(places, compared[at], out _) |= 1UL << at;
    }

    /// <summary>The letters and digits, without punctuation.</summary>
    public string Letters { get; }

    /// <summary>The pairs of neighbouring characters.</summary>
    public HashSet<int> Pairs { get; }

    private int Compared { get; }

    /// <summary>
    /// How alike the end of a written label and these words are, from 0 to 1: characters in common order and pairs of
    /// neighbours alike, so that neither a wrong character nor a shared common word decides alone.
    /// </summary>
    public double Likeness(WrittenLabel label)
    {
        if (Compared == 0 || label.Letters.Length == 0)
            return 0;
        var window = Math.Min(label.Letters.Length, Compared + 1);
        var common = Common(label.Letters.AsSpan(label.Letters.Length - window));
        var shared = label.SharedPairs(Pairs, window);
        var size = Math.Min(window, Compared);
        var even = 0.5 * (2.0 * common / (size + Compared)) + 0.5 * (Compared == 1 ? common : 2.0 * shared / (size - 1 + Pairs.Count));
        // 进学校活动  场，参与: a short word that is not all there is before the blank says little.
        if (Compared <= Short && label.Letters.Length > Compared + Short - 1)
            even *= BehindOthers;
        if (label.Letters.Length >= Compared || label.Letters.Length < 2)
            return Math.Min(1, even);
        // A shortened label lies within the printed one.
        return Math.Min(1, Math.Max(even, 0.8 * shared / (label.Letters.Length - 1) * Math.Min(1, label.Letters.Length / 3.0)));
    }

    /// <summary>Whether a written label ends with just these words, and they are enough to tell.</summary>
    public bool Ends(WrittenLabel label) => Letters.Length >= Short && label.Letters.EndsWith(Letters, StringComparison.Ordinal);

    // The longest common subsequence, a bit for each printed character (Hyyrö 2004).
    private int Common(ReadOnlySpan<char> written)
    {
        var row = ulong.MaxValue;
        foreach (var c in written)
        {
            var hit = row & places.GetValueOrDefault(c);
            row = (row + hit) | (row - hit);
        }

        var kept = Compared == LongestCompared ? ~row : ~row & ((1UL << Compared) - 1);
        return System.Numerics.BitOperations.PopCount(kept);
    }
}
