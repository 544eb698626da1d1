namespace Bot.Adapters.Photos;

/// <summary>How a file is laid out, which decides how it is looked through.</summary>
internal enum FileFormat
{
    /// <summary>JPEG segments.</summary>
    Jpeg,

    /// <summary>PNG chunks.</summary>
    Png,

    /// <summary>RIFF chunks of a WebP picture.</summary>
    WebP,

    /// <summary>Boxes of a HEIC picture.</summary>
    Heif,

    /// <summary>Boxes of an MP4 or QuickTime film.</summary>
    Movie,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>A ZIP archive, as Word and Excel files are.</summary>
    Zip,

    /// <summary>Microsoft's compound file: old Office, WPS, or a newer file behind a password.</summary>
    Compound,

    /// <summary>Text without any format.</summary>
    Text,
}
