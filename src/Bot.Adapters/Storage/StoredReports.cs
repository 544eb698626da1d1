using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Every text that was read for a campaign and is still kept, as it was said.</summary>
internal static class StoredReports
{
    /// <summary>All offices' texts, oldest first.</summary>
    public static Task<IReadOnlyList<StoredReport>> AllAsync(Store store, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<StoredReport>>(
        async db =>
        {
            var zones = await db.Offices.ToDictionaryAsync(o => o.Id, o => TimeZoneInfo.FindSystemTimeZoneById(o.Zone), cancel);
            var units = await db.Units.OrderBy(u => u.Order).ToListAsync(cancel);
            var sources = await db.Revisions.ToListAsync(cancel);
            var campaigns = sources.ToDictionary(r => (r.OfficeId, r.CampaignId, r.Number), r => CampaignActivation.Load(r.Source));
            var rows = await (
                from s in db.Submissions
                where s.CampaignId != null && s.Revision != null
                join t in db.MessageTexts on s.TextMessageId equals t.MessageId
                orderby s.SaidAt, s.Id
                select new { s.Id, s.OfficeId, s.CampaignId, s.Revision, s.UnitId, s.SaidAt, t.Text }).ToListAsync(cancel);
            return
            [
                .. rows.Select(r => new StoredReport(
                    r.Id, campaigns[(r.OfficeId, r.CampaignId!, r.Revision!.Value)], r.Text,
                    new ReadingContext
                    {
                        SaidAt = TimeZoneInfo.ConvertTime(r.SaidAt, zones[r.OfficeId]).DateTime, Unit = units.Find(u => u.Id == r.UnitId)?.Name,
                        Units = [.. units.Where(u => u.OfficeId == r.OfficeId).SelectMany(u => u.Aliases.Prepend(u.Name))],
                    })),
            ];
        },
        cancel);
}

/// <summary>A kept text.</summary>
/// <param name="Id">Its submission.</param>
/// <param name="Campaign">The campaign it was read for.</param>
/// <param name="Text">The text.</param>
/// <param name="Context">What was known around it.</param>
internal sealed record StoredReport(Guid Id, Campaign Campaign, string Text, ReadingContext Context);
