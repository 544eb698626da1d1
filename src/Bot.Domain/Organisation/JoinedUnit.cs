namespace Bot.Domain.Organisation;

/// <summary>A unit somebody became liaison of.</summary>
public sealed record JoinedUnit(OfficeId Office, UnitId Unit, string Name);
