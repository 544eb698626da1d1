using System.Buffers;
using System.Text;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>
/// Sees whether a file is text from its first byte to its last: UTF-8, or the GB 18030 of a Chinese Windows, and no character
/// that only programs write.
/// </summary>
internal static class TextInspection
{
    private const char DosEnd = '\u001A'; // Old programs end a file with it.

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f')), '\uFFFE', '\uFFFF']);

    /// <summary>Looks at the file.</summary>
    public static Inspection Inspect(MediaBytes file, CancellationToken cancellation) =>
        IsText(file, new UTF8Encoding(false, throwOnInvalidBytes: true), cancellation)
        || IsText(file, CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!, cancellation)
            ? new Inspection.Fine { Kind = MediaKind.Text, End = file.Length }
            : new Inspection.Refuse(IntakeRefusals.NotText);

    private static bool IsText(MediaBytes file, Encoding encoding, CancellationToken cancellation)
    {
        var decoder = encoding.GetDecoder();
        var letters = new char[encoding.GetMaxCharCount(MediaBytes.WindowBytes)];
        try
        {
            for (var at = 0L; at < file.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                var bytes = file.From(at);
                at += bytes.Length;
                var isLast = at == file.Length;
                var read = letters.AsSpan(0, decoder.GetChars(bytes, letters, flush: isLast));
                if ((isLast ? read.TrimEnd(DosEnd) : read).IndexOfAny(Forbidden) >= 0)
                    return false;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false; // another encoding, or no text
        }
    }
}
