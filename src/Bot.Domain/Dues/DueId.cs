namespace Bot.Domain.Dues;

/// <summary>A due's id (UUIDv7).</summary>
public readonly record struct DueId(Guid Value);
