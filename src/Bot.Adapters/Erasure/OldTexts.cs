using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;

namespace Bot.Adapters.Erasure;

/// <summary>What is older than an instant and still has its words; waiting messages and reports nobody has claimed yet are none of it.</summary>
/// <param name="Db">The database.</param>
/// <param name="Office">The office; null: all, and what belongs to none.</param>
/// <param name="Before">What was said at it or later stays (UTC).</param>
internal readonly record struct OldTexts(BotDb Db, Guid? Office, DateTimeOffset Before)
{
    /// <summary>Messages with a text, a photo or a file.</summary>
    public IQueryable<MessageRow> Messages
    {
        get
        {
            var (db, office, before) = (Db, Office, Before);
            return db.Messages
                .Where(m => m.SaidAt < before && m.State != MessageState.Waiting && (office == null || m.OfficeId == office))
                .Where(m => m.SubmissionId == null || !db.Submissions.Any(s => s.Id == m.SubmissionId && s.State == SubmissionState.Unclaimed))
                .Where(m => db.MessageTexts.Any(t => t.MessageId == m.Id) || db.Attachments.Any(a => a.MessageId == m.Id && (a.BlobKey != null || a.PlatformFile != null || a.Name != ErasedMark.Text)));
        }
    }

    /// <summary>Readings of what has no words left, or will have none.</summary>
    public IQueryable<SubmissionReadingRow> Readings
    {
        get
        {
            var (db, office, before) = (Db, Office, Before);
            return db.SubmissionReadings.Where(r => db.Submissions.Any(s => s.Id == r.SubmissionId && s.SaidAt < before && s.State != SubmissionState.Unclaimed
                && (office == null || s.OfficeId == office) && !db.Messages.Any(m => m.Id == s.TextMessageId && (m.SaidAt >= before || m.State == MessageState.Waiting))));
        }
    }

    /// <summary>What the bot said, and what became of it is known.</summary>
    public IQueryable<OutboxRow> Told
    {
        get
        {
            var (db, office, before) = (Db, Office, Before);
            return db.Outbox.Where(o => o.CreatedAt < before && o.State != OutboxState.Waiting && (office == null || o.OfficeId == office) && !o.Payload.Contains(WipedPayload.Sign));
        }
    }
}
