using System.ComponentModel.DataAnnotations;
using Bot.Domain.Gathering;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Photos;

/// <summary>How large what people post may be, and what of it is kept.</summary>
internal sealed class MediaOptions
{
    /// <summary>The section these are read from.</summary>
    public const string Section = "Media";

    /// <summary>Largest photo, in bytes.</summary>
    [Range(1024, 1L << 31)]
    public long MaxPhotoBytes { get; set; } = 20L << 20;

    /// <summary>Largest document, in bytes.</summary>
    [Range(1024, 1L << 31)]
    public long MaxDocumentBytes { get; set; } = 20L << 20;

    /// <summary>Largest video, in bytes.</summary>
    [Range(1024, 1L << 33)]
    public long MaxVideoBytes { get; set; } = 200L << 20;

    /// <summary>Most pixels of a picture, or of one picture of a video.</summary>
    [Range(1_000_000, 1_000_000_000)]
    public long MaxPixels { get; set; } = 100_000_000;

    /// <summary>Most bytes a Word or Excel file may unpack to, all its parts together.</summary>
    [Range(1L << 20, 1L << 33)]
    public long MaxUnzippedBytes { get; set; } = 200L << 20;

    /// <summary>Most bytes unpacked per byte of the file; judged once more than 10 MB have come out.</summary>
    [Range(10, 2000)]
    public int MaxUnzipRatio { get; set; } = 200;

    /// <summary>Most parts of a Word or Excel file.</summary>
    [Range(10, 60_000)]
    public int MaxZipEntries { get; set; } = 5_000;

    /// <summary>True: the office keeps where photos and videos were made. Otherwise it is dropped at intake.</summary>
    public bool KeepLocation { get; set; }

    /// <summary>The limit for a class of files, in bytes.</summary>
    public long MaxBytes(MediaClass what) => what switch
    {
        MediaClass.Photo => MaxPhotoBytes,
        MediaClass.Video => MaxVideoBytes,
        _ => MaxDocumentBytes,
    };
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class MediaOptionsCheck : IValidateOptions<MediaOptions>;
