using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>
/// With several campaigns in one group each reads the message; the one that places most wins, where none places anything
/// the one that asks for such a hand-in. A form filled in is its own campaign's, whatever another one could place of it.
/// </summary>
public static class CampaignChoice
{
    /// <summary>The winning campaign and its reading; ties are named, the first stands in for what all agree on.</summary>
    /// <param name="campaigns">The group's campaigns.</param>
    /// <param name="text">The words and the documents beside them.</param>
    /// <param name="context">What is known around it.</param>
    /// <param name="handsIn">Whether a text read so is something a campaign asks for.</param>
    /// <returns>Null where no campaign is bound.</returns>
    public static (ActiveCampaign Campaign, ReportReading Reading, IReadOnlyList<ActiveCampaign> Tied)? Read(
        IReadOnlyList<ActiveCampaign> campaigns, SubmissionText text, ReadingContext context, Func<Campaign, ReportReading, bool> handsIn)
    {
        if (campaigns.Count == 0) return null;
        var readings = campaigns.Select(c => (Campaign: c, Reading: text.Read(c.Reader, context)))
            .Select(r => (r.Campaign, r.Reading, Score: (r.Reading.IsForeign ? 0 : 1, Placed(r.Reading), handsIn(r.Campaign.Campaign, r.Reading) ? 1 : 0))).ToList();
        var most = readings.Max(r => r.Score);
        var best = readings.Where(r => r.Score == most).ToList();
        var tied = best.Count > 1 && most is not (_, 0, 0) ? best.Select(b => b.Campaign).ToList() : [];
        return (best[0].Campaign, best[0].Reading, tied);
    }

    private static int Placed(ReportReading reading) => reading.Activities.Sum(a => a.Components.Count) + reading.Asks.Count;
}
