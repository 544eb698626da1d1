using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Tests;

internal static class Waiting
{
    /// <summary>Whether a message waits, is being handled (what follows its transaction included), or is to be sent.</summary>
    public static Task<bool> AnyAsync(Store store, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            // A chat stays claimed until all that its messages lead to is written; a claim that ran out is a dead host's.
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            return await db.Messages.AnyAsync(m => m.State == MessageState.Waiting, cancel)
                || await db.Chats.AnyAsync(c => c.ClaimToken != null && c.ClaimedUntil > now, cancel)
                || await db.Outbox.AnyAsync(o => o.State == OutboxState.Waiting, cancel);
        },
        cancel);
}
