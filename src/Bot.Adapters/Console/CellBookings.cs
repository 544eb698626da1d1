using Bot.Adapters.Storage;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Leads a figure back to what was said: the bookings behind a cell with their messages and photos.</summary>
internal sealed class CellBookings(Store store)
{
    /// <summary>How many bookings a page shows at most.</summary>
    public const int Most = 200;

    /// <summary>The bookings of these sources, newest first, at most <see cref="Most"/>.</summary>
    public Task<IReadOnlyList<CellBooking>> ReadAsync(OfficeId office, IReadOnlyList<RollupSource> sources, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<CellBooking>>(
            async db =>
            {
                var shown = sources.Reverse().Take(Most).ToList();
                var ids = shown.Select(s => s.Figure.Booking.Value).ToList();
                var rows = await db.Bookings.Where(b => b.OfficeId == office.Value && ids.Contains(b.Id))
                    .ToDictionaryAsync(b => new BookingId(b.Id), b => new { b.SubmissionId, b.MessageId, b.Rule }, cancel);
                var messages = rows.Values.Select(r => r.MessageId).Distinct().ToList();
                var texts = await (
                    from m in db.Messages
                    where m.OfficeId == office.Value && messages.Contains(m.Id)
                    join t in db.MessageTexts on m.Id equals t.MessageId
                    select t).ToDictionaryAsync(t => t.MessageId, t => t.Text, cancel);
                var photos = await SubmissionPhotos.OfAsync(db, office, [.. rows.Values.Select(r => r.SubmissionId)], cancel);
                return [.. shown.Where(s => rows.ContainsKey(s.Figure.Booking)).Select(s =>
                {
                    var row = rows[s.Figure.Booking];
                    var text = texts.TryGetValue(row.MessageId, out var words) ? PrivateNumbers.Mask(words) : null;
                    return new CellBooking(s.Unit, s.Figure, new SubmissionId(row.SubmissionId), row.Rule, text, [.. photos[row.SubmissionId]]);
                })];
            },
            cancel);
}

/// <summary>A booking with what it came from.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Figure">The booking.</param>
/// <param name="Submission">The submission it came with.</param>
/// <param name="Rule">The rule that placed it.</param>
/// <param name="Text">The whole message, private numbers covered; null: erased.</param>
/// <param name="Photos">The submission's photos and files.</param>
internal sealed record CellBooking(Unit Unit, BookedFigure Figure, SubmissionId Submission, string Rule, string? Text, IReadOnlyList<Attachment> Photos)
{
    /// <summary>The document and the cell the figure stands in; null: it stands in the message.</summary>
    public string? Place => CellSource.Place(Rule);
}
