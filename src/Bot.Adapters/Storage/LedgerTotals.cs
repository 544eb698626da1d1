using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Totals added up by the database.</summary>
internal static class LedgerTotals
{
    // How many figures of one unit and slot are about, over and under the true ones, in one number: one CASE for each booking.
    private const long OneUnder = 1L << 20;
    private const long OneAbout = 1L << 40;

    public static async Task<IReadOnlyList<RollupCell>> OfAsync(
        BotDb db, IQueryable<BookingRow> bookings, OfficeId office, CampaignId campaign, IReadOnlyList<Slot> slots, DaySpan? period, CancellationToken cancel)
    {
        // Occurrences count by their day, stock figures and boxes as they stood at the period's end.
        var sums = slots.Where(s => s.Aggregate == Aggregate.Sum).ToList();
        if (period is not { } days) return await OfAsync(db, bookings, office, campaign, slots, cancel);
        var upTo = bookings.Where(b => b.Day <= days.To);
        var within = days.From <= HandInDays.Beginning ? upTo : upTo.Where(b => b.Day >= days.From);
        if (sums.Count == slots.Count || days.From <= HandInDays.Beginning) return await OfAsync(db, within, office, campaign, slots, cancel);
        var cells = (await OfAsync(db, within, office, campaign, sums, cancel))
            .Concat(await OfAsync(db, upTo, office, campaign, [.. slots.Except(sums)], cancel)).ToDictionary(c => c.Slot);
        return [.. slots.Select(s => cells[s.Id])];
    }

    private static async Task<IReadOnlyList<RollupCell>> OfAsync(
        BotDb db, IQueryable<BookingRow> bookings, OfficeId office, CampaignId campaign, IReadOnlyList<Slot> slots, CancellationToken cancel)
    {
        var doubts = await db.Remarks
            .Where(r => r.OfficeId == office.Value && r.CampaignId == campaign.Value && !r.Blocks && r.SettledAt == null && r.ActivityId != null)
            .Select(r => new Doubt(r.UnitId, r.SlotId, r.ActivityId!.Value)).ToListAsync(cancel);
        var added = await AddedUpAsync(bookings, cancel);
        var rows = await CloserAsync(bookings, slots, doubts, cancel);
        var counts = await CountsAsync(bookings, rows, cancel);
        var figures = rows.OrderBy(b => b.Id).ToLookup(b => b.SlotId, b => BookedFigure.Of(LedgerMapping.Booking(b)) with { Pending = doubts.Any(d => d.IsAbout(b)) });
        return
        [
            .. slots.Select(s => RollupTotals.Of(
                s, added.GetValueOrDefault(s.Id.Value), [.. figures[s.Id.Value]], counts[s.Id.Value].ToDictionary(c => new UnitId(c.Unit), c => c.Bookings))),
        ];
    }

    private static async Task<IReadOnlyDictionary<string, AddedUp>> AddedUpAsync(IQueryable<BookingRow> bookings, CancellationToken cancel)
    {
        var cells =
            from b in bookings
            group b by new { b.SlotId, b.UnitId } into cell
            select new
            {
                cell.Key.SlotId, Sum = cell.Sum(b => b.Thousandths), Implied = cell.Sum(b => b.Implied ? b.Thousandths : 0L),
                Inexact = cell.Sum(b => b.Bound == Bound.Exact || b.Thousandths <= 0 ? 0L : b.Bound == Bound.Over ? 1L : b.Bound == Bound.Under ? OneUnder : OneAbout),
            };
        var slots =
            from c in cells
            group c by c.SlotId into slot
            select new
            {
                SlotId = slot.Key, Sum = slot.Sum(c => c.Sum), Implied = slot.Sum(c => c.Implied), Units = slot.Count(), Yes = slot.Sum(c => c.Sum >= 1000 ? 1 : 0),
                Over = slot.Sum(c => c.Inexact % OneUnder), Under = slot.Sum(c => c.Inexact / OneUnder % OneUnder), About = slot.Sum(c => c.Inexact / OneAbout),
            };
        return await slots.ToDictionaryAsync(
            s => s.SlotId, s => new AddedUp(LedgerMapping.Value(s.Sum), LedgerMapping.Value(s.Implied), s.Units, s.Yes, s.About, s.Over, s.Under), StringComparer.Ordinal, cancel);
    }

    // All bookings of what was not only stated, or is doubted, activity by activity; of stock figures those of the unit, whose last word says how exact they are.
    private static async Task<IReadOnlyList<BookingRow>> CloserAsync(
        IQueryable<BookingRow> bookings, IReadOnlyList<Slot> slots, IReadOnlyList<Doubt> doubts, CancellationToken cancel)
    {
        var rows = new Dictionary<Guid, BookingRow>();
        var changed = bookings.Where(b => b.Cause != BookingCause.Report).Select(b => new { b.ActivityId, b.SlotId, b.UnitId }).Distinct();
        await TakeAsync(from c in changed join b in bookings on c equals new { b.ActivityId, b.SlotId, b.UnitId } select b);

        var doubted = doubts.Select(d => d.Activity).Distinct().ToList();
        if (doubted.Count > 0) await TakeAsync(bookings.Where(b => doubted.Contains(b.ActivityId)));

        var stock = slots.Where(s => s.Aggregate == Aggregate.Latest).Select(s => s.Id.Value).ToList();
        if (stock.Count == 0) return [.. rows.Values];
        var units = doubts.Select(d => d.Unit).Distinct().ToList();
        var inexact = bookings.Where(b => stock.Contains(b.SlotId) && (b.Cause != BookingCause.Report || b.Bound != Bound.Exact || units.Contains(b.UnitId)))
            .Select(b => new { b.SlotId, b.UnitId }).Distinct();
        await TakeAsync(from c in inexact join b in bookings on c equals new { b.SlotId, b.UnitId } select b);
        return [.. rows.Values];

        async Task TakeAsync(IQueryable<BookingRow> some)
        {
            foreach (var row in await some.ToListAsync(cancel)) rows[row.Id] = row;
        }
    }

    // Of units that took something back: whether anything is left of what they said is known by how much they said.
    private static async Task<ILookup<string, (Guid Unit, int Bookings)>> CountsAsync(IQueryable<BookingRow> bookings, IReadOnlyList<BookingRow> closer, CancellationToken cancel)
    {
        var units = closer.Where(b => b.Cause == BookingCause.Retraction).Select(b => b.UnitId).Distinct().ToList();
        var counts = units.Count == 0 ? [] : await bookings.Where(b => units.Contains(b.UnitId)).GroupBy(b => new { b.SlotId, b.UnitId })
            .Select(cell => new { cell.Key.SlotId, cell.Key.UnitId, Count = cell.Count() }).ToListAsync(cancel);
        return counts.ToLookup(c => c.SlotId, c => (c.UnitId, c.Count), StringComparer.Ordinal);
    }

    /// <summary>What nobody has settled yet about an activity of a unit, or one of its figures.</summary>
    private sealed record Doubt(Guid Unit, string? Slot, Guid Activity)
    {
        public bool IsAbout(BookingRow booking) => booking.ActivityId == Activity && booking.UnitId == Unit && (Slot is null || Slot == booking.SlotId);
    }
}
