using System.Globalization;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Adapters.Storage;

/// <summary>Activities, bookings and remarks to rows and back.</summary>
internal static class LedgerMapping
{
    private const decimal Scale = 1000m;

    public static long Thousandths(decimal value) => checked((long)decimal.Round(value * Scale));

    public static decimal Value(long thousandths) => thousandths / Scale;

    public static string Days(IReadOnlyList<DaySpan> days) => string.Join(',', days);

    public static IReadOnlyList<DaySpan> Days(string days) => days.Length == 0
        ? []
        : [.. days.Split(',').Select(d => d.Split('/')).Select(p => new DaySpan(Day(p[0]), Day(p[^1])))];

    public static ActivityRow Row(ActivityRecord a, Guid office, RevisionId revision) => new()
    {
        Id = a.Id.Value, OfficeId = office, CampaignId = revision.Campaign.Value, Revision = revision.Number, Days = Days(a.Days),
        LastDay = a.LastDay, SaidOn = a.SaidOn, Scope = a.Scope, Origin = a.Origin, SubmissionId = a.Submission.Value,
        ReporterId = a.Reporter?.Value, TextHash = a.TextHash, At = a.At,
    };

    public static BookingRow Row(Booking b, Guid office) => new()
    {
        Id = b.Id.Value, OfficeId = office, CampaignId = b.Campaign.Campaign.Value, Revision = b.Campaign.Number, UnitId = b.Unit.Value,
        SlotId = b.Slot.Value, Day = b.Day, Thousandths = Thousandths(b.Delta), Bound = b.Bound, Implied = b.Implied, Cause = b.Cause,
        ActivityId = b.Activity.Value, SubmissionId = b.Submission.Value, MessageId = b.Message.Value,
        SpanFrom = b.Span.From, SpanTo = b.Span.To, Rule = b.Rule, At = b.At,
    };

    public static RemarkRow Row(Remark r, Guid office, CampaignId campaign, DateTimeOffset at) => new()
    {
        Id = r.Id, OfficeId = office, SubmissionId = r.Submission.Value, CampaignId = campaign.Value, UnitId = r.Unit.Value, Code = r.Code,
        ActivityId = r.Activity?.Value, SlotId = r.Slot?.Value, Thousandths = r.Value is { } v ? Thousandths(v) : null, Bound = r.Bound,
        SpanFrom = r.Span?.From, SpanTo = r.Span?.To, Blocks = r.Blocks, At = at,
    };

    public static Remark Remark(RemarkRow r) => new()
    {
        Id = r.Id, Submission = new SubmissionId(r.SubmissionId), Unit = new UnitId(r.UnitId), Code = r.Code,
        Activity = r.ActivityId is { } a ? new ActivityId(a) : null, Slot = r.SlotId is { } s ? new SlotId(s) : null,
        Value = r.Thousandths is { } v ? Value(v) : null, Bound = r.Bound,
        Span = r is { SpanFrom: { } from, SpanTo: { } to } ? new TextSpan(from, to) : null, Blocks = r.Blocks,
    };

    /// <summary>An activity with its figures: folded as the ledger folds them.</summary>
    public static ActivityRecord Activity(ActivityRow a, UnitId unit, IEnumerable<BookingRow> bookings) => new()
    {
        Id = new ActivityId(a.Id), Campaign = new CampaignId(a.CampaignId), Unit = unit, Days = Days(a.Days), SaidOn = a.SaidOn, Scope = a.Scope,
        Origin = a.Origin, Submission = new SubmissionId(a.SubmissionId), Reporter = a.ReporterId is { } p ? new PersonId(p) : null,
        TextHash = a.TextHash, At = a.At, TakenBack = a.TakenBackAt is not null,
        Figures = FigureFold.Of(bookings.OrderBy(b => b.At).ThenBy(b => b.Id).Select(Booking)),
    };

    public static Booking Booking(BookingRow b) => new()
    {
        Id = new BookingId(b.Id), Campaign = new RevisionId(new CampaignId(b.CampaignId), b.Revision), Unit = new UnitId(b.UnitId), Slot = new SlotId(b.SlotId),
        Day = b.Day, Delta = Value(b.Thousandths), Bound = b.Bound, Implied = b.Implied, Cause = b.Cause, Activity = new ActivityId(b.ActivityId),
        Submission = new SubmissionId(b.SubmissionId), Message = new MessageId(b.MessageId), Span = new TextSpan(b.SpanFrom, b.SpanTo), Rule = b.Rule, At = b.At,
    };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
