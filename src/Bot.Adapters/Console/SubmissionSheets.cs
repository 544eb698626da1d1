using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Everything known about one submission, and the settling of what is doubtful about it.</summary>
internal sealed class SubmissionSheets(Store store, TimeProvider clock)
{
    /// <summary>The answer an admin's look leaves behind.</summary>
    public const string LookedAt = "核对无误";

    /// <summary>The answer to a question about an imported message that an admin closes.</summary>
    public const string NotCounted = "不记";

    /// <summary>The submission; null: the office has none of this id.</summary>
    public Task<SubmissionSheet?> FindAsync(OfficeId office, SubmissionId id, CancellationToken cancel) => store.ReadAsync(
        async db => await db.Submissions.SingleOrDefaultAsync(s => s.Id == id.Value && s.OfficeId == office.Value, cancel) is { } row
            ? await FillAsync(db, office, row, cancel) : null,
        cancel);

    /// <summary>Settles a doubt (待核) about booked figures. A question is answered in the chat, not here; but one about an imported message was never asked there.</summary>
    public Task<RegisterOutcome> SettleAsync(Viewer admin, SubmissionId id, Guid remark, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            var row = await db.Remarks.SingleOrDefaultAsync(
                r => r.Id == remark && r.OfficeId == admin.Office.Value && r.SubmissionId == id.Value, cancel);
            if (row is null) return new RegisterOutcome.Unknown();
            if (row.Blocks && !await db.Submissions.AnyAsync(s => s.Id == id.Value && s.Platform == Platform.Import, cancel)) return new RegisterOutcome.Unknown();
            if (row.SettledAt is not null) return new RegisterOutcome.Done(remark);
            (row.SettledAt, row.SettledBy, row.Answer) = (clock.GetUtcNow(), admin.Person.Value, row.Blocks ? NotCounted : LookedAt);
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.RemarkSettled, ("submission", id.Value), ("remark", remark), ("unit", row.UnitId));
            return new RegisterOutcome.Done(remark);
        },
        cancel);

    private static async Task<SubmissionSheet> FillAsync(BotDb db, OfficeId office, SubmissionRow row, CancellationToken cancel)
    {
        var messages = await db.Messages.Where(m => m.OfficeId == office.Value && m.SubmissionId == row.Id).OrderBy(m => m.Seq).ToListAsync(cancel);
        var filled = await MessageReads.FillAsync(db, messages, cancel);
        var units = await db.Units.Where(u => u.OfficeId == office.Value).ToListAsync(cancel);
        return new SubmissionSheet
        {
            Row = row,
            Chat = await ChatAsync(db, office, row, cancel),
            Messages = [.. filled.Select(m => m with { Text = PrivateNumbers.Mask(m.Text) })],
            Photos = [.. (await SubmissionPhotos.OfAsync(db, office, [row.Id], cancel))[row.Id]],
            Reading = await ReadingAsync(db, row.Id, cancel),
            Bookings = await BookingsAsync(db, office, row.Id, cancel),
            Remarks = await RemarksAsync(db, office, row.Id, cancel),
            Units = units.ToDictionary(u => new UnitId(u.Id), OrganisationStore.Unit),
        };
    }

    private static async Task<string> ChatAsync(BotDb db, OfficeId office, SubmissionRow row, CancellationToken cancel)
    {
        var groups = db.Groups.Where(g => g.OfficeId == office.Value);
        var past = row.Platform == Platform.Import && Guid.TryParseExact(row.ChatId, "n", out var id) ? id : default;
        var those = row.Platform == Platform.Import ? groups.Where(g => g.Id == past) : groups.Where(g => g.Platform == row.Platform && g.ChatId == row.ChatId);
        var name = await those.Select(g => g.Name).FirstOrDefaultAsync(cancel);
        return row.Platform == Platform.Import ? $"{name}（导入的旧消息）" : name ?? "私聊";
    }

    private static async Task<ReportReading?> ReadingAsync(BotDb db, Guid submission, CancellationToken cancel)
    {
        var json = await db.SubmissionReadings.Where(r => r.SubmissionId == submission).Select(r => r.Reading).SingleOrDefaultAsync(cancel);
        return json is null ? null : JsonSerializer.Deserialize(json, PayloadJson.Readable.ReportReading);
    }

    // What it booked, and what later ones changed about its activities.
    private static async Task<IReadOnlyList<SheetBooking>> BookingsAsync(BotDb db, OfficeId office, Guid submission, CancellationToken cancel)
    {
        var activities = await db.Activities.Where(a => a.OfficeId == office.Value && a.SubmissionId == submission)
            .ToDictionaryAsync(a => a.Id, a => a.TakenBackAt, cancel);
        var ids = activities.Keys.ToList();
        var rows = await db.Bookings.Where(b => b.OfficeId == office.Value && (b.SubmissionId == submission || ids.Contains(b.ActivityId))).ToListAsync(cancel);
        return [.. rows.OrderBy(b => b.Id).Select(b => new SheetBooking(
            new UnitId(b.UnitId), new SlotId(b.SlotId), b.Day, LedgerMapping.Value(b.Thousandths), b.Bound, b.Implied, b.Cause, b.Rule,
            new TextSpan(b.SpanFrom, b.SpanTo), new MessageId(b.MessageId), new SubmissionId(b.SubmissionId), b.At,
            activities.GetValueOrDefault(b.ActivityId) is not null))];
    }

    private static async Task<IReadOnlyList<SheetRemark>> RemarksAsync(BotDb db, OfficeId office, Guid submission, CancellationToken cancel)
    {
        var rows = await db.Remarks.Where(r => r.OfficeId == office.Value && r.SubmissionId == submission).ToListAsync(cancel);
        var people = rows.Select(r => r.SettledBy).OfType<Guid>().ToList();
        var names = await db.People.Where(p => p.OfficeId == office.Value && people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. rows.OrderBy(r => r.Id).Select(r => new SheetRemark(
            LedgerMapping.Remark(r), r.At, r.SettledAt, r.SettledBy is { } by ? names.GetValueOrDefault(by) : null, r.Answer))];
    }
}

/// <summary>A submission with all that came of it.</summary>
internal sealed record SubmissionSheet
{
    public required SubmissionRow Row { get; init; }

    /// <summary>The group's name, or that it was said privately.</summary>
    public required string Chat { get; init; }

    /// <summary>All message revisions in the order of arrival, private numbers covered.</summary>
    public required IReadOnlyList<IncomingMessage> Messages { get; init; }

    public required IReadOnlyList<Attachment> Photos { get; init; }

    /// <summary>What it was taken to say; null: not read, or erased.</summary>
    public required ReportReading? Reading { get; init; }

    public required IReadOnlyList<SheetBooking> Bookings { get; init; }
    public required IReadOnlyList<SheetRemark> Remarks { get; init; }
    public required IReadOnlyDictionary<UnitId, Unit> Units { get; init; }

    public SubmissionId Id => new(Row.Id);
}

/// <summary>A booking of a submission, or one that changed its activities later.</summary>
internal sealed record SheetBooking(
    UnitId Unit, SlotId Slot, DateOnly Day, decimal Delta, Bound Bound, bool Implied, BookingCause Cause, string Rule,
    TextSpan Span, MessageId Message, SubmissionId From, DateTimeOffset At, bool TakenBack);

/// <summary>A remark with its state.</summary>
internal sealed record SheetRemark(Remark Remark, DateTimeOffset At, DateTimeOffset? SettledAt, string? SettledBy, string? Answer);
