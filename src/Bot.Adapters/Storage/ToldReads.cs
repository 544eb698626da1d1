using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>What units said before, as it was read: for what may stand in for something taken back.</summary>
internal static class ToldReads
{
    /// <summary>The handled submissions that left these activities, oldest first; erased ones are left out.</summary>
    public static async Task<IReadOnlyList<ToldSubmission>> OfAsync(BotDb db, Guid office, IReadOnlyList<ActivityRecord> activities, CancellationToken cancel)
    {
        var ids = activities.Select(a => a.Submission.Value).Distinct().ToList();
        var rows = await (
            from s in db.Submissions.AsNoTracking()
            where s.OfficeId == office && ids.Contains(s.Id) && s.State == SubmissionState.Handled
            join r in db.SubmissionReadings.AsNoTracking() on s.Id equals r.SubmissionId
            join t in db.MessageTexts.AsNoTracking() on s.TextMessageId equals t.MessageId into texts
            from text in texts.DefaultIfEmpty()
            orderby s.SaidAt, s.Id
            select new { s.Id, s.SaidAt, s.SaidOn, r.Reading, Text = (string?)text.Text }).ToListAsync(cancel);
        var files = await MessageReads.AttachmentsAsync(db, ids, cancel);
        return
        [
            .. rows.Select(r => new ToldSubmission
            {
                Id = new SubmissionId(r.Id), SaidAt = r.SaidAt, SaidOn = r.SaidOn, Text = r.Text ?? "", Attachments = [.. files[r.Id]],
                Reading = JsonSerializer.Deserialize(r.Reading, PayloadJson.Readable.ReportReading) ?? throw new InvalidOperationException("A reading row without a reading."),
            }),
        ];
    }
}
