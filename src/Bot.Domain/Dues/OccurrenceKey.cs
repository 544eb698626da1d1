using Bot.Domain.Campaigns;

namespace Bot.Domain.Dues;

/// <summary>Names one occurrence of an obligation for good: <paramref name="Day"/> is the plan's own deadline day, whatever it is moved to.</summary>
public readonly record struct OccurrenceKey(CampaignId Campaign, string Obligation, DateOnly Day);
