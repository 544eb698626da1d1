using Bot.Domain.Campaigns;

namespace Bot.Host.Files;

/// <summary>Where charts are fetched.</summary>
internal static class ChartPaths
{
    /// <summary>Reporting rate by deadline.</summary>
    public const string Rate = "rate";

    /// <summary>Figures by row of a form.</summary>
    public const string Rows = "rows";

    /// <summary>Units by deadline.</summary>
    public const string Units = "units";

    /// <summary>The address of a chart of an obligation or a form.</summary>
    public static string Of(CampaignId campaign, string chart, string of, string format) =>
        $"/files/{Uri.EscapeDataString(campaign.Value)}/charts/{chart}/{Uri.EscapeDataString(of)}.{format}";

    /// <summary>What recurs: a single deadline has no course to draw.</summary>
    public static IReadOnlyList<Obligation> Recurring(Campaign campaign)
    {
        var recurring = campaign.Obligations.Where(o => o.Schedule is not (Schedule.Once or Schedule.Dates)).ToList();
        return recurring.Count > 0 ? recurring : [.. campaign.Obligations.Take(1)];
    }
}
