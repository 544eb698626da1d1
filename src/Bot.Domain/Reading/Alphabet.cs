namespace Bot.Domain.Reading;

/// <summary>
/// Small numbers for the characters that occur in any vocabulary, so that automata are arrays. It only grows; a character in
/// no word is <see cref="Unknown"/>.
/// </summary>
internal static class Alphabet
{
    /// <summary>In no word.</summary>
    public const ushort Unknown = 0;

    /// <summary>The last number of a quotation mark; letters have higher ones.</summary>
    public const ushort LastQuote = 5;

    private static readonly Lock Growing = new();
    private static readonly ushort[] Numbers = new ushort[char.MaxValue + 1];
    private static ushort last;

    static Alphabet()
    {
        foreach (var quote in "“”\"《》")
            NumberOf(quote);
    }

    /// <summary>The numbers of all characters.</summary>
    public static ReadOnlySpan<ushort> Table => Numbers;

    /// <summary>The number of a character of a word; a new one where it has none yet.</summary>
    public static ushort NumberOf(char c)
    {
        lock (Growing)
        {
            // The last number of 65,536 characters still fits: NUL is never written in a word.
            if (Numbers[c] == Unknown)
                Numbers[c] = checked(++last);
            return Numbers[c];
        }
    }
}
