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
    public static WebApplication MapDeadlineCalendars(this WebApplication app)
    {
        app.MapMethods("/calendars/{office:guid}/{campaign}/{seal}.ics", [HttpMethods.Get, HttpMethods.Head], FetchAsync).WithLimits(RateLimits.Entrances, BodySizes.None);
        return app;
    }

    private static async Task<IResult> FetchAsync(HttpContext context, Guid office, string campaign, string seal, CalendarMaker maker, CancellationToken cancel)
    {
        if (await maker.MakeAsync(new OfficeId(office), new CampaignId(campaign), seal, cancel) is not { } file) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=900";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(file, DeadlineCalendar.ContentType, entityTag: tag);
    }
}

/// <summary>Writes a campaign's calendar for whoever has its address; null: it is no address of ours.</summary>
internal sealed class CalendarMaker(CalendarLinks links, ISeasons seasons, TimeProvider clock)
{
    private const int LongestSeal = 64;

    public async Task<byte[]?> MakeAsync(OfficeId owner, CampaignId id, string seal, CancellationToken cancel)
    {
        if (seal.Length > LongestSeal || !links.Opens(owner, id, seal)) return null;
        var season = await seasons.LoadAsync(owner, clock.GetUtcNow(), cancel);
        if (season.Campaigns.FirstOrDefault(c => c.Revision.Campaign == id) is not { } running) return null;
        return DeadlineCalendar.Write(owner, season.Office.Zone, running.Campaign, Deadline.AllOf(running, season.Units, season.Units, season.Zone));
    }
}
