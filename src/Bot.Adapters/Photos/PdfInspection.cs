using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Sees whether a PDF begins and ends as one (ISO 32000-2, 7.5). It is only ever handed out for saving.</summary>
internal static class PdfInspection
{
    /// <summary>Writers pad the end a little; readers look for it in the last kilobyte or so.</summary>
    private const int Tail = 4096;

    /// <summary>Looks at the file.</summary>
    public static Inspection Inspect(MediaBytes file)
    {
        var version = file.Span(5, 2);
        if (version[0] is not ((byte)'1' or (byte)'2') || version[1] != (byte)'.')
            throw new InvalidDataException("There is no such version.");
        var from = Math.Max(0, file.Length - Tail);
        var tail = file.Span(from, (int)(file.Length - from));
        if (tail.LastIndexOf("startxref"u8) < 0 || tail.LastIndexOf("%%EOF"u8) < 0)
            throw new InvalidDataException("The document is cut off.");
        return new Inspection.Fine { Kind = MediaKind.Pdf, End = file.Length };
    }
}
