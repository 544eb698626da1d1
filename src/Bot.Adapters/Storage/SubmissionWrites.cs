using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Stores a submission with its reading.</summary>
internal static class SubmissionWrites
{
    public static async Task StoreAsync(BotDb db, HandledSubmission handled, SubmissionFacts facts, CancellationToken cancel)
    {
        var row = facts.IsNew ? null : await db.Submissions.FindAsync([facts.Id.Value], cancel);
        if (row is null)
        {
            row = New(handled, facts);
            db.Submissions.Add(row);
        }

        row.UpdatedAt = handled.Now;
        if (facts.Reading is { } reading)
        {
            row.TextMessageId = facts.TextMessage?.Value ?? row.TextMessageId;
            row.TextHash = facts.TextHash;
            row.Kind = reading.Kind;
            row.Nil = reading.Nil;
            row.Subject = reading.Subject;
            row.CampaignId = handled.Revision?.Campaign.Value;
            row.Revision = handled.Revision?.Number;
            row.UnitId = facts.Unit?.Value;
            row.PersonId = handled.Person?.Value;
            row.SuggestedUnitId = facts.SuggestedUnit?.Value;
            row.State = facts.Unclaimed ? SubmissionState.Unclaimed
                : reading.Kind is ReadingKind.Other or ReadingKind.Query ? SubmissionState.Quiet : SubmissionState.Handled;
            await StoreReadingAsync(db, facts, reading, cancel);
        }

        if (facts.Absorbs is { } photos) await AbsorbAsync(db, photos.Value, facts.Id.Value, cancel);
    }

    private static SubmissionRow New(HandledSubmission handled, SubmissionFacts facts) => new()
    {
        Id = facts.Id.Value,
        OfficeId = handled.Office?.Value ?? throw new InvalidOperationException("A submission belongs to an office."),
        Platform = facts.Head.Key.Chat.Platform,
        ChatId = facts.Head.Key.Chat.Id,
        SenderId = facts.Head.Sender.Id,
        SenderName = facts.Head.SenderName,
        PersonId = handled.Person?.Value,
        SaidAt = facts.Head.SaidAt,
        SaidOn = facts.SaidOn,
        State = SubmissionState.Quiet,
        Kind = ReadingKind.Other,
        CreatedAt = handled.Now,
    };

    private static async Task StoreReadingAsync(BotDb db, SubmissionFacts facts, ReportReading reading, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(reading, PayloadJson.Readable.ReportReading);
        var row = facts.IsNew ? null : await db.SubmissionReadings.FindAsync([facts.Id.Value], cancel);
        if (row is null) db.SubmissionReadings.Add(new SubmissionReadingRow { SubmissionId = facts.Id.Value, Reading = json });
        else row.Reading = json;
    }

    private static async Task AbsorbAsync(BotDb db, Guid photos, Guid into, CancellationToken cancel)
    {
        foreach (var message in await db.Messages.Where(m => m.SubmissionId == photos).ToListAsync(cancel)) message.SubmissionId = into;
        if (await db.Submissions.FindAsync([photos], cancel) is { } row) db.Submissions.Remove(row);
    }
}
