using System.Buffers.Binary;
using System.Text;

namespace Bot.Adapters.Photos;

/// <summary>What the <c>ftyp</c> box at the beginning of a file says it is (ISO/IEC 14496-12, 23008-12; mp4ra.org).</summary>
internal static class Brands
{
    /// <summary>What the brands have in common.</summary>
    public enum Family
    {
        /// <summary>HEVC pictures.</summary>
        Heic,

        /// <summary>AV1 pictures.</summary>
        Avif,

        /// <summary>Films; also what names no known brand.</summary>
        Movie,

        /// <summary>Sound only.</summary>
        Audio,

        /// <summary>Something else in the same wrapping: raw photos, JPEG 2000, other picture codecs.</summary>
        Other,
    }

    /// <summary>The family, by the main brand first, then by the compatible ones.</summary>
    public static Family Of(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16)
            return Family.Other;
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var compatible = new List<string>();
        for (var at = 16; at + 4 <= end; at += 4)
            compatible.Add(Encoding.Latin1.GetString(head.Slice(at, 4)));
        return Encoding.Latin1.GetString(head.Slice(8, 4)) switch
        {
            "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" => Family.Heic,
            "avif" or "avis" => Family.Avif,
            "mif1" or "msf1" or "mif2" or "MiHE" or "MiPr" or "miaf" => Picture(compatible),
            "M4A " or "M4B " or "M4P " or "F4A " => Family.Audio,
            "crx " or "jp2 " or "jpx " or "jpm " or "jxl " or "avci" or "jpeg" => Family.Other,
            _ => Family.Movie,
        };
    }

    private static Family Picture(List<string> compatible) =>
        compatible.Exists(b => b is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx") ? Family.Heic
        : compatible.Exists(b => b is "avif" or "avis") ? Family.Avif
        : Family.Other;
}
