namespace Bot.Domain.Returns;

/// <summary>A return's id (UUIDv7).</summary>
public readonly record struct ReturnId(Guid Value);
