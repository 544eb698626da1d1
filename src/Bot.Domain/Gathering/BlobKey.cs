namespace Bot.Domain.Gathering;

/// <summary>Stored content by its SHA-256, 64 lower-case hex digits.</summary>
public readonly record struct BlobKey(string Value);
