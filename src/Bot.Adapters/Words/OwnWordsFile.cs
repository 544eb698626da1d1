using Bot.Adapters.Documents;
using Bot.Domain.Reading;

namespace Bot.Adapters.Words;

/// <summary>A file of an office's own words; that of the data folder is read at start.</summary>
/// <param name="path">The file.</param>
internal sealed class OwnWordsFile(string path)
{
    private const string Name = "words.txt";
    private const int MostBytes = 1 << 20;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>That of a data folder.</summary>
    public static OwnWordsFile In(string dataFolder) => new(System.IO.Path.Combine(dataFolder, Name));

    /// <summary>Its text, or why there is none. A file that is not there is a fault of its own (<see cref="ReadOrNone"/>).</summary>
    public (string? Text, WordFault? Fault) Open()
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) return (null, new WordFault(0, "it is larger than 1 MB", "Keep the words that people really use"));
            return SavedText.Decode(File.ReadAllBytes(path)) is { } text ? (text, null) : (null, new WordFault(0, "it is not a text", "Save it as a text file in UTF-8"));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new WordFault(0, "there is no such file", "Give the path of a text file"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, new WordFault(0, "it cannot be opened", "Give the path of a text file this account may read"));
        }
    }

    /// <summary>Its words.</summary>
    public OwnWordsText Read() => Open() switch
    {
        (_, { } fault) => new OwnWordsText.Refused([fault]),
        var (text, _) => OwnWords.Read(text!),
    };

    /// <summary>Its words; none where there is no file.</summary>
    public OwnWordsText ReadOrNone() => IsMissing() ? new OwnWordsText.Taken(OwnWords.None) : Read();

    /// <summary>A fault with the file it is in.</summary>
    public string Say(WordFault fault) => fault.Line == 0 ? $"{path}: {fault}" : FormattableString.Invariant($"{path}:{fault.Line}: {fault.Wrong}. {fault.Remedy}");

    // Asks by opening it: File.Exists would also call a file missing that this account may not see.
    private bool IsMissing()
    {
        try
        {
            File.OpenHandle(path).Dispose();
            return false;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // reading it says what is wrong
        }
    }
}
