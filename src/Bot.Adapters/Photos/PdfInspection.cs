using System.Buffers;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Sees whether a PDF begins and ends as one (ISO 32000-2, 7.5). It is only ever handed out for saving.</summary>
internal static class PdfInspection
{
    /// <summary>Writers pad the end a little; readers look for it in the last kilobyte or so.</summary>
    private const int Tail = 4096;
    private const int MostAhead = 16;

    private static readonly SearchValues<byte> Ahead = SearchValues.Create([0xEF, 0xBB, 0xBF, .. " \r\n\t\0"u8]);

    /// <summary>Where it begins: at once, or after the few blanks or the byte order mark that some writers send ahead; −1: nowhere.</summary>
    public static int BeginsAt(ReadOnlySpan<byte> head)
    {
        var start = head[..Math.Min(head.Length, MostAhead)].IndexOfAnyExcept(Ahead);
        return start >= 0 && head[start..].StartsWith("%PDF-"u8) ? start : -1;
    }

    /// <summary>Looks at the file.</summary>
    public static Inspection Inspect(MediaBytes file)
    {
        var version = file.Span(BeginsAt(file.Span(0, (int)Math.Min(Signature.HeadBytes, file.Length))) + 5, 2);
        if (version[0] is not ((byte)'1' or (byte)'2') || version[1] != (byte)'.')
            throw new InvalidDataException("There is no such version.");
        var from = Math.Max(0, file.Length - Tail);
        var tail = file.Span(from, (int)(file.Length - from));
        if (tail.LastIndexOf("startxref"u8) < 0 || tail.LastIndexOf("%%EOF"u8) < 0)
            throw new InvalidDataException("The document is cut off.");
        return new Inspection.Fine { Kind = MediaKind.Pdf, End = file.Length };
    }
}
