using Bot.Domain.Organisation;

namespace Bot.Domain.Campaigns;

/// <summary>Activated campaigns.</summary>
public interface ICampaigns
{
    /// <summary>A revision an office activated; revisions never change, so it may be kept.</summary>
    Task<ActiveCampaign> GetAsync(OfficeId office, RevisionId revision, CancellationToken cancel);
}
