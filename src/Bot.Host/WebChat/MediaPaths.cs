using Bot.Domain.Gathering;
using Bot.Domain.Messages;

namespace Bot.Host.WebChat;

/// <summary>Where stored photos and files are fetched.</summary>
internal static class MediaPaths
{
    public const string Route = "/media/{sha256}";

    public static string Of(BlobKey blob) => "/media/" + blob.Hex;

    public static string? Of(Attachment attachment) => attachment.Blob is { } blob ? Of(blob) : null;
}
