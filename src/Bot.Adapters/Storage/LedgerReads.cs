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
    private const int PeersPerSlot = 300;

    public static async Task<LedgerState> StateAsync(BotDb db, HandledSubmission handled, CancellationToken cancel)
    {
        if (handled.Office is not { } office || handled.Revision is not { } revision || handled.Units.Count == 0) return new LedgerState { Activities = [] };
        var units = handled.Units.Select(u => u.Value).ToList();
        var bookings = await BookingsAsync(db, office.Value, revision.Campaign.Value, units, cancel);
        var activities = await ActivitiesAsync(db, office.Value, revision.Campaign.Value, units, bookings, cancel);
        var dues = await db.Dues.AsNoTracking()
            .Where(d => d.OfficeId == office.Value && d.CampaignId == revision.Campaign.Value && units.Contains(d.UnitId)).OrderBy(d => d.Deadline).ToListAsync(cancel);
        return new LedgerState
        {
            Activities = activities,
            Dues = [.. dues.Select(DueMapping.Due)],
            Told = handled.Reconsiders ? await ToldReads.OfAsync(db, office.Value, activities, cancel) : [],
            Bookings = [.. bookings.Select(LedgerMapping.Booking)],
            Peers = await PeersAsync(db, office.Value, revision.Campaign.Value, units, handled.Slots, cancel),
            EarlierPhotos = await EarlierPhotosAsync(db, office.Value, handled, cancel),
            SameText = await SameTextAsync(db, office.Value, units, handled.Submission, cancel),
            Offered = await ReturnReads.OfferedAsync(db, office.Value, handled.Confirms?.Value, cancel),
        };
    }

    private static async Task<IReadOnlyList<ActivityRecord>> ActivitiesAsync(
        BotDb db, Guid office, string campaign, List<Guid> units, IReadOnlyList<BookingRow> bookings, CancellationToken cancel)
    {
        var activities = await (
            from a in db.Activities.AsNoTracking()
            where a.OfficeId == office && a.CampaignId == campaign
            join au in db.ActivityUnits.AsNoTracking() on a.Id equals au.ActivityId
            where units.Contains(au.UnitId)
            select new { a, au.UnitId }).ToListAsync(cancel);
        var booked = bookings.ToLookup(b => (b.ActivityId, b.UnitId));
        return [.. activities.OrderBy(x => x.a.At).ThenBy(x => x.a.Id).Select(x => LedgerMapping.Activity(x.a, new UnitId(x.UnitId), booked[(x.a.Id, x.UnitId)]))];
    }

    private static async Task<IReadOnlyList<BookingRow>> BookingsAsync(BotDb db, Guid office, string campaign, List<Guid> units, CancellationToken cancel)
    {
        var rows = await db.Bookings.AsNoTracking()
            .Where(b => b.OfficeId == office && b.CampaignId == campaign && units.Contains(b.UnitId)).ToListAsync(cancel);
        return [.. rows.OrderBy(b => b.At).ThenBy(b => b.Id)];
    }

    private static async Task<IReadOnlyDictionary<SlotId, IReadOnlyList<decimal>>> PeersAsync(
        BotDb db, Guid office, string campaign, List<Guid> units, IReadOnlyList<SlotId> slots, CancellationToken cancel)
    {
        var peers = new Dictionary<SlotId, IReadOnlyList<decimal>>();
        foreach (var slot in slots.Distinct())
        {
            var values = await db.Bookings.AsNoTracking()
                .Where(b => b.OfficeId == office && b.CampaignId == campaign && b.SlotId == slot.Value && b.Cause == BookingCause.Report && !units.Contains(b.UnitId))
                .OrderByDescending(b => b.At).Select(b => b.Thousandths).Take(PeersPerSlot).ToListAsync(cancel);
            peers[slot] = [.. values.Select(LedgerMapping.Value)];
        }

        return peers;
    }

    private static async Task<IReadOnlyList<SubmissionId>> EarlierPhotosAsync(BotDb db, Guid office, HandledSubmission handled, CancellationToken cancel)
    {
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

    private static async Task<IReadOnlyList<UnitId>> SameTextAsync(
        BotDb db, Guid office, List<Guid> units, SubmissionFacts? submission, CancellationToken cancel)
    {
        if (submission is not { TextHash.Length: > 0 }) return [];
        var id = submission.Id.Value;
        var same = await db.Submissions.AsNoTracking()
            .Where(s => s.OfficeId == office && s.TextHash == submission.TextHash && s.Id != id && s.UnitId != null && !units.Contains(s.UnitId.Value))
            .Select(s => s.UnitId!.Value).Distinct().ToListAsync(cancel);
        return [.. same.Select(u => new UnitId(u))];
    }
}
