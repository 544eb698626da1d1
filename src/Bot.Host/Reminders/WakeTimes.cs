using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Reminders;

/// <summary>When there will next be something to do, for clocks that are moved rather than waited for.</summary>
internal sealed class WakeTimes(Store store, ReminderTick tick)
{
    /// <summary>The next instant after <paramref name="after"/> at which a step is planned, a chat or a message waits no longer, or a quiet hour ends.</summary>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset after, CancellationToken cancel)
    {
        var waits = await store.ReadAsync(
            async db => new[]
            {
                await db.Chats.Where(c => c.WaitUntil > after && db.Messages.Any(m => m.Platform == c.Platform && m.ChatId == c.ChatId && m.State == MessageState.Waiting))
                    .MinAsync(c => c.WaitUntil, cancel),
                await db.Outbox.Where(o => o.State == OutboxState.Waiting && o.NextTryAt > after).MinAsync(o => o.NextTryAt, cancel),
            },
            cancel);
        return waits.Append(await tick.NextAsync(after, cancel)).Where(t => t is not null).Min();
    }
}
