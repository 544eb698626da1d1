using Bot.Adapters.Storage;
using Bot.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        await using var sqlite = new SqliteUnderTest();
        Assert.True(await new Schema(sqlite.Open()).MigrateAsync(default) > 0);
        Assert.Equal(0, await new Schema(sqlite.Open()).MigrateAsync(default));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_by_name()
    {
        await using var sqlite = new SqliteUnderTest();
        var store = sqlite.Open();
        await new Schema(store).MigrateAsync(default);
        await store.WriteAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')"), default);
        var refused = await Assert.ThrowsAsync<NewerSchemaException>(() => new Schema(store).MigrateAsync(default));
        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_died_while_migrating_does_not_keep_the_next_one_waiting()
    {
        await using var sqlite = new SqliteUnderTest();
        var store = sqlite.Open();
        await store.WriteAsync(
            async db =>
            {
                await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
                await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, datetime('now', '-1 hour'))");
            },
            default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.True(await new Schema(store).MigrateAsync(patience.Token) > 0);
    }

    [Fact]
    public async Task Eight_programs_that_migrate_one_server_at_once_do_so_once()
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.DatabaseAsync();
        var programs = Enumerable.Range(0, 8).Select(_ => new PostgresStore(server.Connection(database, mostConnections: 3))).ToList();
        var applied = await Task.WhenAll(programs.Select(p => new Schema(p).MigrateAsync(default)));
        foreach (var program in programs) await program.DisposeAsync();
        await server.DropAsync(database);
        Assert.Single(applied, count => count > 0);
    }

    [Fact]
    public async Task The_model_has_no_change_without_a_migration_on_either_database()
    {
        await using var sqlite = new SqliteUnderTest();
        await using var file = sqlite.Open().Open();
        Assert.False(file.Database.HasPendingModelChanges());
        await using var postgres = new PostgresUnderTest();
        await using var server = (await postgres.OpenAsync()).Open();
        Assert.False(server.Database.HasPendingModelChanges());
    }
}
