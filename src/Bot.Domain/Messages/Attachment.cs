using Bot.Domain.Gathering;

namespace Bot.Domain.Messages;

/// <summary>A photo, video or file of a message.</summary>
public sealed record Attachment
{
    /// <summary>The name to show; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>The content, once stored; null: still to be fetched.</summary>
    public BlobKey? Blob { get; init; }

    /// <summary>What it is, once looked at.</summary>
    public MediaKind? Kind { get; init; }

    /// <summary>How many bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The platform's handle to fetch it by, where it is not stored yet.</summary>
    public string? PlatformFile { get; init; }

    /// <summary>Width in pixels, where it is a picture.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, where it is a picture.</summary>
    public int? Height { get; init; }
}
