using System.Security.Cryptography;
using Bot.Adapters.Access;
using Bot.Adapters.Documents;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Host.Limits;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.Files;

/// <summary>A campaign's deadlines for calendar programs, which come without a session: the address is the key.</summary>
internal static class DeadlineCalendars
{
    private const int LongestSeal = 64;

    public static WebApplication MapDeadlineCalendars(this WebApplication app)
    {
        app.MapMethods("/calendars/{office:guid}/{campaign}/{seal}.ics", [HttpMethods.Get, HttpMethods.Head], FetchAsync).WithLimits(RateLimits.Entrances, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FetchAsync(
        HttpContext context, Guid office, string campaign, string seal, CalendarLinks links, ISeasons seasons, TimeProvider clock, CancellationToken cancel)
    {
        var (owner, id) = (new OfficeId(office), new CampaignId(campaign));
        if (seal.Length > LongestSeal || !links.Opens(owner, id, seal)) return Results.NotFound();
        var season = await seasons.LoadAsync(owner, clock.GetUtcNow(), cancel);
        if (season.Campaigns.FirstOrDefault(c => c.Revision.Campaign == id) is not { } running) return Results.NotFound();
        var file = DeadlineCalendar.Write(owner, season.Office.Zone, running.Campaign, Deadline.AllOf(running, season.Units, season.Units, season.Zone));
        context.Response.Headers.CacheControl = "private, max-age=900";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(file, DeadlineCalendar.ContentType, entityTag: tag);
    }
}
