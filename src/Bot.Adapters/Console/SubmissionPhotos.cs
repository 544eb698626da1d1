using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Photos and files by submission; of an edited message those it was first said with.</summary>
internal static class SubmissionPhotos
{
    public static async Task<ILookup<Guid, Attachment>> OfAsync(BotDb db, OfficeId office, IReadOnlyList<Guid> submissions, CancellationToken cancel)
    {
        var rows = await (
            from m in db.Messages
            where m.OfficeId == office.Value && m.SubmissionId != null && submissions.Contains(m.SubmissionId.Value)
            join a in db.Attachments on m.Id equals a.MessageId
            orderby m.Seq, a.Position
            select new { Submission = m.SubmissionId!.Value, File = a }).ToListAsync(cancel);
        return rows.DistinctBy(r => (r.Submission, r.File.BlobKey ?? r.File.PlatformFile, r.File.Name))
            .ToLookup(r => r.Submission, r => MessageMapping.Attachment(r.File));
    }
}
