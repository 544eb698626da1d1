namespace Bot.Domain.Organisation;

/// <summary>A liaison group (联络群) known to an office.</summary>
public readonly record struct GroupId(Guid Value);
