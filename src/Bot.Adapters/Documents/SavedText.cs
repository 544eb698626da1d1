using System.Text;

namespace Bot.Adapters.Documents;

/// <summary>The text of a file as people save it: UTF-8, UTF-16 with its mark, or a Chinese Windows' own GB 18030.</summary>
internal static class SavedText
{
    /// <summary>The text; null: it is none.</summary>
    public static string? Decode(byte[] content) => content switch
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
