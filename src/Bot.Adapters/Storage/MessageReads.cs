using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Fills message rows with their texts and attachments.</summary>
internal static class MessageReads
{
    public static async Task<IReadOnlyList<IncomingMessage>> FillAsync(BotDb db, IReadOnlyList<MessageRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var texts = await db.MessageTexts.AsNoTracking().Where(t => ids.Contains(t.MessageId)).ToDictionaryAsync(t => t.MessageId, t => t.Text, cancel);
        var files = (await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.MessageId)).ToListAsync(cancel)).ToLookup(a => a.MessageId);
        return [.. rows.Select(r => MessageMapping.Message(r, texts.GetValueOrDefault(r.Id, ""), files[r.Id]))];
    }

    /// <summary>The photos and files of submissions, by submission.</summary>
    public static async Task<ILookup<Guid, Attachment>> AttachmentsAsync(BotDb db, IReadOnlyCollection<Guid> submissions, CancellationToken cancel)
    {
        var files = await (
            from m in db.Messages.AsNoTracking()
            where m.SubmissionId != null && submissions.Contains(m.SubmissionId.Value)
            join a in db.Attachments.AsNoTracking() on m.Id equals a.MessageId
            orderby m.Seq, a.Position
            select new { Submission = m.SubmissionId!.Value, a }).ToListAsync(cancel);
        return files.ToLookup(f => f.Submission, f => MessageMapping.Attachment(f.a));
    }

    public static async Task<IncomingMessage?> FindAsync(BotDb db, Guid? id, CancellationToken cancel)
    {
        if (id is null) return null;
        var row = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        return row is null ? null : (await FillAsync(db, [row], cancel))[0];
    }
}
