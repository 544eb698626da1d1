using System.Text;

namespace Bot.Domain.Reading;

/// <summary>The embedded files of general knowledge (Data/README.md).</summary>
internal static class DataFile
{
    /// <summary>What may stand behind a name (Data/README.md).</summary>
    public static readonly char[] Signs = ['*', '!', '?', '~'];

    /// <summary>The lines of a file without comments and blank lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream("Bot.Domain.Reading.Data." + name)
            ?? throw new InvalidOperationException($"The program was built without its data file {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Trim();
            if (words.Length > 0 && words[0] != '#')
                yield return words;
        }
    }

    /// <summary>The entries of a file: <c>name = word word …</c>, the name possibly with <c>&lt; wider</c>; a repeated name continues.</summary>
    public static IEnumerable<DataEntry> Entries(string name)
    {
        foreach (var line in Lines(name))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                throw new InvalidOperationException($"{name}: no '=' in '{line}'.");
            var head = line[..equals].Split('<', StringSplitOptions.TrimEntries);
            var words = line[(equals + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            yield return new DataEntry(head[0], head.Length > 1 ? head[1] : null, words);
        }
    }
}

/// <summary>One line of a data file.</summary>
internal sealed record DataEntry(string Name, string? Wider, IReadOnlyList<string> Words);
