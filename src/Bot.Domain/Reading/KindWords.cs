namespace Bot.Domain.Reading;

/// <summary>The words by which the kind of a message is known (Data/kinds.txt).</summary>
internal sealed class KindWords
{
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordTrie> tries = new(StringComparer.Ordinal);

    private KindWords()
    {
        foreach (var entry in DataFile.Entries("kinds.txt"))
        {
            words[entry.Name] = [.. entry.Words];
            var trie = tries[entry.Name] = new WordTrie();
            foreach (var word in entry.Words)
                trie.Add(word);
            trie.Seal();
        }
    }

    /// <summary>All words of the data file.</summary>
    public static KindWords Shared { get; } = new();

    /// <summary>The words of one line of the file.</summary>
    public string[] this[string name] => words[name];

    /// <summary>Whether any word of the line stands in the text.</summary>
    public bool Any(string name, ReadOnlySpan<char> text) => tries[name].Any(text);

    /// <summary>Whether the text begins with any word of the line.</summary>
    public bool Starts(string name, ReadOnlySpan<char> text)
    {
        foreach (var word in words[name])
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether the text ends with any word of the line.</summary>
    public bool Ends(string name, ReadOnlySpan<char> text)
    {
        foreach (var word in words[name])
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
