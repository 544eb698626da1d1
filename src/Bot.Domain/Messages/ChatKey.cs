namespace Bot.Domain.Messages;

/// <summary>A chat on its platform.</summary>
public readonly record struct ChatKey(Platform Platform, string Id);
