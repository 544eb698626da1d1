namespace Bot.Domain.Reading;

/// <summary>The words before a blank as somebody wrote them, ready to be compared with printed ones; taken anew for every blank.</summary>
internal sealed class WrittenLabel(PrintedLetters printed)
{
    /// <summary>How many characters before a blank are looked at.</summary>
    public const int Longest = 60;

    private readonly char[] letters = new char[Longest];
    private readonly int[] numbers = new int[Longest];
    private readonly int[] pairs = new int[Longest];

    /// <summary>How many letters and digits, without punctuation and blanks.</summary>
    public int Length { get; private set; }

    /// <summary>The letters and digits.</summary>
    public ReadOnlySpan<char> Letters => letters.AsSpan(0, Length);

    /// <summary>The number of every letter among the printed ones, or -1.</summary>
    public ReadOnlySpan<int> Numbers => numbers.AsSpan(0, Length);

    /// <summary>The number of every pair of neighbours among the printed ones, or -1.</summary>
    public ReadOnlySpan<int> Pairs => pairs.AsSpan(0, Math.Max(0, Length - 1));

    /// <summary>Takes other words, the last ones of them.</summary>
    public void Take(ReadOnlySpan<char> words)
    {
        var from = Longest;
        for (var at = words.Length - 1; at >= 0 && from > 0; at--)
        {
            if (char.IsLetterOrDigit(words[at]))
                letters[--from] = words[at];
        }

        Length = Longest - from;
        letters.AsSpan(from).CopyTo(letters);
        for (var at = 0; at < Length; at++)
            numbers[at] = printed.Of(letters[at]);
        for (var at = 0; at + 1 < Length; at++)
            pairs[at] = numbers[at] < 0 || numbers[at + 1] < 0 ? -1 : printed.OfPair(ThingSlots.Key(letters[at], letters[at + 1]));
    }

    /// <summary>How many letters and digits some words have.</summary>
    public static int LettersIn(ReadOnlySpan<char> words)
    {
        var count = 0;
        foreach (var c in words)
            count += char.IsLetterOrDigit(c) ? 1 : 0;
        return count;
    }
}
