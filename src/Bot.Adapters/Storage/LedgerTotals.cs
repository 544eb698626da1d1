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
            .Select(r => new { r.UnitId, r.SlotId, Activity = r.ActivityId!.Value }).ToListAsync(cancel);
        var doubted = doubts.Select(d => d.UnitId).Distinct().ToList();

        // A unit's figures in a slot are only added up where each was stated and left so, and nobody has a doubt about the unit's.
        var cells =
            from b in bookings
            group b by new { b.SlotId, b.UnitId } into cell
            select new
            {
                cell.Key.SlotId, cell.Key.UnitId, Sum = cell.Sum(b => b.Thousandths), Implied = cell.Sum(b => b.Implied ? b.Thousandths : 0L),
                Inexact = cell.Sum(b => b.Bound == Bound.Exact || b.Thousandths <= 0 ? 0L : b.Bound == Bound.Over ? 1L : b.Bound == Bound.Under ? OneUnder : OneAbout),
                Special = cell.Max(b => b.Cause == BookingCause.Report ? 0 : 1),
            };

        // The last word on a stock figure says how exact it is.
        var latest = slots.Where(s => s.Aggregate == Aggregate.Latest).Select(s => s.Id.Value).ToList();
        var added = await (
            from c in cells
            group c by new { c.SlotId, Special = c.Special == 1 || doubted.Contains(c.UnitId) || (c.Inexact > 0 && latest.Contains(c.SlotId)) ? (Guid?)c.UnitId : null } into slot
            select new
            {
                slot.Key.SlotId, slot.Key.Special, Sum = slot.Sum(c => c.Sum), Implied = slot.Sum(c => c.Implied), Units = slot.Count(), Yes = slot.Sum(c => c.Sum >= 1000 ? 1 : 0),
                Over = slot.Max(c => c.Inexact % OneUnder), Under = slot.Max(c => c.Inexact / OneUnder % OneUnder), About = slot.Max(c => c.Inexact / OneAbout),
            }).ToListAsync(cancel);

        var plain = added.Where(a => a.Special is null).ToDictionary(
            a => a.SlotId, a => new PlainSum(LedgerMapping.Value(a.Sum), BoundOf(a.Over > 0, a.Under > 0, a.About > 0), LedgerMapping.Value(a.Implied), a.Units, a.Yes), StringComparer.Ordinal);
        var rows = new List<BookingRow>();
        foreach (var slot in added.Where(a => a.Special is not null && slots.Any(s => s.Id.Value == a.SlotId)).GroupBy(a => a.SlotId, a => a.Special!.Value))
        {
            var units = slot.ToList();
            rows.AddRange(await bookings.Where(b => b.SlotId == slot.Key && units.Contains(b.UnitId)).ToListAsync(cancel));
        }

        var figures = rows.OrderBy(b => b.Id).ToLookup(b => b.SlotId, b => BookedFigure.Of(LedgerMapping.Booking(b)) with
        {
            Pending = doubts.Any(d => d.Activity == b.ActivityId && d.UnitId == b.UnitId && (d.SlotId == null || d.SlotId == b.SlotId)),
        });
        return [.. slots.Select(s => RollupTotals.Of(s, plain.GetValueOrDefault(s.Id.Value), figures[s.Id.Value]))];
    }

    private static Bound BoundOf(bool over, bool under, bool about)
    {
        var bound = about ? Bound.About : Bound.Exact;
        if (over) bound = Bounds.Sum(bound, Bound.Over);
        return under ? Bounds.Sum(bound, Bound.Under) : bound;
    }
}
