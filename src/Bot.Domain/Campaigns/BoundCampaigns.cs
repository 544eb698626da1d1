using Bot.Domain.Organisation;

namespace Bot.Domain.Campaigns;

/// <summary>The campaigns of a place.</summary>
public static class BoundCampaigns
{
    /// <summary>What is bound to the place, in the order of binding, ready to read by.</summary>
    public static async Task<IReadOnlyList<ActiveCampaign>> OfAsync(this ICampaigns campaigns, Place place, CancellationToken cancel)
    {
        var bound = new List<ActiveCampaign>(place.Campaigns.Count);
        foreach (var revision in place.Campaigns) bound.Add(await campaigns.GetAsync(place.Office.Id, revision, cancel));
        return bound;
    }
}
