using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What every database must do with what the bot has to say.</summary>
public abstract class OutboxStoreTests : StoreUnderTest
{
    private static readonly ChatKey Other = new(Platform.Telegram, "-1002");

    private OutboxStore Outbox => new(Store, Ids);

    [Fact]
    public async Task The_same_key_is_said_once()
    {
        await AddAsync("a", Said.Chat);
        await AddAsync("a", Said.Chat);
        Assert.Equal(1, await Store.ReadAsync(db => db.Outbox.CountAsync(), default));
    }

    [Fact]
    public async Task A_chat_hears_its_messages_in_order_and_never_two_at_once()
    {
        await AddAsync("a", Said.Chat);
        await AddAsync("b", Said.Chat);
        await AddAsync("c", Other);
        var first = await Outbox.ClaimNextAsync(Now, default);
        var elsewhere = await Outbox.ClaimNextAsync(Now, default);
        Assert.Equal(["a", "c"], [first!.Message.Key, elsewhere!.Message.Key]);
        Assert.Null(await Outbox.ClaimNextAsync(Now, default));
        await Outbox.SentAsync(first, "77", Now, default);
        Assert.Equal("b", (await Outbox.ClaimNextAsync(Now, default))?.Message.Key);
    }

    [Fact]
    public async Task A_retry_holds_the_chat_back_until_its_time()
    {
        await AddAsync("a", Said.Chat);
        await AddAsync("b", Said.Chat);
        var item = await Outbox.ClaimNextAsync(Now, default);
        await Outbox.RetryAsync(item!, Now.AddSeconds(30), "429", default);
        Assert.Null(await Outbox.ClaimNextAsync(Now.AddSeconds(29), default));
        var again = await Outbox.ClaimNextAsync(Now.AddSeconds(30), default);
        Assert.Equal(("a", 1), (again!.Message.Key, again.Attempts));
    }

    [Fact]
    public async Task A_parked_message_lets_the_next_one_through_and_stays_visible()
    {
        await AddAsync("a", Said.Chat);
        await AddAsync("b", Said.Chat);
        await Outbox.ParkAsync((await Outbox.ClaimNextAsync(Now, default))!, "chat-gone", default);
        Assert.Equal("b", (await Outbox.ClaimNextAsync(Now, default))?.Message.Key);
        Assert.Equal("chat-gone", await Store.ReadAsync(db => db.Outbox.Where(o => o.State == OutboxState.Parked).Select(o => o.FailureCode).SingleAsync(), default));
    }

    [Fact]
    public async Task What_a_lost_claimer_reports_changes_nothing()
    {
        await AddAsync("a", Said.Chat);
        var lost = await Outbox.ClaimNextAsync(Now, default);
        await Store.WriteAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, 1L)), default);
        var held = await Outbox.ClaimNextAsync(Now, default);
        await Outbox.ParkAsync(lost!, "late", default);
        await Outbox.SentAsync(held!, "77", Now, default);
        Assert.Equal(OutboxState.Sent, await Store.ReadAsync(db => db.Outbox.Select(o => o.State).SingleAsync(), default));
    }

    private Task AddAsync(string key, ChatKey chat) => Store.WriteAsync(
        db => OutboxWrites.AddAsync(
            db, null, new OutgoingMessage { Key = key, Chat = chat, Kind = OutgoingKind.Reply, Text = "已记", Buttons = [new MessageButton("对", "x:yes")] }, Now, default),
        default);
}

public sealed class OutboxOnSqliteTests : OutboxStoreTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class OutboxOnPostgresTests : OutboxStoreTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
