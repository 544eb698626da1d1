using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The read side of the ledger.</summary>
internal sealed class LedgerStore(Store store) : ILedger
{
    public Task<IReadOnlyList<BookedFigure>> FiguresAsync(
        OfficeId office, CampaignId campaign, IReadOnlyCollection<UnitId>? units, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<BookedFigure>>(
        async db =>
        {
            var bookings = await Bookings(db, office, campaign, units).ToListAsync(cancel);
            var sources = await SourcesAsync(db, office, campaign, units, cancel);
            var zone = await ZoneAsync(db, office, cancel);
            return [.. bookings.OrderBy(b => b.Id).Select(b => sources.Figure(b, zone))];
        },
        cancel);

    public Task<IReadOnlyList<RollupCell>> TotalsAsync(
        OfficeId office, CampaignId campaign, IReadOnlyList<Slot> slots, IReadOnlyCollection<UnitId>? units, DaySpan? period, CancellationToken cancel) =>
        store.ReadLargeAsync(db => LedgerTotals.OfAsync(db, Bookings(db, office, campaign, units), office, campaign, slots, period, cancel), cancel);

    public Task<IReadOnlyCollection<UnitId>> ReportedAsync(
        OfficeId office, CampaignId campaign, DaySpan? period, CancellationToken cancel) => store.ReadAsync<IReadOnlyCollection<UnitId>>(
        async db =>
        {
            var (since, until) = period is { } days ? (days.From, days.To) : (DateOnly.MinValue, DateOnly.MaxValue);
            var active = await (
                from a in db.Activities
                where a.OfficeId == office.Value && a.CampaignId == campaign.Value && a.TakenBackAt == null && a.SaidOn >= since && a.SaidOn <= until
                join au in db.ActivityUnits on a.Id equals au.ActivityId
                select au.UnitId).Distinct().ToListAsync(cancel);

            // A zero report and a text without figures have no activity; a report that was taken back has only such ones.
            var said = await db.Submissions
                .Where(s => s.OfficeId == office.Value && s.CampaignId == campaign.Value && s.State == SubmissionState.Handled
                    && s.Kind == ReadingKind.Report && s.UnitId != null && s.SaidOn >= since && s.SaidOn <= until)
                .Where(s => !db.Activities.Any(a => a.SubmissionId == s.Id))
                .Select(s => s.UnitId!.Value).Distinct().ToListAsync(cancel);
            return active.Union(said).Select(u => new UnitId(u)).ToHashSet();
        },
        cancel);

    public Task<DateTimeOffset?> ChangedAsync(
        OfficeId office, CampaignId campaign, DaySpan days, DateTimeOffset since, CancellationToken cancel) => store.ReadAsync(
        db => db.Bookings
            .Where(b => b.OfficeId == office.Value && b.CampaignId == campaign.Value && b.Day >= days.From && b.Day <= days.To && b.At > since)
            .MaxAsync(b => (DateTimeOffset?)b.At, cancel),
        cancel);

    public Task<IReadOnlyList<ActivityRecord>> RecordsAsync(
        OfficeId office, CampaignId campaign, UnitId unit, int atMost, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<ActivityRecord>>(
        async db =>
        {
            var activities = await (
                from a in db.Activities
                where a.OfficeId == office.Value && a.CampaignId == campaign.Value
                join au in db.ActivityUnits on a.Id equals au.ActivityId
                where au.UnitId == unit.Value
                orderby a.Id descending
                select a).Take(atMost).ToListAsync(cancel);
            var ids = activities.Select(a => a.Id).ToList();
            var bookings = (await db.Bookings.Where(b => b.OfficeId == office.Value && b.UnitId == unit.Value && ids.Contains(b.ActivityId)).ToListAsync(cancel))
                .ToLookup(b => b.ActivityId);
            return [.. activities.Select(a => LedgerMapping.Activity(a, unit, bookings[a.Id].OrderBy(b => b.Id)))];
        },
        cancel);

    private static IQueryable<BookingRow> Bookings(BotDb db, OfficeId office, CampaignId campaign, IReadOnlyCollection<UnitId>? units)
    {
        var all = db.Bookings.Where(b => b.OfficeId == office.Value && b.CampaignId == campaign.Value);
        if (units is null) return all;
        var ids = units.Select(u => u.Value).ToList();
        return all.Where(b => ids.Contains(b.UnitId));
    }

    private static async Task<FigureSources> SourcesAsync(
        BotDb db, OfficeId office, CampaignId campaign, IReadOnlyCollection<UnitId>? units, CancellationToken cancel)
    {
        var bookings = Bookings(db, office, campaign, units);
        // IN, not EXISTS: the list of ids is made once, there is no index from a message to its bookings.
        var ids = bookings.Select(b => b.MessageId);
        var messages = db.Messages.Where(m => m.OfficeId == office.Value && ids.Contains(m.Id));
        return new FigureSources
        {
            Activities = await db.Activities.Where(a => a.OfficeId == office.Value && bookings.Select(b => b.ActivityId).Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => LedgerMapping.Days(a.Days), cancel),
            Senders = await db.Submissions.Where(s => s.OfficeId == office.Value && bookings.Select(b => b.SubmissionId).Contains(s.Id))
                .ToDictionaryAsync(s => s.Id, s => s.SenderName, cancel),
            SaidAt = await messages.ToDictionaryAsync(m => m.Id, m => m.SaidAt, cancel),
            Texts = await db.MessageTexts.Where(t => messages.Select(m => m.Id).Contains(t.MessageId)).ToDictionaryAsync(t => t.MessageId, t => t.Text, cancel),
            Doubts = (await db.Remarks
                .Where(r => r.OfficeId == office.Value && r.CampaignId == campaign.Value && !r.Blocks && r.SettledAt == null && r.ActivityId != null)
                .ToListAsync(cancel)).ToLookup(r => r.ActivityId!.Value),
        };
    }

    private static async Task<TimeZoneInfo> ZoneAsync(BotDb db, OfficeId office, CancellationToken cancel)
    {
        var zone = await db.Offices.Where(o => o.Id == office.Value).Select(o => o.Zone).SingleOrDefaultAsync(cancel);
        return zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone);
    }

    /// <summary>Where the figures of one question come from.</summary>
    private sealed record FigureSources
    {
        public required IReadOnlyDictionary<Guid, IReadOnlyList<DaySpan>> Activities { get; init; }
        public required IReadOnlyDictionary<Guid, string> Senders { get; init; }
        public required IReadOnlyDictionary<Guid, DateTimeOffset> SaidAt { get; init; }
        public required IReadOnlyDictionary<Guid, string> Texts { get; init; }
        public required ILookup<Guid, RemarkRow> Doubts { get; init; }

        public BookedFigure Figure(BookingRow b, TimeZoneInfo zone)
        {
            var days = Activities.GetValueOrDefault(b.ActivityId, []);
            var span = new TextSpan(b.SpanFrom, b.SpanTo);
            return new BookedFigure
            {
                Booking = new BookingId(b.Id), Slot = new SlotId(b.SlotId), Unit = new UnitId(b.UnitId), Activity = new ActivityId(b.ActivityId), Day = b.Day,
                Days = days.Count == 0 ? null : new DaySpan(days.Min(d => d.From), days.Max(d => d.To)),
                Delta = LedgerMapping.Value(b.Thousandths), Bound = b.Bound, Implied = b.Implied, Cause = b.Cause,
                // A doubt about one figure of an activity is none about its others.
                Pending = Doubts[b.ActivityId].Any(r => r.UnitId == b.UnitId && (r.SlotId == null || r.SlotId == b.SlotId)),
                Message = new MessageId(b.MessageId), Span = span,
                SaidAt = TimeZoneInfo.ConvertTime(SaidAt.GetValueOrDefault(b.MessageId, b.At), zone).DateTime,
                Who = Senders.GetValueOrDefault(b.SubmissionId, ""),
                Excerpt = CellSource.Place(b.Rule) ?? (Texts.TryGetValue(b.MessageId, out var text) ? Excerpt.Around(text, span) : null),
            };
        }
    }
}
