using Bot.Adapters.Console;
using Bot.Domain.Campaigns;

namespace Bot.Host.Console;

/// <summary>The overview, a campaign's own room, and the log of what admins did.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("", ShowAsync);
        routes.MapGet("/campaigns/{id}", CampaignAsync);
        routes.MapGet("/campaigns/{id}/charts", ChartsAsync);
        routes.MapGet("/audit", AuditAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Overview overview, Burdens burdens, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var model = new OverviewModel(
            await overview.ReadAsync(frame.Viewer.Office, frame.Today, cancel), await burdens.ReadAsync(frame.Viewer.Office, cancel));
        return ConsolePage.Of<OverviewPage>(frame, model);
    }

    private static async Task<IResult> CampaignAsync(HttpContext context, string id, OfficeCampaigns campaigns, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        return await campaigns.FindAsync(frame.Viewer.Office, new CampaignId(id), frame.Today, cancel) is { } campaign
            ? ConsolePage.Of<CampaignPage>(frame, campaign)
            : await ConsolePage.NotThereAsync(context, "本单位没有这项活动。", cancel);
    }

    private static async Task<IResult> ChartsAsync(HttpContext context, string id, OfficeCampaigns campaigns, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        return await campaigns.FindAsync(frame.Viewer.Office, new CampaignId(id), frame.Today, cancel) is { } campaign
            ? ConsolePage.Of<ChartsPage>(frame, campaign)
            : await ConsolePage.NotThereAsync(context, "本单位没有这项活动。", cancel);
    }

    private static async Task<IResult> AuditAsync(HttpContext context, AuditTrail audit, OfficeCampaigns campaigns, int? page, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var (lines, more) = await audit.ReadAsync(frame.Viewer.Office, number, cancel);
        return ConsolePage.Of<AuditPage>(frame, new AuditModel(
            lines, number, more, [.. (await campaigns.AllAsync(frame.Viewer.Office, frame.Today, cancel)).Select(c => c.Active.Campaign)]));
    }
}

/// <summary>How the campaigns stand, and what the bot cost and spared lately.</summary>
internal sealed record OverviewModel(IReadOnlyList<CampaignStanding> Standings, IReadOnlyList<WeekBurden> Weeks)
{
    /// <summary>The weeks in which anything happened, the present one first.</summary>
    public IReadOnlyList<WeekBurden> BusyWeeks => [.. Weeks.Where(w => w.Messages + w.Asked + w.Spared + w.Idle > 0)];
}

/// <summary>A page of the log.</summary>
internal sealed record AuditModel(IReadOnlyList<AuditLine> Lines, int Page, bool More, IReadOnlyList<Campaign> Campaigns)
{
    /// <summary>A detail as people call it: campaigns and what they ask for are kept by their ids.</summary>
    public string Of(AuditLine line, string key, string value)
    {
        var id = line.Details.FirstOrDefault(d => d.Key == "campaign").Value;
        var campaign = Campaigns.FirstOrDefault(c => c.Id.Value == id);
        return key switch
        {
            "campaign" => campaign?.Title ?? value,
            "obligation" when campaign?.Obligations.FirstOrDefault(o => o.Id == value) is { } obligation => ConsoleWords.Of(obligation, campaign),
            _ => value,
        };
    }
}
