using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>
/// The ledger of the units that one transaction has held: nobody else writes to it before the transaction ends, so it is read once, and what the
/// transaction itself books is added to it.
/// </summary>
internal sealed class JoinedLedger(Store store)
{
    // Of the figures read at once those of the unit itself are left out; where too few are left, they are looked up.
    private const int PeersAtOnce = 3 * HeldLedger.PeersPerSlot;

    private readonly Dictionary<(Guid Office, string Campaign, Guid Unit), UnitLedger> units = [];
    private readonly Dictionary<(Guid Office, string Campaign, string Slot), PeerFigures> figures = [];
    private HandledSubmission? latest;

    /// <summary>As <see cref="Store.HoldAsync"/>.</summary>
    public async Task<HeldLedger?> HoldAsync(BotDb db, HandledSubmission handled, CancellationToken cancel)
    {
        latest = null;
        if (handled is not { Office: { Value: var office }, Revision: { Campaign.Value: var campaign }, Units.Count: > 0 }) return await store.HoldAsync(db, handled, cancel);
        var missing = handled.Units.Distinct().Where(u => !units.ContainsKey((office, campaign, u.Value))).ToList();
        if (missing.Count > 0)
        {
            if (await store.HoldAsync(db, handled with { Units = missing, Slots = [], Submission = null }, cancel) is not { } read) return null;
            foreach (var unit in missing.ConvertAll(u => u.Value))
                units[(office, campaign, unit)] = new UnitLedger([.. read.Bookings.Where(b => b.UnitId == unit)], [.. read.Activities.Where(a => a.Unit == unit)]);
        }

        latest = handled;
        var concerned = handled.Units.Distinct().Select(u => u.Value).ToList();
        var held = concerned.ConvertAll(u => units[(office, campaign, u)]);
        return new HeldLedger(
            [.. held.SelectMany(u => u.Bookings)], [.. held.SelectMany(u => u.Activities)],
            await db.Dues.AsNoTracking().Where(d => d.OfficeId == office && d.CampaignId == campaign && concerned.Contains(d.UnitId)).ToListAsync(cancel),
            await PeersAsync(db, office, campaign, concerned, handled.Slots, cancel),
            await LedgerReads.SameTextAsync(db, office, concerned, handled.Submission, cancel));
    }

    /// <summary>Keeps what is about to be booked. Rarer changes are read again.</summary>
    public void Sees(BotDb db)
    {
        if (latest is not { Office: { Value: var office }, Revision: { Campaign.Value: var campaign } } handled) return;
        latest = null;
        var booked = db.ChangeTracker.Entries<BookingRow>().Select(e => e.Entity).ToList();
        if (handled.Reconsiders || booked.Exists(b => b.Cause != BookingCause.Report))
        {
            foreach (var unit in handled.Units) units.Remove((office, campaign, unit.Value));
            figures.Clear();
            return;
        }

        foreach (var booking in booked)
        {
            if (units.TryGetValue((office, campaign, booking.UnitId), out var unit)) unit.Bookings.Add(booking);
            if (figures.TryGetValue((office, campaign, booking.SlotId), out var peers)) peers.Add(booking.At, booking.UnitId, booking.Thousandths);
        }

        var activities = db.ChangeTracker.Entries<ActivityRow>().Select(e => e.Entity).ToDictionary(a => a.Id);
        foreach (var of in db.ChangeTracker.Entries<ActivityUnitRow>().Select(e => e.Entity))
        {
            if (units.TryGetValue((office, campaign, of.UnitId), out var unit) && activities.TryGetValue(of.ActivityId, out var activity)) unit.Activities.Add((activity, of.UnitId));
        }
    }

    private async Task<ILookup<string, long>> PeersAsync(BotDb db, Guid office, string campaign, List<Guid> concerned, IReadOnlyList<SlotId> slots, CancellationToken cancel)
    {
        var found = new List<(string Slot, long Value)>();
        foreach (var slot in slots.Select(s => s.Value).Distinct())
        {
            if (!figures.TryGetValue((office, campaign, slot), out var known))
            {
                var newest = await Reported(db, office, campaign, slot).Take(PeersAtOnce).Select(b => new { b.At, b.UnitId, b.Thousandths }).ToListAsync(cancel);
                figures[(office, campaign, slot)] = known = new PeerFigures([.. newest.Select(b => (b.At, b.UnitId, b.Thousandths))], newest.Count == PeersAtOnce);
            }

            found.AddRange((known.Of(concerned) ?? await Reported(db, office, campaign, slot).Where(b => !concerned.Contains(b.UnitId))
                .Take(HeldLedger.PeersPerSlot).Select(b => b.Thousandths).ToListAsync(cancel)).Select(v => (slot, v)));
        }

        return found.ToLookup(f => f.Slot, f => f.Value);
    }

    private static IQueryable<BookingRow> Reported(BotDb db, Guid office, string campaign, string slot) => db.Bookings.AsNoTracking()
        .Where(b => b.OfficeId == office && b.CampaignId == campaign && b.SlotId == slot && b.Cause == BookingCause.Report).OrderByDescending(b => b.At);

    private sealed record UnitLedger(List<BookingRow> Bookings, List<(ActivityRow Activity, Guid Unit)> Activities);

    /// <summary>Figures of a slot, newest first.</summary>
    private sealed class PeerFigures(List<(DateTimeOffset At, Guid Unit, long Value)> newest, bool areMore)
    {
        /// <summary>Those of others; null: there may be more than are known here.</summary>
        public List<long>? Of(List<Guid> concerned)
        {
            var others = newest.Where(f => !concerned.Contains(f.Unit)).Take(HeldLedger.PeersPerSlot).Select(f => f.Value).ToList();
            return others.Count < HeldLedger.PeersPerSlot && areMore ? null : others;
        }

        public void Add(DateTimeOffset at, Guid unit, long value)
        {
            var place = newest.FindIndex(f => f.At <= at);
            newest.Insert(place < 0 ? newest.Count : place, (at, unit, value));
        }
    }
}
