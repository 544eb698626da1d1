namespace Bot.Domain.Ledger;

/// <summary>A recorded activity (活动记录).</summary>
public readonly record struct ActivityId(Guid Value);
