using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Bot.Adapters.Storage;

/// <summary>PostgreSQL, for any number of hosts. Hosts share nothing but it.</summary>
internal sealed class PostgresStore : Store, IAsyncDisposable
{
    private const int MostTries = 12;
    private const int StatementsPrepared = 100;
    private const string MaxAutoPrepare = "Max Auto Prepare";
    private const string NoReset = "No Reset On Close";
    private const int FirstPauseMilliseconds = 4;

    private readonly PooledDbContextFactory<PostgresBotDb> contexts;
    private readonly DbContextOptions<PostgresBotDb> options;
    private PostgresLedger? ledger; // needs the model, which is made with the first context

    /// <summary>A store over a server; nothing is opened yet.</summary>
    /// <param name="connectionString">How to reach it.</param>
    /// <exception cref="ArgumentException">The connection string has a key PostgreSQL's driver does not know.</exception>
    public PostgresStore(string connectionString)
    {
        // Named, so that its figures do not go under its address.
        Connections = new NpgsqlDataSourceBuilder(Prepared(connectionString)) { Name = "safetymonth" }.Build();
        options = new DbContextOptionsBuilder<PostgresBotDb>().UseNpgsql(Connections).AddInterceptors(new CleanTexts()).Options;
        contexts = new PooledDbContextFactory<PostgresBotDb>(options);
    }

    /// <summary>The pool all contexts take their connections from.</summary>
    public NpgsqlDataSource Connections { get; }

