using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Opens the database for reading, or for one writing transaction.</summary>
internal abstract class Store
{
    /// <summary>The database's clock in milliseconds since 1970 UTC, as an SQL expression: leases live by it.</summary>
    public abstract string NowMilliseconds { get; }

    /// <summary>What keeps other claimers away from a chosen row, as SQL; empty where writers take turns anyway.</summary>
    /// <param name="table">The table's name in the query.</param>
    public abstract string SkipLocked(string table);

    /// <summary>A context of its own; the caller disposes it.</summary>
    public abstract BotDb Open();

    /// <summary>Reads with a context of its own.</summary>
    public virtual async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read, CancellationToken cancel)
    {
        await using var db = Open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>Reads what is added up from very many rows: with the memory and the time that takes.</summary>
    public virtual Task<T> ReadLargeAsync<T>(Func<BotDb, Task<T>> read, CancellationToken cancel) => ReadAsync(read, cancel);

    /// <summary>
    /// Writes in one transaction, as if nobody else wrote meanwhile: what it read is still so when it commits. Commits when
    /// <paramref name="write"/> returns, rolls back when it throws, and runs it again where another host came in between.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel);

    /// <summary>As <see cref="WriteAsync{T}"/>.</summary>
    public Task WriteAsync(Func<BotDb, Task> write, CancellationToken cancel) =>
        WriteAsync(async db => { await write(db); return true; }, cancel);

    /// <summary>
    /// Writes in one transaction side by side with others: for what many do at once, and guards itself by keys, row locks and
    /// turns. Run again only where the database broke a tie between writers that waited for one another.
    /// </summary>
    public abstract Task<T> WriteGuardedAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel);

    /// <summary>As <see cref="WriteGuardedAsync{T}"/>.</summary>
    public Task WriteGuardedAsync(Func<BotDb, Task> write, CancellationToken cancel) =>
        WriteGuardedAsync(async db => { await write(db); return true; }, cancel);

    /// <summary>Writes by a single statement, which guards itself.</summary>
    /// <param name="statement">Runs one statement, and reads nothing else.</param>
    /// <param name="cancel">Stops it.</param>
    public virtual Task<T> WriteOnceAsync<T>(Func<BotDb, Task<T>> statement, CancellationToken cancel) => WriteGuardedAsync(statement, cancel);

    /// <summary>Writes by a single statement in the turn of that name.</summary>
    /// <param name="turn">The turn's name.</param>
    /// <param name="statement">The statement, with <c>{0}</c>, <c>{1}</c> … where the values go; none of them is null.</param>
    /// <param name="values">The values.</param>
    /// <param name="cancel">Stops it.</param>
    public abstract Task WriteInTurnAsync(string turn, string statement, object[] values, CancellationToken cancel);

    /// <summary>
    /// An SQL expression over rows of a table that has another value when any of them was added, changed or removed; null: the
    /// database has none that costs less than to read the rows.
    /// </summary>
    /// <param name="table">The table's name in the query.</param>
    public virtual string? RowsVersion(string table) => null;

    /// <summary>Whether an insert failed because the row was there already.</summary>
    public abstract bool IsDuplicate(DbUpdateException failure);

    /// <summary>Waits for the one turn there is to migrate, and clears what a program that died while migrating left in the way.</summary>
    /// <returns>The turn; disposing it ends it, and so does the program's death.</returns>
    public abstract Task<IAsyncDisposable> MigratingAsync(BotDb db, CancellationToken cancel);

    /// <summary>Locks a ledger row for the rest of the transaction, making it where it is missing.</summary>
    public abstract Task LockAsync(BotDb db, Guid office, string campaign, Guid unit, CancellationToken cancel);

    /// <summary>Holds the chat's claim and the ledger of the units concerned for the rest of the transaction, and reads what is then in it.</summary>
    /// <returns>Null: the claim was lost.</returns>
    public virtual Task<HeldLedger?> HoldAsync(BotDb db, HandledSubmission handled, CancellationToken cancel) => LedgerReads.HoldAsync(this, db, handled, cancel);

    /// <summary>Writes what is left of a handled submission: what the bot says about it, and that its messages are done with.</summary>
    public virtual Task CompleteAsync(BotDb db, HandledSubmission handled, IReadOnlyList<OutgoingMessage> says, CancellationToken cancel) =>
        Completion.WriteAsync(db, handled, says, cancel);

    /// <summary>After rows were inserted with numbers of their own: the next number follows the last.</summary>
    public abstract Task AfterNumberedInsertsAsync(BotDb db, CancellationToken cancel);

    /// <summary>Overwrites or gives back the room of what was deleted; its bytes would else stay in the files until new ones need the place.</summary>
    /// <returns>Whether it was done; not where another program has the database in use.</returns>
    public abstract Task<bool> ClearFreedAsync(CancellationToken cancel);

    protected static async Task<T> InTransactionAsync<T>(BotDb db, System.Data.IsolationLevel isolation, Func<BotDb, Task<T>> write, CancellationToken cancel)
    {
        db.Database.AutoSavepointsEnabled = false; // nobody goes on after a failure: the whole is rolled back
        await using var transaction = await db.Database.BeginTransactionAsync(isolation, cancel);
        var result = await write(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }
}
