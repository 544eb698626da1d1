using System.Globalization;
using System.Text;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// The headers a stored file is served with. Its type is one of our own closed set, never a declared one, and browsers may
/// not guess another: a page or drawing with scripts can never run from our address.
/// </summary>
internal sealed record BlobResponse
{
    /// <summary>The media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Shown in the page (photos, videos) or saved (documents), under which name.</summary>
    public required string ContentDisposition { get; init; }

    /// <summary>The content's own name, quoted: equal content never changes.</summary>
    public required string ETag { get; init; }

    /// <summary>All headers, these three included.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The headers for a file of this kind.</summary>
    /// <param name="kind">As intake found it.</param>
    /// <param name="key">Its content.</param>
    /// <param name="name">As its sender named it, for saving; null: it has none.</param>
    /// <param name="save">True: to be saved even where it could be shown.</param>
    public static BlobResponse For(MediaKind kind, BlobKey key, string? name, bool save)
    {
        var type = kind.ContentType();
        var shown = !save && kind.Class() is MediaClass.Photo or MediaClass.Video;
        var disposition = Disposition(shown ? "inline" : "attachment", NameFor(kind, name));
        var etag = $"\"{key.Hex}\"";
        return new BlobResponse
        {
            ContentType = type,
            ContentDisposition = disposition,
            ETag = etag,
            Headers =
            [
                new("Content-Type", type),
                new("Content-Disposition", disposition),
                new("ETag", etag),
                new("X-Content-Type-Options", "nosniff"),
                new("Content-Security-Policy", "default-src 'none'; sandbox"),
                new("Cross-Origin-Resource-Policy", "same-origin"),
                // Only this browser may keep it, and not for long: photos show people.
                new("Cache-Control", "private, max-age=86400, immutable"),
            ],
        };
    }

    /// <summary>A clean name whose ending says what the content is, whatever it was called.</summary>
    private static string NameFor(MediaKind kind, string? name)
    {
        var clean = name is not null ? FileName.Clean(name) : kind.Class() switch
        {
            MediaClass.Photo => "照片",
            MediaClass.Video => "视频",
            _ => "文档",
        };
        return kind.HasExtension(Path.GetExtension(clean)) ? clean : clean + kind.Extension();
    }

    /// <summary>RFC 6266: plain letters for old programs, the true name percent-encoded (RFC 5987) for the rest.</summary>
    private static string Disposition(string way, string name)
    {
        var plain = new StringBuilder(name.Length);
        var full = new StringBuilder(name.Length * 9);
        foreach (var rune in name.EnumerateRunes())
            plain.Append(rune is { IsAscii: true, Value: >= 0x20 and not ('"' or '\\' or '%' or 0x7F) } ? (char)rune.Value : '_');
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
                full.Append(c);
            else
                full.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return $"{way}; filename=\"{plain}\"; filename*=UTF-8''{full}";
    }
}
