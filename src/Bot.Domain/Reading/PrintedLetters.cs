namespace Bot.Domain.Reading;

/// <summary>The characters, and pairs of neighbouring ones, that the forms print, by numbers: compared without looking them up again.</summary>
internal sealed class PrintedLetters
{
    private readonly Dictionary<char, int> letters = [];
    private readonly Dictionary<int, int> pairs = [];

    /// <summary>The number of a printed character.</summary>
    public int Add(char c) => letters.TryGetValue(c, out var number) ? number : letters[c] = letters.Count;

    /// <summary>The number of a printed pair.</summary>
    public int AddPair(int pair) => pairs.TryGetValue(pair, out var number) ? number : pairs[pair] = pairs.Count;

    /// <summary>The number of a character; -1: it is not printed.</summary>
    public int Of(char c) => letters.TryGetValue(c, out var number) ? number : -1;

    /// <summary>The number of a pair; -1: it is not printed.</summary>
    public int OfPair(int pair) => pairs.TryGetValue(pair, out var number) ? number : -1;
}
