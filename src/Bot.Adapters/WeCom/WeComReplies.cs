using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WeCom;

/// <summary>The addresses at which callbacks may be answered later: kept for all hosts, given out once, forgotten after their hour.</summary>
internal sealed class WeComReplies(Store store)
{
    // A little less than WeCom's hour: the answer has to arrive within it.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(59);

    /// <summary>Keeps the address of a message.</summary>
    public async Task KeepAsync(string message, string url, CancellationToken cancel)
    {
        var now = Now();
        try
        {
            await store.WriteGuardedAsync(
                async db =>
                {
                    var end = now - (long)Life.TotalMilliseconds;
                    await db.WeComReplies.Where(r => r.ReceivedAt < end).ExecuteDeleteAsync(cancel);
                    if (!await db.WeComReplies.AnyAsync(r => r.MessageId == message, cancel)) db.WeComReplies.Add(new WeComReplyRow { MessageId = message, Url = url, ReceivedAt = now });
                },
                cancel);
        }
        catch (DbUpdateException failure) when (store.IsDuplicate(failure))
        {
            // The same callback on another host.
        }
    }

    /// <summary>Takes the address of a message, for one use; null: it had none, it was used, or its hour is over.</summary>
    public Task<string?> TakeAsync(string message, CancellationToken cancel)
    {
        var end = Now() - (long)Life.TotalMilliseconds;
        return store.WriteGuardedAsync(
            async db =>
            {
                var free = db.WeComReplies.Where(r => r.MessageId == message && !r.IsUsed && r.ReceivedAt >= end);
                var url = await free.Select(r => r.Url).FirstOrDefaultAsync(cancel);
                return url is not null && await free.ExecuteUpdateAsync(s => s.SetProperty(r => r.IsUsed, true), cancel) == 1 ? url : null;
            },
            cancel);
    }

    /// <summary>Whether there is an address to take.</summary>
    public Task<bool> HasAsync(string message, CancellationToken cancel)
    {
        var end = Now() - (long)Life.TotalMilliseconds;
        return store.ReadAsync(db => db.WeComReplies.AnyAsync(r => r.MessageId == message && !r.IsUsed && r.ReceivedAt >= end, cancel), cancel);
    }

    /// <summary>It surely was not used after all.</summary>
    public Task GiveBackAsync(string message, CancellationToken cancel) =>
        store.WriteGuardedAsync(db => db.WeComReplies.Where(r => r.MessageId == message).ExecuteUpdateAsync(s => s.SetProperty(r => r.IsUsed, false), cancel), cancel);

    // The hour passes on the real clock, whatever a demo's shows.
    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
}
