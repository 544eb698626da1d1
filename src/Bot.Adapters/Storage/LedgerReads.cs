using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>What the ledger holds, read inside the transaction that decides against it.</summary>
internal static class LedgerReads
{
    /// <summary>The common way: statement after statement.</summary>
    public static async Task<HeldLedger?> HoldAsync(Store store, BotDb db, HandledSubmission handled, CancellationToken cancel)
    {
        // The claim row is written first: whoever lost the chat stops here, and nobody takes it before we commit.
        var held = await ChatClaims.Held(db, handled.Claim).ExecuteUpdateAsync(s => s.SetProperty(c => c.WaitUntil, (DateTimeOffset?)null), cancel);
        if (held != 1) return null;
        if (handled is not { Office: { Value: var office }, Revision: { Campaign.Value: var campaign }, Units.Count: > 0 }) return HeldLedger.Nothing;
        foreach (var unit in handled.Units.Distinct().Order()) await store.LockAsync(db, office, campaign, unit.Value, cancel);
        var units = handled.Units.Select(u => u.Value).ToList();
        return new HeldLedger(
            await db.Bookings.AsNoTracking().Where(b => b.OfficeId == office && b.CampaignId == campaign && units.Contains(b.UnitId)).ToListAsync(cancel),
            await ActivitiesAsync(db, office, campaign, units, cancel),
            await db.Dues.AsNoTracking().Where(d => d.OfficeId == office && d.CampaignId == campaign && units.Contains(d.UnitId)).ToListAsync(cancel),
            await PeersAsync(db, office, campaign, units, handled.Slots, cancel),
            await SameTextAsync(db, office, units, handled.Submission, cancel));
    }

    /// <summary>What was held, as the decision needs it, with the rarer things some decisions need.</summary>
    public static async Task<LedgerState> StateAsync(BotDb db, HandledSubmission handled, HeldLedger held, CancellationToken cancel)
    {
        if (handled.Office is not { } office || handled.Revision is null || handled.Units.Count == 0) return new LedgerState { Activities = [] };
        var bookings = held.Bookings.OrderBy(b => b.At).ThenBy(b => b.Id).ToList();
        var booked = bookings.ToLookup(b => (b.ActivityId, b.UnitId));
        IReadOnlyList<ActivityRecord> activities =
        [
            .. held.Activities.OrderBy(x => x.Activity.At).ThenBy(x => x.Activity.Id)
                .Select(x => LedgerMapping.Activity(x.Activity, new UnitId(x.Unit), booked[(x.Activity.Id, x.Unit)])),
        ];
        return new LedgerState
        {
            Activities = activities,
            Dues = [.. held.Dues.OrderBy(d => d.Deadline).Select(DueMapping.Due)],
            Told = handled.Reconsiders ? await ToldReads.OfAsync(db, office.Value, activities, cancel) : [],
            Bookings = [.. bookings.Select(LedgerMapping.Booking)],
            Peers = handled.Slots.Distinct().ToDictionary(slot => slot, slot => (IReadOnlyList<decimal>)[.. held.Peers[slot.Value].Select(LedgerMapping.Value)]),
            EarlierPhotos = await EarlierPhotosAsync(db, office.Value, handled, cancel),
            SameText = [.. held.SameText.Select(u => new UnitId(u))],
            Offered = await ReturnReads.OfferedAsync(db, office.Value, handled.Confirms?.Value, cancel),
        };
    }

    private static async Task<IReadOnlyList<(ActivityRow Activity, Guid Unit)>> ActivitiesAsync(BotDb db, Guid office, string campaign, List<Guid> units, CancellationToken cancel)
    {
        var activities = await (
            from a in db.Activities.AsNoTracking()
            where a.OfficeId == office && a.CampaignId == campaign
            join au in db.ActivityUnits.AsNoTracking() on a.Id equals au.ActivityId
            where units.Contains(au.UnitId)
            select new { a, au.UnitId }).ToListAsync(cancel);
        return [.. activities.Select(x => (x.a, x.UnitId))];
    }

    private static async Task<ILookup<string, long>> PeersAsync(BotDb db, Guid office, string campaign, List<Guid> units, IReadOnlyList<SlotId> slots, CancellationToken cancel)
    {
        var peers = new List<(string Slot, long Value)>();
        foreach (var slot in slots.Distinct())
        {
            var values = await db.Bookings.AsNoTracking()
                .Where(b => b.OfficeId == office && b.CampaignId == campaign && b.SlotId == slot.Value && b.Cause == BookingCause.Report && !units.Contains(b.UnitId))
                .OrderByDescending(b => b.At).Select(b => b.Thousandths).Take(HeldLedger.PeersPerSlot).ToListAsync(cancel);
            peers.AddRange(values.Select(v => (slot.Value, v)));
        }

        return peers.ToLookup(p => p.Slot, p => p.Value);
    }

    private static async Task<IReadOnlyList<SubmissionId>> EarlierPhotosAsync(BotDb db, Guid office, HandledSubmission handled, CancellationToken cancel)
    {
        // One message that came without any.
        if (handled is { Completes: [var only], Submission.Head: { Attachments.Count: 0, Id: var head } } && head == only) return [];
        var completes = handled.Completes.Select(m => m.Value).ToList();
        var own = handled.Submission?.Id.Value;
        var absorbed = handled.Submission?.Absorbs?.Value;
        var keys = await db.Attachments.AsNoTracking().Where(a => completes.Contains(a.MessageId) && a.BlobKey != null).Select(a => a.BlobKey).ToListAsync(cancel);
        if (keys.Count == 0) return [];
        var earlier = await (
            from a in db.Attachments.AsNoTracking()
            where keys.Contains(a.BlobKey) && !completes.Contains(a.MessageId)
            join m in db.Messages.AsNoTracking() on a.MessageId equals m.Id
            where m.OfficeId == office && m.SubmissionId != null && m.SubmissionId != own && m.SubmissionId != absorbed
            select m.SubmissionId!.Value).Distinct().ToListAsync(cancel);
        return [.. earlier.Select(s => new SubmissionId(s))];
    }

    /// <summary>Other units of the office that said the same words.</summary>
    public static async Task<IReadOnlyList<Guid>> SameTextAsync(
        BotDb db, Guid office, List<Guid> units, SubmissionFacts? submission, CancellationToken cancel)
    {
        if (submission is not { TextHash.Length: > 0 }) return [];
        var id = submission.Id.Value;
        return await db.Submissions.AsNoTracking()
            .Where(s => s.OfficeId == office && s.TextHash == submission.TextHash && s.Id != id && s.UnitId != null && !units.Contains(s.UnitId.Value))
            .Select(s => s.UnitId!.Value).Distinct().ToListAsync(cancel);
    }
}
