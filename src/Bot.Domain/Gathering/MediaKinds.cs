namespace Bot.Domain.Gathering;

/// <summary>What follows from a file's kind.</summary>
public static class MediaKinds
{
    /// <summary>Photo, video or document.</summary>
    public static MediaClass Class(this MediaKind kind) => kind switch
    {
        MediaKind.Jpeg or MediaKind.Png or MediaKind.WebP or MediaKind.Heic => MediaClass.Photo,
        MediaKind.Mp4 => MediaClass.Video,
        MediaKind.Pdf or MediaKind.Docx or MediaKind.Xlsx or MediaKind.Text => MediaClass.Document,
        _ => throw Unknown(kind),
    };

    /// <summary>The media type it is served with (IANA).</summary>
    public static string ContentType(this MediaKind kind) => kind switch
    {
        MediaKind.Jpeg => "image/jpeg",
        MediaKind.Png => "image/png",
        MediaKind.WebP => "image/webp",
        MediaKind.Heic => "image/heic",
        MediaKind.Mp4 => "video/mp4",
        MediaKind.Pdf => "application/pdf",
        MediaKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        MediaKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        MediaKind.Text => "text/plain",
        _ => throw Unknown(kind),
    };

    /// <summary>The ending of file names, with its dot.</summary>
    public static string Extension(this MediaKind kind) => kind switch
    {
        MediaKind.Jpeg => ".jpg",
        MediaKind.Png => ".png",
        MediaKind.WebP => ".webp",
        MediaKind.Heic => ".heic",
        MediaKind.Mp4 => ".mp4",
        MediaKind.Pdf => ".pdf",
        MediaKind.Docx => ".docx",
        MediaKind.Xlsx => ".xlsx",
        MediaKind.Text => ".txt",
        _ => throw Unknown(kind),
    };

    /// <summary>Whether a file name's ending (with its dot, any case) suits the kind.</summary>
    public static bool HasExtension(this MediaKind kind, string extension) =>
        Same(extension, kind.Extension()) || kind switch
        {
            MediaKind.Jpeg => Same(extension, ".jpeg"),
            MediaKind.Heic => Same(extension, ".heif"),
            MediaKind.Mp4 => Same(extension, ".mov") || Same(extension, ".m4v"),
            MediaKind.Text => Same(extension, ".md") || Same(extension, ".markdown"),
            _ => false,
        };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static ArgumentOutOfRangeException Unknown(MediaKind kind) => new(nameof(kind), kind, "No such kind of file.");
}
