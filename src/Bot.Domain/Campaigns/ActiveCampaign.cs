using Bot.Domain.Reading;

namespace Bot.Domain.Campaigns;

/// <summary>An activated revision, ready to read by.</summary>
public sealed record ActiveCampaign(RevisionId Revision, Campaign Campaign, IReportReader Reader);
