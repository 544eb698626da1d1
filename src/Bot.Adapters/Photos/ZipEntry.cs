namespace Bot.Adapters.Photos;

/// <summary>One part of a ZIP archive, as both its own header and the directory at the end describe it.</summary>
internal sealed record ZipEntry
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where its header begins.</summary>
    public required long At { get; init; }

    /// <summary>Where its packed bytes begin.</summary>
    public required long DataAt { get; init; }

    /// <summary>How many they are.</summary>
    public required long Packed { get; init; }

    /// <summary>How many they are said to become.</summary>
    public required long Unpacked { get; init; }

    /// <summary>The checksum they are said to have then.</summary>
    public required uint Checksum { get; init; }

    /// <summary>Whether they are packed (deflate) or just stored.</summary>
    public required bool IsDeflated { get; init; }

    /// <summary>Whether a password is needed.</summary>
    public required bool IsEncrypted { get; init; }

    /// <summary>Where they end.</summary>
    public long End => DataAt + Packed;
}
