using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>How long the oldest of what waits has waited: messages to be handled, bot messages to be sent.</summary>
internal sealed class QueueLag(Store store)
{
    /// <summary>Both ages; zero: nothing waits.</summary>
    /// <param name="now">Now (UTC), on the clock messages are stamped with.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<(TimeSpan Inbox, TimeSpan Outbox)> ReadAsync(DateTimeOffset now, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var received = await db.Messages.Where(m => m.State == MessageState.Waiting).OrderBy(m => m.Seq).Select(m => (DateTimeOffset?)m.ReceivedAt).FirstOrDefaultAsync(cancel);
            var written = await db.Outbox.Where(o => o.State == OutboxState.Waiting).OrderBy(o => o.Seq).Select(o => (DateTimeOffset?)o.CreatedAt).FirstOrDefaultAsync(cancel);
            return (Age(received, now), Age(written, now));
        },
        cancel);

    // A demo clock may have been put back.
    private static TimeSpan Age(DateTimeOffset? since, DateTimeOffset now) => since < now ? now - since.Value : TimeSpan.Zero;
}
