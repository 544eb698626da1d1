namespace Bot.Domain.Reading;

/// <summary>Words of forms that tell no blank from another (Data/stopwords.txt).</summary>
internal sealed class StopWords
{
    private StopWords()
    {
        foreach (var entry in DataFile.Entries("stopwords.txt"))
            (entry.Name == "weak" ? Weak : Words).AddRange(entry.Words);
    }

    /// <summary>All words of the data file.</summary>
    public static StopWords Shared { get; } = new();

    /// <summary>Words without meaning for the choice.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Things too common to be taken by their name alone.</summary>
    public List<string> Weak { get; } = [];
}
