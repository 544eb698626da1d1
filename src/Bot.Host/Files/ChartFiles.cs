using Bot.Domain.Campaigns;
using Bot.Host.Access;
using Bot.Host.Limits;

namespace Bot.Host.Files;

/// <summary>Charts as files, drawn when they are fetched: SVG for pages, PNG for chats.</summary>
internal static class ChartFiles
{
    public static WebApplication MapChartFiles(this WebApplication app)
    {
        app.MapGet("/files/{campaign}/charts/{chart}/{of}.{format:regex(^(svg|png)$)}", FetchAsync).RequireAuthorization().WithLimits(RateLimits.People, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FetchAsync(HttpContext context, string campaign, string chart, string of, string format, ChartMaker maker, CancellationToken cancel) =>
        await maker.MakeAsync(context.Viewer, new CampaignId(campaign), chart, of, format, context.Request.Query, cancel) is { } content
            ? Results.Bytes(content, format == "png" ? "image/png" : ChartMaker.Svg)
            : Results.NotFound();
}
