using Bot.Domain;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>
/// Duties of which one host at a time has each: polling a bot, holding a connection. Who has one keeps it by coming back in
/// time, by the database's clock; who does not come back loses it to the next that asks.
/// </summary>
internal sealed class Leases(Store store, IIdSource ids)
{
    /// <summary>How long a duty is held after its holder was last heard of: as long may it lie idle after a host died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    // Given up before the others may take it, so that the duty is never done twice at once.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(8);

    private const string TakeSql = """
        INSERT INTO "Leases" ("Name", "Holder", "Until") VALUES ({0}, {1}, {NOW} + {2})
        ON CONFLICT ("Name") DO UPDATE SET "Holder" = EXCLUDED."Holder", "Until" = EXCLUDED."Until"
        WHERE "Leases"."Holder" = EXCLUDED."Holder" OR "Leases"."Until" < {NOW}
        RETURNING 1 AS "Value"
        """;

    private readonly string take = TakeSql.Replace("{NOW}", store.NowMilliseconds, StringComparison.Ordinal);

    /// <summary>Waits for its turn, does the duty while it is this host's, and gives it back.</summary>
    /// <param name="name">The duty's name, the same on all hosts.</param>
    /// <param name="duty">What to do; its token is cancelled as soon as the duty may be another's, and it must return then.</param>
    /// <param name="cancel">Stops waiting, and the duty.</param>
    /// <returns>When the duty returned or was lost.</returns>
    public async Task HoldAsync(string name, Func<CancellationToken, Task> duty, CancellationToken cancel)
    {
        var holder = ids.Next();
        var heldAt = TimeProvider.System.GetTimestamp();
        while (!await TakeAsync(name, holder, cancel))
        {
            await Task.Delay(BetweenTries, TimeProvider.System, cancel);
            heldAt = TimeProvider.System.GetTimestamp();
        }

        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        held.CancelAfter(LeftSince(heldAt));
        using var done = new CancellationTokenSource();
        var keeping = KeepAsync(name, holder, held, done.Token);
        try
        {
            await duty(held.Token);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            // Lost: somebody else may have it by now, or nobody, and the next round asks again.
        }
        finally
        {
            await done.CancelAsync();
            await keeping;
            await GiveBackAsync(name, holder);
        }
    }

    /// <summary>Takes a duty or keeps it; whether it is the holder's now.</summary>
    public Task<bool> TakeAsync(string name, Guid holder, CancellationToken cancel) => store.WriteGuardedAsync(
        async db => (await db.Database.SqlQueryRaw<int>(take, name, holder, (long)Length.TotalMilliseconds).ToListAsync(cancel)).Count > 0, cancel);

    // Each time it was heard the holder has the whole length again, counted from before it asked. A database that is away for a moment is asked again.
    private async Task KeepAsync(string name, Guid holder, CancellationTokenSource held, CancellationToken done)
    {
        while (true)
        {
            await Task.Delay(BetweenTries, TimeProvider.System, done).ContinueWith(_ => { }, TaskScheduler.Default);
            if (done.IsCancellationRequested || held.IsCancellationRequested) return;
            var asked = TimeProvider.System.GetTimestamp();
            try
            {
                if (!await TakeAsync(name, holder, held.Token))
                {
                    await held.CancelAsync();
                    return;
                }

                held.CancelAfter(LeftSince(asked));
            }
            catch (Exception failure) when (failure is OperationCanceledException || DatabaseOutage.Is(failure))
            {
                // What was held is still held until its time.
            }
        }
    }

    private static TimeSpan LeftSince(long asked)
    {
        var left = Length - Margin - TimeProvider.System.GetElapsedTime(asked);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // Best effort: what is not given back runs out.
    private async Task GiveBackAsync(string name, Guid holder)
    {
        try
        {
            await store.WriteGuardedAsync(db => db.Leases.Where(l => l.Name == name && l.Holder == holder).ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
        }
        catch (Exception failure) when (DatabaseOutage.Is(failure))
        {
            // The next host waits it out.
        }
    }
}
