namespace Bot.Domain.Ledger;

/// <summary>A booking (记数): a UUID of version 7.</summary>
public readonly record struct BookingId(Guid Value);
