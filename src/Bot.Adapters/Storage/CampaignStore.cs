using System.Collections.Concurrent;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Activated revisions, compiled once per program.</summary>
/// <param name="store">The database.</param>
/// <param name="load">Makes a campaign of the stored source, which was checked when it was activated.</param>
/// <param name="compile">Makes a reader of a campaign.</param>
internal sealed class CampaignStore(Store store, Func<string, Campaign> load, Func<Campaign, IReportReader> compile) : ICampaigns
{
    private readonly ConcurrentDictionary<(OfficeId Office, RevisionId Revision), ActiveCampaign> known = new();

    public async Task<ActiveCampaign> GetAsync(OfficeId office, RevisionId revision, CancellationToken cancel)
    {
        if (known.TryGetValue((office, revision), out var active)) return active;
        var source = await store.ReadAsync(
            db => db.Revisions
                .Where(r => r.OfficeId == office.Value && r.CampaignId == revision.Campaign.Value && r.Number == revision.Number)
                .Select(r => r.Source).SingleAsync(cancel),
            cancel);
        var campaign = load(source);
        return known.GetOrAdd((office, revision), new ActiveCampaign(revision, campaign, compile(campaign)));
    }
}
