using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Checking;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Adapters.Tests.Storage;

/// <summary>An office with units and what they said, written row by row as the pipeline leaves it.</summary>
internal sealed class SeededOffice(Store store, IIdSource ids)
{
    public const string Campaign = "baita-2024";
    public const string Drills = "lifeline.drill.sessions";
    public const string People = "lifeline.drill.attendance";

    public static readonly DateTimeOffset Noon = new(2024, 6, 13, 4, 0, 0, TimeSpan.Zero);

    public OfficeId Office { get; } = new(ids.Next());

    public Dictionary<string, UnitId> Units { get; } = [];

    public Task MakeAsync(string name, params string[] units) => store.WriteAsync(
        db =>
        {
            db.Offices.Add(new OfficeRow { Id = Office.Value, Name = name, Zone = "Asia/Shanghai", CreatedAt = Noon });
            foreach (var unit in units)
            {
                Units[unit] = new UnitId(ids.Next());
                db.Units.Add(new UnitRow { Id = Units[unit].Value, OfficeId = Office.Value, Name = unit, Type = "社区", Order = Units.Count });
            }

            return Task.CompletedTask;
        },
        CancellationToken.None);

    /// <summary>A message that was handled, with its submission.</summary>
    public async Task<(Guid Submission, Guid Message)> SayAsync(
        string? unit, string text, DateTimeOffset? at = null, ReadingKind kind = ReadingKind.Report, SubmissionState state = SubmissionState.Handled)
    {
        var (submission, message, said) = (ids.Next(), ids.Next(), at ?? Noon);
        var chat = $"g-{Office.Value:n}";
        await store.WriteAsync(
            db =>
            {
                db.Messages.Add(new MessageRow
                {
                    Id = message, Platform = Platform.WebChat, ChatId = chat, ExternalId = message.ToString("n"), SenderId = "a1", SenderName = "安全员",
                    SaidAt = said, ReceivedAt = said, OfficeId = Office.Value, State = MessageState.Handled, HandledAt = said, SubmissionId = submission,
                });
                db.MessageTexts.Add(new MessageTextRow { MessageId = message, Text = text });
                db.Submissions.Add(new SubmissionRow
                {
                    Id = submission, OfficeId = Office.Value, Platform = Platform.WebChat, ChatId = chat, SenderId = "a1", SenderName = "安全员",
                    SaidAt = said, SaidOn = DateOnly.FromDateTime(said.ToOffset(TimeSpan.FromHours(8)).DateTime), State = state, Kind = kind,
                    CampaignId = Campaign, Revision = 1, TextMessageId = message, UnitId = unit is null ? null : Units[unit].Value, CreatedAt = said, UpdatedAt = said,
                });
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return (submission, message);
    }

    /// <summary>An activity of a submission, without figures yet.</summary>
    public async Task<Guid> ActAsync(string unit, Guid submission, string days = "2024-06-12", DateOnly? saidOn = null)
    {
        var activity = ids.Next();
        await store.WriteAsync(
            db =>
            {
                db.Activities.Add(new ActivityRow
                {
                    Id = activity, OfficeId = Office.Value, CampaignId = Campaign, Revision = 1, Days = days, LastDay = new DateOnly(2024, 6, 12),
                    SaidOn = saidOn ?? new DateOnly(2024, 6, 13), SubmissionId = submission, TextHash = "", At = Noon,
                });
                db.ActivityUnits.Add(new ActivityUnitRow { ActivityId = activity, UnitId = Units[unit].Value, OfficeId = Office.Value });
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return activity;
    }

    public async Task<Guid> BookAsync(
        string unit, string slot, decimal delta, (Guid Submission, Guid Message) said, Guid activity, TextSpan span,
        BookingCause cause = BookingCause.Report, Bound bound = Bound.Exact)
    {
        var id = ids.Next();
        await store.WriteAsync(
            db =>
            {
                db.Bookings.Add(new BookingRow
                {
                    Id = id, OfficeId = Office.Value, CampaignId = Campaign, Revision = 1, UnitId = Units[unit].Value, SlotId = slot, Day = new DateOnly(2024, 6, 12),
                    Thousandths = LedgerMapping.Thousandths(delta), Bound = bound, Cause = cause, ActivityId = activity, SubmissionId = said.Submission,
                    MessageId = said.Message, SpanFrom = span.From, SpanTo = span.To, Rule = "test", At = Noon,
                });
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return id;
    }

    public async Task<Guid> DoubtAsync(string unit, Guid submission, Guid? activity, string? slot, bool blocks = false)
    {
        var id = ids.Next();
        await store.WriteAsync(
            db =>
            {
                db.Remarks.Add(new RemarkRow
                {
                    Id = id, OfficeId = Office.Value, CampaignId = Campaign, SubmissionId = submission, UnitId = Units[unit].Value,
                    Code = blocks ? CheckCode.Vague : CheckCode.FarFromPeers, ActivityId = activity, SlotId = slot, Blocks = blocks, At = Noon,
                });
                return Task.CompletedTask;
            },
            CancellationToken.None);
        return id;
    }
}
