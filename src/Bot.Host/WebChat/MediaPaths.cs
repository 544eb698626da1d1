using Bot.Domain.Gathering;
using Bot.Domain.Messages;

namespace Bot.Host.WebChat;

/// <summary>Where stored photos and files are fetched.</summary>
internal static class MediaPaths
{
    public const string Route = "/media/{sha256}";

    /// <summary>The photo made small and upright, without what the camera wrote.</summary>
    public const string SmallRoute = "/media/{sha256}/small";

    public static string Small(BlobKey blob) => "/media/" + blob.Hex + "/small";

    public static string Of(BlobKey blob) => "/media/" + blob.Hex;

    public static string? Of(Attachment attachment) => attachment.Blob is { } blob ? Of(blob) : null;
}
