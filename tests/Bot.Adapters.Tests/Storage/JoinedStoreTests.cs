using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What every database must do with work that is one transaction as a whole.</summary>
public abstract class JoinedStoreTests : StoreUnderTest
{
    [Fact]
    public async Task What_is_done_together_is_there_together_and_sees_itself_meanwhile()
    {
        var joined = new JoinedStore(Store);
        var done = await joined.TogetherAsync(
            async () =>
            {
                await AcceptAsync(joined, "1");
                Assert.Equal(1, await joined.ReadAsync(db => db.Messages.CountAsync(), default));
                await AcceptAsync(joined, "2");
            },
            default);
        Assert.True(done);
        Assert.Equal(2, await Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Fact]
    public async Task Where_a_part_fails_nothing_of_it_is_there_though_somebody_went_on()
    {
        var joined = new JoinedStore(Store);
        var done = await joined.TogetherAsync(
            async () =>
            {
                await AcceptAsync(joined, "1");
                await Assert.ThrowsAnyAsync<Exception>(() => joined.WriteGuardedAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Nowhere\" SET x = 1"), default));
            },
            default);
        Assert.False(done);
        Assert.Equal(0, await Store.ReadAsync(db => db.Messages.CountAsync(), default));

        await AcceptAsync(joined, "1"); // by itself it goes the usual way
        Assert.Equal(1, await Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    private Task<bool> AcceptAsync(JoinedStore store, string id) => new InboxStore(store).AcceptAsync(Said.Text(Ids, id, "演练1场", Now), default);
}

public sealed class JoinedOnSqliteTests : JoinedStoreTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class JoinedOnPostgresTests : JoinedStoreTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
