using Bot.Adapters.Storage.Rows;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The end of a handled submission: the bot's answers are written, and its messages are done with.</summary>
internal static class Completion
{
    /// <summary>The common way: statement after statement.</summary>
    public static async Task WriteAsync(BotDb db, HandledSubmission handled, IReadOnlyList<OutgoingMessage> says, CancellationToken cancel)
    {
        foreach (var message in says) await OutboxWrites.AddAsync(db, handled.Office, message, handled.Now, cancel);
        var ids = handled.Completes.Select(m => m.Value).ToList();
        var office = handled.Office?.Value;
        var submission = handled.Submission?.Id.Value;
        await db.Messages.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MessageState.Handled).SetProperty(m => m.HandledAt, handled.Now)
                .SetProperty(m => m.OfficeId, office).SetProperty(m => m.SubmissionId, m => submission ?? m.SubmissionId), cancel);

        // A chat that belongs to no office leaves no words behind.
        if (office is null) await db.MessageTexts.Where(t => ids.Contains(t.MessageId)).ExecuteDeleteAsync(cancel);
    }
}
