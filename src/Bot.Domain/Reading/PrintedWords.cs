namespace Bot.Domain.Reading;

/// <summary>Some printed words, ready to be compared with what somebody copied or typed again.</summary>
internal sealed class PrintedWords
{
    private const int LongestCompared = 64;
    private const int Short = 4;
    private const double BehindOthers = 0.6;
    private readonly ulong[] places; // by the number of a character, a bit for each of its places
    private readonly ulong[] paired; // a bit for the number of each pair

    public PrintedWords(ReadOnlySpan<char> words, PrintedLetters printed)
    {
        Letters = LettersOf(words);
        Pairs = FormText.PairsOf(Letters);
        foreach (var c in Letters)
            printed.Add(c);
        var compared = Letters.AsSpan(Math.Max(0, Letters.Length - LongestCompared));
        Compared = compared.Length;
        var most = -1;
        foreach (var c in compared)
            most = Math.Max(most, printed.Add(c));
        places = new ulong[most + 1];
        for (var at = 0; at < compared.Length; at++)
            places[printed.Add(compared[at])] |= 1UL << at;
        most = -1;
        foreach (var pair in Pairs)
            most = Math.Max(most, printed.AddPair(pair));
        paired = new ulong[(most >> 6) + 1];
        foreach (var pair in Pairs)
            paired[printed.AddPair(pair) >> 6] |= 1UL << printed.AddPair(pair);
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
        if (Compared == 0 || label.Length == 0)
            return 0;
        var window = Math.Min(label.Length, Compared + 1);
        var common = Common(label.Numbers[^window..]);
        var shared = Shared(label.Pairs[Math.Max(0, label.Length - window)..]);
        var size = Math.Min(window, Compared);
        var even = 0.5 * (2.0 * common / (size + Compared)) + 0.5 * (Compared == 1 ? common : 2.0 * shared / (size - 1 + Pairs.Count));
        // 进学校活动  场，参与: a short word that is not all there is before the blank says little.
        if (Compared <= Short && label.Length > Compared + Short - 1)
            even *= BehindOthers;
        if (label.Length >= Compared || label.Length < 2)
            return Math.Min(1, even);
        // A shortened label lies within the printed one.
        return Math.Min(1, Math.Max(even, 0.8 * shared / (label.Length - 1) * Math.Min(1, label.Length / 3.0)));
    }

    /// <summary>Whether a written label ends with just these words, and they are enough to tell.</summary>
    public bool Ends(WrittenLabel label) => Letters.Length >= Short && label.Letters.EndsWith(Letters, StringComparison.Ordinal);

    private static string LettersOf(ReadOnlySpan<char> words)
    {
        var letters = new System.Text.StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(c);
        }

        return letters.ToString();
    }

    // How many written pairs are among the printed ones.
    private int Shared(ReadOnlySpan<int> pairs)
    {
        var shared = 0;
        foreach (var pair in pairs)
        {
            if ((uint)(pair >> 6) < (uint)paired.Length)
                shared += (int)((paired[pair >> 6] >> pair) & 1);
        }

        return Math.Min(shared, Pairs.Count);
    }

    // The longest common subsequence, a bit for each printed character (Hyyrö 2004).
    private int Common(ReadOnlySpan<int> written)
    {
        var row = ulong.MaxValue;
        foreach (var letter in written)
        {
            if ((uint)letter >= (uint)places.Length)
                continue;
            var hit = row & places[letter];
            row = (row + hit) | (row - hit);
        }

        var kept = Compared == LongestCompared ? ~row : ~row & ((1UL << Compared) - 1);
        return System.Numerics.BitOperations.PopCount(kept);
    }
}
