using System.Text;

namespace Bot.Adapters.Calendar;

/// <summary>The text of a file as people save it: UTF-8, UTF-16 with its mark, or a Chinese Windows' own GB 18030.</summary>
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
            return Decode(File.ReadAllBytes(path)) is { } text
                ? (text, null)
                : (null, new HolidayFault(path, 0, "it is not a text", "Save it as a text file in UTF-8."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var missing = fault is FileNotFoundException or DirectoryNotFoundException;
            return (null, new HolidayFault(path, 0, missing ? "there is no such file" : "it cannot be opened", "Give the path of a text file this account may read."));
        }
    }

    private static string? Decode(byte[] content) => content switch
    {
        [0xFF, 0xFE, ..] => Try(Encoding.GetEncoding("utf-16LE", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), content.AsSpan(2)),
        [0xFE, 0xFF, ..] => Try(Encoding.GetEncoding("utf-16BE", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), content.AsSpan(2)),
        [0xEF, 0xBB, 0xBF, ..] => Try(new UTF8Encoding(false, throwOnInvalidBytes: true), content.AsSpan(3)),
        _ => Try(new UTF8Encoding(false, throwOnInvalidBytes: true), content) ?? Try(Gb18030, content),
    };

    private static Encoding Gb18030 =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content) is var text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null; // another encoding, or none
        }
    }
}
