namespace Bot.Domain.Reading;

/// <summary>The measure words and what they count.</summary>
internal sealed class Measures
{
    private readonly WordTrie trie = new();
    private readonly List<Measure> known = [];

    private Measures()
    {
        foreach (var entry in DataFile.Entries("measures.txt"))
        {
            var kind = Enum.Parse<MeasureClass>(entry.Name, ignoreCase: true);
            foreach (var word in entry.Words)
            {
                var parts = word.Split('!');
                if (trie.Add(parts[0]) == known.Count)
                    known.Add(new Measure(parts[0], kind, string.Concat(parts.Skip(1))));
            }
        }

        trie.Seal();
    }

    /// <summary>All measure words of the data file.</summary>
    public static Measures Shared { get; } = new();

    /// <summary>The longest measure word that begins at a position, a blank before it skipped.</summary>
    public Measure? At(ReadOnlySpan<char> text, int at, out int end)
    {
        while (at < text.Length && text[at] == ' ' && at + 1 < text.Length && text[at + 1] != ' ')
            at++;
        var word = trie.Longest(text, at, out end);
        if (word < 0)
            return null;
        var measure = known[word];
        if (end < text.Length && measure.NotBefore.Contains(text[end], StringComparison.Ordinal))
        {
            // 个小 … of a longer word may leave a shorter one: 个别 leaves nothing, 条件 leaves nothing.
            return null;
        }

        return measure;
    }

    /// <summary>What a form's measure counts; unknown words count things.</summary>
    public MeasureClass ClassOf(string measure)
    {
        var word = trie.Longest(measure, 0, out var end);
        return word >= 0 && end == measure.Length ? known[word].Class : MeasureClass.Thing;
    }
}

/// <summary>A measure word.</summary>
/// <param name="Word">As written in the data file.</param>
/// <param name="Class">What it counts.</param>
/// <param name="NotBefore">Characters that make another word of it when they follow.</param>
internal sealed record Measure(string Word, MeasureClass Class, string NotBefore);
