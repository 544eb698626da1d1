namespace Bot.Domain.Organisation;

/// <summary>A person the office knows.</summary>
public readonly record struct PersonId(Guid Value);
