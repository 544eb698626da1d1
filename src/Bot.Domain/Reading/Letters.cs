namespace Bot.Domain.Reading;

/// <summary>
/// Which characters a text may hold, by a few of their bits: a word with a character it surely lacks need not be looked for.
/// </summary>
internal sealed class Letters
{
    private const int Words = 64; // 4,096 bits: a message of a hundred different characters sets one in forty
    private readonly ulong[] bits = new ulong[Words];

    /// <summary>Forgets all.</summary>
    public void Clear() => Array.Clear(bits);

    /// <summary>Takes in the characters of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            bits[(c >> 6) & (Words - 1)] |= 1UL << c;
    }

    /// <summary>False where a character of the word is surely not in the text.</summary>
    public bool MayHold(string word)
    {
        foreach (var c in word)
        {
            if ((bits[(c >> 6) & (Words - 1)] & (1UL << c)) == 0)
                return false;
        }

        return true;
    }
}
