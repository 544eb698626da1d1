namespace Bot.Adapters.Photos;

/// <summary>
/// Finds a second file inside one that is fine by itself: what a picture viewer shows as a photo, another program might
/// open as an archive, a document or a page.
/// </summary>
internal static class Stowaway
{
    private const int PdfReach = 1024; // How far into a file readers look for a PDF's beginning.
    private const int ZipReach = 22 + ushort.MaxValue; // How far from its end an archive's directory may end.

    private static readonly byte[][] Appended =
    [
        [.. "Rar!\x1A\x07"u8], [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], [.. "\x7F\x45LF"u8],
        [.. "<script"u8], [.. "<html"u8], [.. "<!doctype"u8], [.. "<svg"u8], [.. "<?php"u8],
    ];

    /// <summary>Whether there is one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">What it is taken for.</param>
    /// <param name="end">Where that ends.</param>
    public static bool IsIn(MediaBytes file, FileFormat format, long end) =>
        (format != FileFormat.Zip && EndsAsZip(file))
        || (format != FileFormat.Pdf && file.Span(0, (int)Math.Min(PdfReach, file.Length)).IndexOf("%PDF-"u8) >= 0)
        || IsAppended(file, end);

    /// <summary>A directory's end record, before which a directory of the length that it tells really stands.</summary>
    private static bool EndsAsZip(MediaBytes file)
    {
        for (var at = file.Length - 22; at >= Math.Max(0, file.Length - ZipReach); at--)
        {
            if (file.Has(at, "PK\x05\x06"u8) && file.Has(at - file.UInt32Low(at + 12), "PK\x01\x02"u8))
                return true;
        }

        return false;
    }

    private static bool IsAppended(MediaBytes file, long end)
    {
        var rest = file.From(end);
        if (rest.StartsWith("MZ"u8))
            return true;
        foreach (var beginning in Appended)
        {
            if (rest.IndexOf(beginning) >= 0)
                return true;
        }

        return false;
    }
}
