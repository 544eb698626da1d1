namespace Bot.Domain.Gathering;

/// <summary>Content that is stored for good.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Length">How many bytes.</param>
public readonly record struct StoredBlob(BlobKey Key, long Length);
