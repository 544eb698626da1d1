using Bot.Adapters.Storage;
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
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var sqlite = new SqliteUnderTest();
        await using var db = sqlite.Open().Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
