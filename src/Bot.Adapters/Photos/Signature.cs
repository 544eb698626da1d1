using System.Text;
using Bot.Domain.Gathering;
using static Bot.Domain.Gathering.IntakeOutcome;

namespace Bot.Adapters.Photos;

/// <summary>How a file begins: enough to know how to look through it, or to refuse it before the rest has come.</summary>
internal abstract record Signature
{
    /// <summary>How many bytes of the beginning are wanted.</summary>
    public const int HeadBytes = 4096;

    private Signature() { }

    /// <summary>To be looked through.</summary>
    public sealed record Known(FileFormat Format, MediaClass Class) : Signature;

    /// <summary>Certainly nothing that is taken.</summary>
    public sealed record Foreign(Func<string?, Refused> Because) : Signature;

    /// <summary>Judges the beginning of a file that is not empty.</summary>
    /// <param name="head">Its beginning.</param>
    /// <param name="name">As its sender called it: what begins like nothing is taken for a text only if it is called one.</param>
    public static Signature Of(ReadOnlySpan<byte> head, string? name)
    {
        if (Ours(head) is { } known)
            return known;
        if (Others(head) is { } because)
            return new Foreign(because);
        return name is not null && MediaKind.Text.HasExtension(Path.GetExtension(FileName.Clean(name)))
            ? new Known(FileFormat.Text, MediaClass.Document)
            : new Foreign(IntakeRefusals.NotMedia);
    }

    private static Known? Ours(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return new Known(FileFormat.Jpeg, MediaClass.Photo);
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return new Known(FileFormat.Png, MediaClass.Photo);
        if (head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8))
            return new Known(FileFormat.WebP, MediaClass.Photo);
        if (PdfInspection.BeginsAt(head) >= 0)
            return new Known(FileFormat.Pdf, MediaClass.Document);
        if (head.StartsWith("PK\x03\x04"u8))
            return new Known(FileFormat.Zip, MediaClass.Document);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return new Known(FileFormat.Compound, MediaClass.Document);
        return At(head, 4, "ftyp"u8) ? Brands.Of(head) switch
        {
            Brands.Family.Heic => new Known(FileFormat.Heif, MediaClass.Photo),
            Brands.Family.Movie => new Known(FileFormat.Movie, MediaClass.Video),
            _ => null,
        }
        : null;
    }

    private static Func<string?, Refused>? Others(ReadOnlySpan<byte> head)
    {
        if (Picture(head) is { } kind)
            return name => IntakeRefusals.OtherPicture(name, kind);
        if (IsVideo(head))
            return IntakeRefusals.OtherVideo;
        if (IsAudio(head))
            return IntakeRefusals.Audio;
        if (IsProgram(head))
            return IntakeRefusals.Program;
        if (IsArchive(head))
            return IntakeRefusals.Archive;
        if (head.StartsWith("{\\rtf"u8))
            return IntakeRefusals.OldOffice;
        return IsWebPage(head) ? IntakeRefusals.WebPage : null;
    }

    private static string? Picture(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("GIF8"u8))
            return "GIF";
        if (head.StartsWith("BM"u8) && At(head, 6, "\0\0\0\0"u8))
            return "BMP";
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8))
            return "TIFF";
        if (At(head, 4, "ftyp"u8) && Brands.Of(head) == Brands.Family.Avif)
            return "AVIF";
        if (head.StartsWith("\0\0\0\x0CJXL "u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]))
            return "JPEG XL";
        if (head.StartsWith("\0\0\0\x0CjP  "u8))
            return "JPEG 2000";
        return head.StartsWith("8BPS"u8) ? "PSD" : null;
    }

    private static bool IsVideo(ReadOnlySpan<byte> head) =>
        (head.StartsWith("RIFF"u8) && At(head, 8, "AVI "u8))
        || head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) // Matroska, WebM
        || head.StartsWith("FLV\x01"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]) // WMV
        || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) // MPEG
        || head.StartsWith(".RMF"u8)
        || (head.Length > 188 && head[0] == 0x47 && head[188] == 0x47) // MPEG transport stream
        || At(head, 4, "moov"u8) || At(head, 4, "mdat"u8) || At(head, 4, "wide"u8); // QuickTime before 2001

    private static bool IsAudio(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8) || head.StartsWith("#!AMR"u8) || head.StartsWith("#!SILK"u8) || head.StartsWith("\x02#!SILK"u8)
        || head.StartsWith("OggS"u8) || head.StartsWith("fLaC"u8)
        || (head.StartsWith("RIFF"u8) && At(head, 8, "WAVE"u8))
        || (head.Length > 1 && head[0] == 0xFF && head[1] is 0xFB or 0xFA or 0xF3 or 0xF2 or 0xF1 or 0xF9) // MP3, AAC frames
        || (At(head, 4, "ftyp"u8) && Brands.Of(head) == Brands.Family.Audio);

    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\x7F\x45LF"u8) || head.StartsWith("#!"u8) || head.StartsWith("dex\n"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE])
        || head.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xED, 0xFA, 0xCF])
        || head.StartsWith((ReadOnlySpan<byte>)[0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0]); // Windows shortcut

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x05\x06"u8) || head.StartsWith("PK\x07\x08"u8) || head.StartsWith("Rar!\x1A\x07"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C])
        || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || head.StartsWith("BZh"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0])
        || head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])
        || head.StartsWith("MSCF"u8) || At(head, 257, "ustar"u8);

    /// <summary>Whatever begins like markup, after a byte order mark and blanks, in UTF-8 or UTF-16.</summary>
    private static bool IsWebPage(ReadOnlySpan<byte> head)
    {
        var begin = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 512)]).AsSpan().TrimStart("\u00EF\u00BB\u00BF\u00FF\u00FE\0 \t\r\n");
        return begin.StartsWith("<");
    }

    private static bool At(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> what) =>
        head.Length >= at + what.Length && head.Slice(at, what.Length).SequenceEqual(what);
}
