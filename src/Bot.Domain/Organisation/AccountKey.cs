using Bot.Domain.Messages;

namespace Bot.Domain.Organisation;

/// <summary>An account on a platform.</summary>
public readonly record struct AccountKey(Platform Platform, string Id);
