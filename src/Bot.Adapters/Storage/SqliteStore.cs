using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>
/// SQLite in a folder, in WAL mode. Writers of one program take turns in a queue: SQLite would let them starve one
/// another. Another program on the same file waits for the database's own lock.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="waitsForDisk">
/// Whether a commit is on the disk when it returns. Without, a power cut may take the last ones back, whole and in order: for work that
/// is done again from its source.
/// </param>
internal sealed class SqliteStore(string file, bool waitsForDisk = true) : Store, IDisposable
{
    /// <summary>Two minutes: longer than any migration of a file that a program migrates at its start.</summary>
    private const double StaleLockDays = 2d / (24 * 60);
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int Busy = 5;
    private const int Locked = 6;

    private readonly SemaphoreSlim turn = new(1, 1);

    private readonly DbContextOptions<SqliteBotDb> options = new DbContextOptionsBuilder<SqliteBotDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = false, DefaultTimeout = 30 }.ToString())
        .AddInterceptors(waitsForDisk ? [] : [new LaterDisk()])
        .Options;

    public override string NowMilliseconds => "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

    public override string SkipLocked(string table) => "";

    public override BotDb Open() => new SqliteBotDb(options);

    // There is one writer at a time: nobody comes in between.
    public override async Task<T> WriteAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await using var db = Open();
            return await InTransactionAsync(db, IsolationLevel.Serializable, write, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    public override Task<T> WriteGuardedAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel) => WriteAsync(write, cancel);

    public override Task WriteInTurnAsync(string turn, string statement, object[] values, CancellationToken cancel) =>
        WriteAsync(db => db.Database.ExecuteSqlRawAsync(statement, values, cancel), cancel);

    public override bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    // The whole database is the writer's already.
    public override Task LockAsync(BotDb db, Guid office, string campaign, Guid unit, CancellationToken cancel) => Task.CompletedTask;

    // SQLite numbers on from the greatest there is.
    public override Task AfterNumberedInsertsAsync(BotDb db, CancellationToken cancel) => Task.CompletedTask;

    // EF's lock on SQLite is a row that outlives its program, and a waiter waits for it without end.
    public override async Task<IAsyncDisposable> MigratingAsync(BotDb db, CancellationToken cancel)
    {
        var there = await db.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (there > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\" WHERE julianday('now') - julianday(\"Timestamp\") > {0}", [StaleLockDays], cancel);
        }

        return new NoTurn();
    }

    // The file is written anew without what is free, and the log that still holds the old pages is cut off.
    public override async Task<bool> ClearFreedAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            await using var db = Open();
            await db.Database.ExecuteSqlRawAsync("VACUUM", cancel);
            await db.Database.OpenConnectionAsync(cancel);
            await using var checkpoint = db.Database.GetDbConnection().CreateCommand();
            checkpoint.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA wal_checkpoint(TRUNCATE)"; // readers are waited for
            await using var answer = await checkpoint.ExecuteReaderAsync(cancel);
            return await answer.NextResultAsync(cancel) && await answer.ReadAsync(cancel) && answer.GetInt64(0) == 0;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private sealed class LaterDisk : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        private const string Normal = "PRAGMA synchronous = NORMAL";

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Normal;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Normal;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed class NoTurn : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
