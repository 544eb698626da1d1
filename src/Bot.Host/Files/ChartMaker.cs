using System.Text;
using Bot.Adapters.Charts;
using Bot.Adapters.Console;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Host.Console;
using Bot.Host.WebChat;

namespace Bot.Host.Files;

/// <summary>
/// Draws charts: how many of how many reported, and what was done, for everybody who belongs to the office; which unit reported
/// when, for its admins.
/// </summary>
internal sealed class ChartMaker(FormRollups rollups, DueMatrices dues, IOrganisation organisation, TimeProvider clock)
{
    /// <summary>The content type of a chart for pages.</summary>
    public const string Svg = "image/svg+xml; charset=utf-8";

    /// <summary>A chart; null: there is none, not for this viewer, or no program that draws pictures.</summary>
    public async Task<byte[]?> MakeAsync(Viewer viewer, CampaignId campaign, string chart, string of, string format, IQueryCollection query, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(ChatTimes.Local(clock.GetUtcNow(), viewer.Zone).DateTime);
        if (!viewer.IsAdmin && await organisation.FindPersonAsync(viewer.Office, viewer.Account, today, cancel) is not { Units.Count: > 0 }) return null;
        var drawn = chart switch
        {
            ChartPaths.Rate => await dues.ReadAsync(viewer.Office, campaign, of, today, cancel) is { } matrix ? RateChart.Draw(Title(matrix), matrix, clock.GetUtcNow()) : null,
            ChartPaths.Units when viewer.IsAdmin => await dues.ReadAsync(viewer.Office, campaign, of, today, cancel) is { } matrix ? UnitChart.Draw(Title(matrix), matrix) : null,
            ChartPaths.Rows => await RowsAsync(viewer.Office, campaign, of, query, today, cancel),
            _ => null,
        };
        if (drawn is null) return null;
        return format == "png" ? await ChartPng.DrawAsync(drawn, cancel) : Encoding.UTF8.GetBytes(drawn);
    }

    private async Task<string?> RowsAsync(OfficeId office, CampaignId campaign, string form, IQueryCollection query, DateOnly today, CancellationToken cancel)
    {
        var ask = new FormAsk { Form = new FormId(form), Period = PeriodChoice.Read(query, today).Days, Today = today, Sources = false };
        return await rollups.FillAsync(office, campaign, ask, cancel) is { Rollups: [var only] } filled ? RowChart.Draw(filled.Campaign.Active.Campaign, only) : null;
    }

    private static string Title(DueMatrix matrix) => matrix.Campaign.Active.Campaign.Title;
}
