using Bot.Adapters.Documents;

namespace Bot.Adapters.Calendar;

/// <summary>The text of a notice or a list of days as people save it.</summary>
internal static class HolidayText
{
    private const int MostBytes = 1 << 20;

    /// <summary>The text, or why there is none.</summary>
    public static (string? Text, HolidayFault? Fault) Open(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
                return (null, new HolidayFault(path, 0, "it is larger than 1 MB", "Give the notice or the list of days only."));
            return SavedText.Decode(File.ReadAllBytes(path)) is { } text
                ? (text, null)
                : (null, new HolidayFault(path, 0, "it is not a text", "Save it as a text file in UTF-8."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var missing = fault is FileNotFoundException or DirectoryNotFoundException;
            return (null, new HolidayFault(path, 0, missing ? "there is no such file" : "it cannot be opened", "Give the path of a text file this account may read."));
        }
    }
}
