namespace Bot.Domain.Reading;

/// <summary>The words before a blank as somebody wrote them.</summary>
internal sealed class WrittenLabel
{
    /// <summary>How many characters before a blank are looked at.</summary>
    public const int Longest = 60;

    private readonly int[] pairs;

    public WrittenLabel(ReadOnlySpan<char> words)
    {
        Letters = LettersOf(words);
        if (Letters.Length > Longest)
            Letters = Letters[^Longest..];
        pairs = new int[Math.Max(0, Letters.Length - 1)];
        for (var at = 0; at < pairs.Length; at++)
            pairs[at] = ThingSlots.Key(Letters[at], Letters[at + 1]);
    }

    /// <summary>The letters and digits, without punctuation and blanks.</summary>
    public string Letters { get; }

    /// <summary>The pairs of neighbouring characters.</summary>
    public IEnumerable<int> Pairs => pairs;

    /// <summary>The letters and digits of some words.</summary>
    public static string LettersOf(ReadOnlySpan<char> words)
    {
        Span<char> kept = words.Length <= 256 ? stackalloc char[words.Length] : new char[words.Length];
        var count = 0;
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
                kept[count++] = c;
        }

        return kept[..count].ToString();
    }

    /// <summary>How many pairs of the last characters are among the printed ones.</summary>
    public int SharedPairs(HashSet<int> printed, int characters)
    {
        var shared = 0;
        for (var at = Math.Max(0, Letters.Length - characters); at < pairs.Length; at++)
            shared += printed.Contains(pairs[at]) ? 1 : 0;
        return Math.Min(shared, printed.Count);
    }
}
