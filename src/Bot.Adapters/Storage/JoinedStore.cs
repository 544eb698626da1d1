using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>
/// A store of which a piece of work may make everything it reads and writes one transaction: for work that is many small ones, one after the other, and is done
/// again from its source where it breaks off. All else goes to the store within.
/// </summary>
internal sealed class JoinedStore(Store within) : Store
{
    // Of the work that runs in it, and of nobody else's beside it.
    private readonly AsyncLocal<Joint?> joint = new();

    public override string NowMilliseconds => within.NowMilliseconds;

    /// <summary>Does the work in one transaction. Its parts follow one another; none runs beside another.</summary>
    /// <returns>False: a part of it failed, and nothing was written.</returns>
    public async Task<bool> TogetherAsync(Func<Task> work, CancellationToken cancel)
    {
        Joint? now = null;
        try
        {
            await within.WriteGuardedAsync(
                async db =>
                {
                    now = new Joint(db, new JoinedLedger(within));
                    joint.Value = now;
                    await work();
                    if (now.IsBroken) throw new InvalidOperationException("A part of it failed.");
                },
                cancel);
            return true;
        }
        catch (Exception) when (now is { IsBroken: true } && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    public override string SkipLocked(string table) => within.SkipLocked(table);

    public override BotDb Open() => within.Open();

    public override Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read, CancellationToken cancel) => joint.Value is { } now ? now.ReadAsync(read) : within.ReadAsync(read, cancel);

    public override Task<T> WriteAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel) =>
        joint.Value is { } now ? now.WriteAsync(write, cancel) : within.WriteAsync(write, cancel);

    public override Task<T> WriteGuardedAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel) =>
        joint.Value is { } now ? now.WriteAsync(write, cancel) : within.WriteGuardedAsync(write, cancel);

    public override Task<T> WriteOnceAsync<T>(Func<BotDb, Task<T>> statement, CancellationToken cancel) =>
        joint.Value is { } now ? now.WriteAsync(statement, cancel) : within.WriteOnceAsync(statement, cancel);

    public override Task WriteInTurnAsync(string turn, string statement, object[] values, CancellationToken cancel) => joint.Value is { } now
        ? now.WriteAsync(
            async db =>
            {
                await db.TurnAsync(turn, cancel);
                return await db.Database.ExecuteSqlRawAsync(statement, values, cancel);
            },
            cancel)
        : within.WriteInTurnAsync(turn, statement, values, cancel);

    public override string? RowsVersion(string table) => within.RowsVersion(table);

    public override bool IsDuplicate(DbUpdateException failure) => within.IsDuplicate(failure);

    public override Task<IAsyncDisposable> MigratingAsync(BotDb db, CancellationToken cancel) => within.MigratingAsync(db, cancel);

    public override Task LockAsync(BotDb db, Guid office, string campaign, Guid unit, CancellationToken cancel) => within.LockAsync(db, office, campaign, unit, cancel);

    public override Task<HeldLedger?> HoldAsync(BotDb db, HandledSubmission handled, CancellationToken cancel) =>
        joint.Value is { } now ? now.Ledger.HoldAsync(db, handled, cancel) : within.HoldAsync(db, handled, cancel);

    public override Task CompleteAsync(BotDb db, HandledSubmission handled, IReadOnlyList<OutgoingMessage> says, CancellationToken cancel) =>
        within.CompleteAsync(db, handled, says, cancel);

    public override Task AfterNumberedInsertsAsync(BotDb db, CancellationToken cancel) => within.AfterNumberedInsertsAsync(db, cancel);

    public override Task<bool> ClearFreedAsync(CancellationToken cancel) => within.ClearFreedAsync(cancel);

    private sealed class Joint(BotDb db, JoinedLedger ledger)
    {
        public bool IsBroken { get; private set; }

        public JoinedLedger Ledger => ledger;

        public async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read)
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await UnbrokenAsync(() => read(db));
        }

        public async Task<T> WriteAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel)
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            return await UnbrokenAsync(async () =>
            {
                var result = await write(db);
                ledger.Sees(db);
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
                return result;
            });
        }

        // Who called may go on after a failure; the transaction does not.
        private async Task<T> UnbrokenAsync<T>(Func<Task<T>> part)
        {
            var isDone = false;
            try
            {
                var result = await part();
                isDone = true;
                return result;
            }
            finally
            {
                IsBroken |= !isDone;
            }
        }
    }
}
