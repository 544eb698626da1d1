using Bot.Domain.Organisation;
using Bot.Domain.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Writes a question about proposals beside what was committed long before.</summary>
internal sealed class ProposalStore(Store store) : IProposalQuestions
{
    public Task<IReadOnlyList<string>> NamesAsync(OfficeId office, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<string>>(
        async db => await db.People.Where(p => p.OfficeId == office.Value).Select(p => p.Name).ToListAsync(cancel), cancel);

    public Task<bool> AskAsync(ProposalQuestion question, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            // Under the lock that whoever edits or answers takes first, so that it cannot change between the look and the writing.
            await store.LockAsync(db, question.Office.Value, question.Revision.Campaign.Value, question.Unit.Value, cancel);
            if (!await StandsAsync(db, question, cancel)) return false;
            db.Remarks.AddRange(question.Remarks.Select(r => LedgerMapping.Row(r, question.Office.Value, question.Revision.Campaign, question.Now)));
            await OutboxWrites.AddAsync(db, question.Office, question.Message, question.Now, cancel);
            return true;
        },
        cancel);

    private static async Task<bool> StandsAsync(BotDb db, ProposalQuestion question, CancellationToken cancel)
    {
        var (submission, text) = (question.Submission.Value, question.Text.Value);
        var newest = await (
            from s in db.Submissions
            where s.Id == submission && s.OfficeId == question.Office.Value && s.State == Rows.SubmissionState.Handled && s.TextMessageId == text
            join t in db.MessageTexts on s.TextMessageId equals t.MessageId
            select s.Id).AnyAsync(cancel);
        return newest
            && await db.Activities.AnyAsync(a => a.SubmissionId == submission && a.TakenBackAt == null, cancel)
            && !await db.Remarks.AnyAsync(r => r.SubmissionId == submission && r.Blocks && r.SettledAt == null, cancel)
            && !await db.Outbox.AnyAsync(o => o.Key == question.Message.Key, cancel);
    }
}
