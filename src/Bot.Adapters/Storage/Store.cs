using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Opens the database for reading, or for one writing transaction.</summary>
internal abstract class Store
{
    /// <summary>The database's clock in milliseconds since 1970 UTC, as an SQL expression: leases live by it.</summary>
    public abstract string NowMilliseconds { get; }

    /// <summary>What keeps other claimers away from a chosen row, as SQL; empty where writers take turns anyway.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>A context of its own; the caller disposes it.</summary>
    public abstract Task<BotDb> OpenAsync(CancellationToken cancel);

    /// <summary>Reads with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>Writes in one transaction; commits when <paramref name="write"/> returns, rolls back when it throws.</summary>
    public abstract Task<T> WriteAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel);

    /// <summary>Writes in one transaction.</summary>
    public Task WriteAsync(Func<BotDb, Task> write, CancellationToken cancel) =>
        WriteAsync(async db => { await write(db); return true; }, cancel);

    /// <summary>Whether an insert failed because the row was there already.</summary>
    public abstract bool IsDuplicate(DbUpdateException failure);

    /// <summary>Clears what a program that died while migrating may have left in the way.</summary>
    public abstract Task BeforeMigratingAsync(BotDb db, CancellationToken cancel);

    /// <summary>Locks a ledger row for the rest of the transaction, making it where it is missing.</summary>
    public abstract Task LockAsync(BotDb db, Guid office, string campaign, Guid unit, CancellationToken cancel);

    protected static async Task<T> InTransactionAsync<T>(BotDb db, Func<BotDb, Task<T>> write, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await write(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }
}
