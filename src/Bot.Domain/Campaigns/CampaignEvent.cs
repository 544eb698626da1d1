namespace Bot.Domain.Campaigns;

/// <summary>A dated activity of the campaign that is not a hand-in: the launch, the consultation day.</summary>
public sealed record CampaignEvent(DateOnly Day, string Name);
