using System.Runtime.CompilerServices;
using Bot.Adapters.Documents;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>The words and photos behind bookings, read page by page while they are written into a file.</summary>
internal sealed class RecordLines(Store store)
{
    /// <summary>How many bookings are in memory at once.</summary>
    private const int PageSize = 1000;

    /// <summary>A line for every source, in their order.</summary>
    public async IAsyncEnumerable<RecordLine> ReadAsync(OfficeId office, IReadOnlyList<RollupSource> sources, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var page in sources.Chunk(PageSize))
        {
            foreach (var line in await store.ReadAsync(db => PageAsync(db, office, page, cancel), cancel)) yield return line;
        }
    }

    private static async Task<IReadOnlyList<RecordLine>> PageAsync(BotDb db, OfficeId office, RollupSource[] page, CancellationToken cancel)
    {
        var ids = page.Select(s => s.Figure.Booking.Value).ToList();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Offices.Where(o => o.Id == office.Value).Select(o => o.Zone).SingleAsync(cancel));
        var rows = await (
            from b in db.Bookings
            where b.OfficeId == office.Value && ids.Contains(b.Id)
            join m in db.Messages on b.MessageId equals m.Id
            join s in db.Submissions on b.SubmissionId equals s.Id
            join a in db.Activities on b.ActivityId equals a.Id
            select new { b.Id, b.SubmissionId, b.MessageId, b.Rule, b.SpanFrom, b.SpanTo, m.SaidAt, s.SenderName, a.Days }).ToDictionaryAsync(r => r.Id, cancel);
        var messages = rows.Values.Select(r => r.MessageId).Distinct().ToList();
        var texts = await db.MessageTexts.Where(t => messages.Contains(t.MessageId)).ToDictionaryAsync(t => t.MessageId, t => t.Text, cancel);
        var photos = await SubmissionPhotos.OfAsync(db, office, [.. rows.Values.Select(r => r.SubmissionId).Distinct()], cancel);
        return [.. page.Select(source =>
        {
            if (!rows.TryGetValue(source.Figure.Booking.Value, out var row)) return new RecordLine(source.Unit, source.Figure, []);
            var days = LedgerMapping.Days(row.Days);
            var figure = source.Figure with
            {
                Days = days.Count == 0 ? null : new DaySpan(days.Min(d => d.From), days.Max(d => d.To)),
                SaidAt = TimeZoneInfo.ConvertTime(row.SaidAt, zone).DateTime,
                Who = row.SenderName,
                Excerpt = CellSource.Place(row.Rule) ?? (texts.TryGetValue(row.MessageId, out var text) ? Excerpt.Around(text, new TextSpan(row.SpanFrom, row.SpanTo)) : null),
            };
            return new RecordLine(source.Unit, figure, [.. photos[row.SubmissionId].Select(p => p.Name)]);
        })];
    }
}
