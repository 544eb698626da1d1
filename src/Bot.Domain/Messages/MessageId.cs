namespace Bot.Domain.Messages;

/// <summary>A message revision in the inbox.</summary>
public readonly record struct MessageId(Guid Value);
