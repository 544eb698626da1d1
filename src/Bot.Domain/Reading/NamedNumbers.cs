namespace Bot.Domain.Reading;

/// <summary>Names and idioms with a numeral in them (Data/named.txt): what they cover counts nothing.</summary>
internal sealed class NamedNumbers
{
    private readonly WordTrie trie = new();
    private readonly List<Kind> kinds = [];

    private NamedNumbers()
    {
        foreach (var entry in DataFile.Entries("named.txt"))
        {
            foreach (var word in entry.Words)
                Add(word.TrimStart('N'), entry.Name == "numbers" ? Kind.Called : word[0] == 'N' ? Kind.Tail : Kind.Name);
        }

        trie.Seal();
    }

    [Flags]
    private enum Kind
    {
        Name = 1,
        Tail = 2, // N条措施: what follows the numeral
        Called = 4,
    }

    /// <summary>All names of the data file.</summary>
    public static NamedNumbers Shared { get; } = new();

    /// <summary>Which positions of a text lie inside a name.</summary>
    public bool[] Hidden(ReadOnlySpan<char> text)
    {
        var hidden = new bool[text.Length];
        var hits = new List<WordHit>();
        trie.Scan(text, hits);
        foreach (var hit in hits)
        {
            var kind = kinds[hit.Word];
            if (kind.HasFlag(Kind.Name) || (kind.HasFlag(Kind.Called) && IsCalled(text, hit)))
                Hide(hidden, hit.From, hit.To);
            if (kind.HasFlag(Kind.Tail))
                HideBefore(text, hidden, hit);
        }

        HideTitles(text, hidden);
        HideLinks(text, hidden);
        return hidden;
    }

    private void Add(string word, Kind kind)
    {
        var number = trie.Add(word);
        if (number == kinds.Count)
            kinds.Add(kind);
        else
            kinds[number] |= kind;
    }

    // 《一座船坞的“安全账”》: what stands in a title counts nothing.
    private static void HideTitles(ReadOnlySpan<char> text, bool[] hidden)
    {
        var open = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '《')
                open = at;
            else if (text[at] == '\n')
                open = -1;
            if (text[at] != '》' || open < 0)
                continue;
            Hide(hidden, open, at);
            open = -1;
        }
    }

    private static void HideLinks(ReadOnlySpan<char> text, bool[] hidden)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != 'h' && text[at] != 'w' || !(text[at..].StartsWith("http") || text[at..].StartsWith("www.")))
                continue;
            var end = at;
            while (end < text.Length && text[end] is > ' ' and < '\u007f' and not ')')
                end++;
            Hide(hidden, at, end);
            at = end;
        }
    }

    private static void HideBefore(ReadOnlySpan<char> text, bool[] hidden, WordHit tail)
    {
        var from = tail.From;
        while (from > 0 && (char.IsAsciiDigit(text[from - 1]) || NumeralWords.Digit(text[from - 1]) >= 0 || NumeralWords.Unit(text[from - 1]) > 0))
            from--;
        if (from < tail.From)
            Hide(hidden, from, tail.To);
    }

    // 119 is called unless a measure word follows it.
    private static bool IsCalled(ReadOnlySpan<char> text, WordHit hit) =>
        (hit.From == 0 || !char.IsAsciiDigit(text[hit.From - 1]) && text[hit.From - 1] is not ('.' or ','))
        && (hit.To >= text.Length || !char.IsAsciiDigit(text[hit.To]) && text[hit.To] is not ('.' or ',' or '余' or '多' or '来' or '万' or '-'))
        && Measures.Shared.At(text, hit.To, out _) is null;

    private static void Hide(bool[] hidden, int from, int to) => Array.Fill(hidden, true, from, to - from);
}
