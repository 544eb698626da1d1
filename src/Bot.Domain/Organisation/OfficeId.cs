namespace Bot.Domain.Organisation;

/// <summary>Which office (主管单位) a row belongs to; no query crosses offices.</summary>
public readonly record struct OfficeId(Guid Value);
