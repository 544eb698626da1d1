namespace Bot.Domain.Reading;

/// <summary>The words by which the kind of a message is known (Data/kinds.txt).</summary>
internal sealed class KindWords
{
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordTrie> tries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> lines = new(StringComparer.Ordinal); // a bit for each line of the file
    private readonly WordTrie all = new();
    private readonly List<ulong> marks = []; // of each word the lines it stands in

    private KindWords()
    {
        foreach (var entry in DataFile.Entries("kinds.txt"))
        {
            words[entry.Name] = [.. entry.Words];
            var trie = tries[entry.Name] = new WordTrie();
            if (!lines.TryGetValue(entry.Name, out var line))
                lines.Add(entry.Name, line = 1UL << lines.Count);
            foreach (var word in entry.Words)
            {
                trie.Add(word);
                var number = all.Add(word);
                while (marks.Count <= number)
                    marks.Add(0);
                marks[number] |= line;
            }

            trie.Seal();
        }

        all.Seal();
        if (lines.Count > 64)
            throw new InvalidDataException("kinds.txt has more lines than there are bits for.");
    }

    /// <summary>All words of the data file.</summary>
    public static KindWords Shared { get; } = new();

    /// <summary>The words of one line of the file.</summary>
    public string[] this[string name] => words[name];

    /// <summary>The lines of which any word stands in the text, found in one pass.</summary>
    public ulong LinesIn(ReadOnlySpan<char> text) => all.Marks(text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(marks));

    /// <summary>Whether a line is among those found.</summary>
    public bool IsAmong(ulong found, string name) => (found & lines[name]) != 0;

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
