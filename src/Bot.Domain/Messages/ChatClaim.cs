namespace Bot.Domain.Messages;

/// <summary>The right to handle a chat for a while; whoever takes it next makes this token worthless.</summary>
public readonly record struct ChatClaim(ChatKey Chat, Guid Token);