    public override string NowMilliseconds => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)";

    public override string SkipLocked(string table) => $"FOR UPDATE OF {table} SKIP LOCKED";

    public override BotDb Open() => contexts.CreateDbContext();

    // An office of a hundred thousand units has a million sums at once, which in the server's usual room would go to its disk; and what is
    // best for a week is not for half a year.
    public override Task<T> ReadLargeAsync<T>(Func<BotDb, Task<T>> read, CancellationToken cancel) => ReadAsync(
        async db =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            await db.Database.ExecuteSqlRawAsync("SET LOCAL work_mem = '64MB'; SET LOCAL plan_cache_mode = force_custom_plan", cancel);
            return await read(db);
        },
        cancel);

    // A unique key that another host took first is such a collision too: run again, the write finds the row.
    public override Task<T> WriteAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel) =>
        AgainAsync(IsolationLevel.Serializable, write, state => IsCollision(state) || state == PostgresErrorCodes.UniqueViolation, cancel);

    public override Task<T> WriteGuardedAsync<T>(Func<BotDb, Task<T>> write, CancellationToken cancel) =>
        AgainAsync(IsolationLevel.ReadCommitted, write, IsCollision, cancel);

    // A statement is a transaction by itself; BEGIN and COMMIT would be two more ways there and back.
    public override Task<T> WriteOnceAsync<T>(Func<BotDb, Task<T>> statement, CancellationToken cancel) => ReadAsync(statement, cancel);

    public override async Task WriteInTurnAsync(string turn, string statement, object[] values, CancellationToken cancel)
    {
        // A batch is one transaction and one round trip.
        await using var batch = Connections.CreateBatch();
        batch.BatchCommands.Add(TurnOf(turn));
        var write = new NpgsqlBatchCommand(string.Format(CultureInfo.InvariantCulture, statement, [.. values.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 1}"))]));
        foreach (var value in values) write.Parameters.Add(new NpgsqlParameter { Value = value is string text ? CleanTexts.Of(text) : value });
        batch.BatchCommands.Add(write);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    // What is where in the table, and which transaction wrote it: a row that was changed in any way is another one in another place.
    public override string RowsVersion(string table) => $"COUNT(*) || ' ' || BIT_XOR(hashtidextended({table}.ctid, {table}.xmin::text::bigint))";

    /// <summary>Waits for the turn of that name, which lasts for the rest of the batch.</summary>
    internal static NpgsqlBatchCommand TurnOf(string name)
    {
        var turn = new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))");
        turn.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return turn;
    }

    public override bool IsDuplicate(DbUpdateException failure) => State(failure) == PostgresErrorCodes.UniqueViolation;

    public override async Task LockAsync(BotDb db, Guid office, string campaign, Guid unit, CancellationToken cancel)
    {
        // Two statements on one way: the second sees the row that somebody else made while the first waited.
        await db.Database.ExecuteSqlRawAsync(
            $$"""
            INSERT INTO "{{nameof(BotDb.LedgerLocks)}}" ("OfficeId", "CampaignId", "UnitId", "Version") VALUES ({0}, {1}, {2}, 0) ON CONFLICT DO NOTHING;
            SELECT 1 FROM "{{nameof(BotDb.LedgerLocks)}}" WHERE "OfficeId" = {0} AND "CampaignId" = {1} AND "UnitId" = {2} FOR UPDATE
            """,
            [office, campaign, unit], cancel);
    }

    public override Task<HeldLedger?> HoldAsync(BotDb db, HandledSubmission handled, CancellationToken cancel)
    {
        if (handled is not { Office: not null, Revision: not null, Units.Count: > 0 }) return base.HoldAsync(db, handled, cancel);
        ledger ??= new PostgresLedger(db.Model);
        return ledger.HoldAsync(db, handled, cancel);
    }

    public override Task CompleteAsync(BotDb db, HandledSubmission handled, IReadOnlyList<OutgoingMessage> says, CancellationToken cancel) =>
        handled.Office is { } office ? PostgresLedger.CompleteAsync(db, handled, office, says, cancel) : base.CompleteAsync(db, handled, says, cancel);

    public override async Task AfterNumberedInsertsAsync(BotDb db, CancellationToken cancel)
    {
        foreach (var table in db.Model.GetEntityTypes())
        {
            if (table.FindPrimaryKey()!.Properties is not [{ ValueGenerated: ValueGenerated.OnAdd, ClrType: var type } number] || type != typeof(long)) continue;
            var (name, column) = (table.GetTableName()!, number.GetColumnName());
#pragma warning disable EF1002 // The names are the model's own.
            await db.Database.ExecuteSqlRawAsync(
                $"SELECT setval(pg_get_serial_sequence('\"{name}\"', '{column}'), COALESCE((SELECT MAX(\"{column}\") FROM \"{name}\"), 0) + 1, false)", cancel);
#pragma warning restore EF1002
        }
    }

    public override async Task<IAsyncDisposable> MigratingAsync(BotDb db, CancellationToken cancel)
    {
        // A lock of the connection: it ends with it, however the program ends.
        var connection = await Connections.OpenConnectionAsync(cancel);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_advisory_lock(hashtextextended('safetymonth migration', 0))";
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancel);
            return new MigrationTurn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // What is dead is cleared away beside others; files become smaller only by VACUUM FULL, which is the operator's to choose.
    public override async Task<bool> ClearFreedAsync(CancellationToken cancel)
    {
        await using var db = new PostgresBotDb(options);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // The name is the model's own.
            await db.Database.ExecuteSqlRawAsync($"VACUUM \"{table}\"", cancel);
#pragma warning restore EF1002
        }

        return true;
    }

    public ValueTask DisposeAsync() => Connections.DisposeAsync();

    // What is said over and over is planned once per connection. Behind a pooler that shares connections it has to be off: Max Auto Prepare=0.
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize(MaxAutoPrepare)) settings.MaxAutoPrepare = StatementsPrepared;
        // Nothing is left behind in a session: every lock and setting is its transaction's, the migrations' turn and LISTEN end by themselves.
        if (!settings.ShouldSerialize(NoReset)) settings.NoResetOnClose = true;
        return settings.ToString();
    }

    private async Task<T> AgainAsync<T>(IsolationLevel isolation, Func<BotDb, Task<T>> write, Func<string?, bool> isWorthIt, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var db = Open();
                return await InTransactionAsync(db, isolation, write, cancel);
            }
            catch (Exception failure) when (tries < MostTries && isWorthIt(State(failure)))
            {
                // Those that collided come back at different times.
                var pause = FirstPauseMilliseconds << Math.Min(tries, 6);
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, pause)), TimeProvider.System, cancel);
            }
        }
    }

    private static bool IsCollision(string? state) => state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private static string? State(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is PostgresException { SqlState: var state }) return state;
        }

        return null;
    }

    private sealed class MigrationTurn(NpgsqlConnection connection) : IAsyncDisposable
    {
        // A pooled connection lives on: it goes back with its locks released.
        public async ValueTask DisposeAsync()
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_advisory_unlock_all()";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            await connection.DisposeAsync();
        }
    }
}
