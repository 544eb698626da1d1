using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>With several campaigns in one group each reads the message; the one that places most wins.</summary>
public static class CampaignChoice
{
    /// <summary>The winning campaign and its reading; ties are named, the first stands in for what all agree on.</summary>
    /// <returns>Null where no campaign is bound.</returns>
    public static (ActiveCampaign Campaign, ReportReading Reading, IReadOnlyList<ActiveCampaign> Tied)? Read(
        IReadOnlyList<ActiveCampaign> campaigns, string text, ReadingContext context)
    {
        if (campaigns.Count == 0) return null;
        var readings = campaigns.Select(c => (Campaign: c, Reading: c.Reader.Read(text, context))).ToList();
        var most = readings.Max(r => Placed(r.Reading));
        var best = readings.Where(r => Placed(r.Reading) == most).ToList();
        var tied = best.Count > 1 && most > 0 ? best.Select(b => b.Campaign).ToList() : [];
        return (best[0].Campaign, best[0].Reading, tied);
    }

    private static int Placed(ReportReading reading) => reading.Activities.Sum(a => a.Components.Count) + reading.Asks.Count;
}
