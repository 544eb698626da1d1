using System.Globalization;
using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;

namespace Bot.Host.Console;

/// <summary>Every push: sent, planned, not sent and why.</summary>
internal static class PushEndpoints
{
    /// <summary>How many days a page of what is planned has.</summary>
    public const int DaysAPage = 28;

    private const int MostPages = 100;

    public static void MapPushes(this IEndpointRouteBuilder routes) => routes.MapGet("/pushes", ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context, PushList list, PlannedPushes planned, OfficeCampaigns campaigns, TimeProvider clock, CancellationToken cancel)
    {
        var frame = await ConsoleFrame.OfAsync(context, cancel);
        var (office, query) = (frame.Viewer.Office, context.Request.Query);
        var view = Enum.TryParse<PushView>(query["view"], out var wanted) && Enum.IsDefined(wanted) ? wanted : PushView.Sent;
        PushKind? kind = Enum.TryParse<PushKind>(query["kind"], out var one) && Enum.IsDefined(one) ? one : null;
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, MostPages) : 1;
        var titles = (await campaigns.AllAsync(office, frame.Today, cancel)).ToDictionary(c => c.Active.Campaign.Id, c => c.Active.Campaign);
        if (view != PushView.Planned)
        {
            var decided = await list.ReadAsync(office, new PushFilter(view == PushView.Skipped, kind, page), cancel);
            return ConsolePage.Of<PushesPage>(frame, new PushesModel(view, kind, page, titles) { Decided = decided });
        }

        var from = clock.GetUtcNow().AddDays(DaysAPage * (page - 1));
        var ahead = await planned.ReadAsync(office, from, from.AddDays(DaysAPage), cancel);
        return ConsolePage.Of<PushesPage>(frame, new PushesModel(view, kind, page, titles) { Ahead = [.. ahead.Where(a => kind is null || a.Step.Planned.Step.Kind == kind)] });
    }
}

/// <summary>Which pushes a page shows.</summary>
internal enum PushView
{
    /// <summary>已发: sent, or about to be.</summary>
    Sent,

    /// <summary>计划.</summary>
    Planned,

    /// <summary>没发, with the reason.</summary>
    Skipped,
}

/// <summary>A page of pushes.</summary>
internal sealed record PushesModel(PushView View, PushKind? Kind, int Page, IReadOnlyDictionary<CampaignId, Campaign> Campaigns)
{
    /// <summary>What was decided; null: what is ahead is shown.</summary>
    public PushPage? Decided { get; init; }

    /// <summary>What is ahead.</summary>
    public IReadOnlyList<PlannedPush> Ahead { get; init; } = [];

    /// <summary>Whether there is a page behind this one.</summary>
    public bool More => Decided is { } decided ? decided.Total > Page * PushList.PageSize : Page < 12;

    /// <summary>The address of the same page with one thing changed.</summary>
    public string With(PushView view, int page) => ConsolePaths.Pushes + QueryString.Create(
        new (string Key, string Value)[] { ("view", view == PushView.Sent ? "" : view.ToString()), ("kind", Kind?.ToString() ?? ""), ("page", page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture)) }
            .Where(q => q.Value.Length > 0).Select(q => new KeyValuePair<string, string?>(q.Key, q.Value)));

    /// <summary>What an occurrence is called: 活动材料（6月20日截止）.</summary>
    public string About(OccurrenceKey of, DateOnly deadline)
    {
        var campaign = Campaigns.GetValueOrDefault(of.Campaign);
        var obligation = campaign?.Obligations.FirstOrDefault(o => o.Id == of.Obligation);
        var name = obligation is null ? of.Obligation : ConsoleWords.Of(obligation, campaign!);
        return $"{name}（{ConsoleWords.Day(deadline)}截止）";
    }
}
