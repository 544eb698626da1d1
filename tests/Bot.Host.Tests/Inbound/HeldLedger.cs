using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Host.Tests.Inbound;

/// <summary>The ledger, locked by the test: nobody commits a report until it is disposed.</summary>
internal sealed class HeldLedger(BotDb db, IDbContextTransaction transaction) : IAsyncDisposable
{
    public static async Task<HeldLedger> TakeAsync(Store store)
    {
        var db = store.Open();
        var transaction = await db.Database.BeginTransactionAsync();

        // SQLite has one writer: whoever has begun a serializable transaction is it.
        if (store is PostgresStore) await db.Database.ExecuteSqlRawAsync("LOCK TABLE \"LedgerLocks\", \"Bookings\", \"Messages\" IN SHARE ROW EXCLUSIVE MODE");
        return new HeldLedger(db, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}
