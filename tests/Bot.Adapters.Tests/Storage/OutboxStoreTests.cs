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
        var first = await NextAsync(Now);
        var elsewhere = await NextAsync(Now);
        Assert.Equal(["a", "c"], [first!.Message.Key, elsewhere!.Message.Key]);
        Assert.Null(await NextAsync(Now));
        await Outbox.SentAsync(first, "77", Now, default);
        Assert.Equal("b", (await NextAsync(Now))?.Message.Key);
    }

    [Fact]
    public async Task A_retry_holds_the_chat_back_until_its_time()
    {
        await AddAsync("a", Said.Chat);
        await AddAsync("b", Said.Chat);
        var item = await NextAsync(Now);
        await Outbox.RetryAsync(item!, Now.AddSeconds(30), Trouble("429", SendTrouble.Chat), default);
        Assert.Null(await NextAsync(Now.AddSeconds(29)));
        var again = await NextAsync(Now.AddSeconds(30));
        Assert.Equal(("a", 1), (again!.Message.Key, again.Attempts));
    }

    [Fact]
    public async Task A_parked_message_lets_the_next_one_through_and_stays_visible()
    {
        await AddAsync("a", Said.Chat);
        await AddAsync("b", Said.Chat);
        await Outbox.ParkAsync((await NextAsync(Now))!, "chat-gone", default);
        Assert.Equal("b", (await NextAsync(Now))?.Message.Key);
        Assert.Equal("chat-gone", await Store.ReadAsync(db => db.Outbox.Where(o => o.State == OutboxState.Parked).Select(o => o.FailureCode).SingleAsync(), default));
    }

    [Fact]
    public async Task What_a_lost_claimer_reports_changes_nothing()
    {
        await AddAsync("a", Said.Chat);
        var lost = await NextAsync(Now);
        await Store.WriteAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, 1L)), default);
        var held = await NextAsync(Now);
        await Outbox.ParkAsync(lost!, "late", default);
        await Outbox.SentAsync(held!, "77", Now, default);
        Assert.Equal(OutboxState.Sent, await Store.ReadAsync(db => db.Outbox.Select(o => o.State).SingleAsync(), default));
    }

    [Fact]
    public async Task Many_claimed_at_once_are_of_different_chats_the_longest_waiting_first()
    {
        await AddAsync("a", Said.Chat);
        await AddAsync("b", Said.Chat);
        await AddAsync("c", Other);
        await AddAsync("d", new ChatKey(Platform.Telegram, "-1003"));
        Assert.Equal(["a", "c"], (await Outbox.ClaimAsync(Now, 2, default)).Select(i => i.Message.Key));
        Assert.Equal(["d"], (await Outbox.ClaimAsync(Now, 5, default)).Select(i => i.Message.Key));
    }

    [Fact]
    public async Task Hosts_that_claim_at_once_never_have_the_same()
    {
        for (var i = 0; i < 20; i++) await AddAsync($"k{i}", new ChatKey(Platform.Telegram, $"-{i}"));
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Outbox.ClaimAsync(Now, 3, default)));
        var keys = taken.SelectMany(t => t).Select(i => i.Message.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public async Task What_was_not_tried_waits_without_counting_as_a_try()
    {
        await AddAsync("a", Said.Chat);
        await Outbox.WaitAsync((await NextAsync(Now))!, Now.AddSeconds(4), "paced", default);
        Assert.Null(await NextAsync(Now.AddSeconds(3)));
        Assert.Equal(0, (await NextAsync(Now.AddSeconds(4)))!.Attempts);
    }

    [Theory]
    [InlineData(true, 1)]   // it went out, and its host died
    [InlineData(false, 0)]  // its host died before
    public async Task A_message_whose_host_died_while_sending_may_come_twice_and_is_counted(bool began, int repeats)
    {
        await AddAsync("a", Said.Chat);
        var item = await NextAsync(Now);
        if (began) await Outbox.BeganAsync(item!, default);
        await Store.WriteAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, 1L)), default);
        await Outbox.SentAsync((await NextAsync(Now))!, "77", Now, default);
        Assert.Equal(repeats, await RepeatsAsync());
    }

    [Theory]
    [InlineData(SendTrouble.NoAnswer, 1)]
    [InlineData(SendTrouble.Platform, 0)]
    [InlineData(SendTrouble.Chat, 0)]
    public async Task A_try_without_an_answer_may_have_come_and_one_that_failed_has_not(SendTrouble trouble, int repeats)
    {
        await AddAsync("a", Said.Chat);
        var item = await NextAsync(Now);
        await Outbox.BeganAsync(item!, default);
        await Outbox.RetryAsync(item!, Now, Trouble("timeout", trouble), default);
        await NextAsync(Now);
        Assert.Equal(repeats, await RepeatsAsync());
    }

    [Fact]
    public async Task What_was_worded_and_may_have_been_said_is_known_as_such_whoever_takes_it_next()
    {
        await AddAsync("a", Said.Chat);
        var item = (await NextAsync(Now))!;
        await Outbox.WaitAsync(item, Now, "earlier-messages", default);
        item = (await NextAsync(Now))!;
        Assert.False(item.MayBeThere); // it was put off, not tried
        await Outbox.WordedAsync(item, item.Message with { Text = "还差3家" }, default);
        await Store.WriteAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, 1L)), default);

        item = (await NextAsync(Now))!;
        Assert.Equal((true, "还差3家"), (item.MayBeThere, item.Message.Text)); // its host died
        await Outbox.RetryAsync(item, Now, Trouble("timeout", SendTrouble.NoAnswer), default);
        item = (await NextAsync(Now))!;
        Assert.True(item.MayBeThere);
        await Outbox.RetryAsync(item, Now, Trouble("429", SendTrouble.Chat), default);
        Assert.False((await NextAsync(Now))!.MayBeThere); // the platform did not take it
    }

    [Fact]
    public async Task That_a_push_is_not_taken_now_says_nothing_of_the_time_before()
    {
        var push = new OutgoingMessage { Key = "push-a", Chat = Said.Chat, Kind = OutgoingKind.Reminder, Text = "" };
        await Store.WriteAsync(db => OutboxWrites.AddAsync(db, null, push, Now, default), default);
        await Outbox.WordedAsync((await NextAsync(Now))!, push with { Text = "还差3家" }, default);
        await Store.WriteAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, 1L)), default);
        await Outbox.WaitAsync((await NextAsync(Now))!, Now, "platform-away", default);
        Assert.True((await NextAsync(Now))!.MayBeThere);
    }

    [Fact]
    public async Task A_message_given_back_before_it_went_out_does_not_come_twice()
    {
        await AddAsync("a", Said.Chat);
        await Outbox.RetryAsync((await NextAsync(Now))!, Now, Trouble("stopped", SendTrouble.NoAnswer), default);
        await NextAsync(Now);
        Assert.Equal(0, await RepeatsAsync());
    }

    private static SendOutcome.RetryLater Trouble(string code, SendTrouble trouble) => new(TimeSpan.Zero, code, trouble);

    private async Task<OutboxItem?> NextAsync(DateTimeOffset now) => (await Outbox.ClaimAsync(now, 1, default)).SingleOrDefault();

    [Fact]
    public async Task Receipts_that_wait_for_their_chats_pace_become_one_message_up_to_what_is_none()
    {
        await Store.WriteAsync(db => { db.Messages.Add(MessageMapping.Row(Said.Text(Ids, "12", "演练2场", Now))); return Task.CompletedTask; }, default);
        await ReceiptAsync("a", "11");
        await ReceiptAsync("b", "12");
        await AddAsync("question", Said.Chat);
        await ReceiptAsync("c", "13");
        var first = (await NextAsync(Now))!;
        Assert.Same(first, await Outbox.JoinAsync(first, default)); // it has not waited yet
        await Outbox.WaitAsync(first, Now.AddSeconds(6), OutboxStore.Paced, default);

        var joined = await Outbox.JoinAsync((await NextAsync(Now.AddSeconds(6)))!, default);
        Assert.Equal(("已记11\n安全员：已记12", null, false), (joined.Message.Text, joined.Message.Quotes, joined.Message.IsQuiet));

        // Whoever had it is gone: the next one has all of it, and nothing of it twice.
        await Store.WriteAsync(db => db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, 1L)), default);
        var again = (await NextAsync(Now.AddSeconds(6)))!;
        Assert.Equal(joined.Message.Text, again.Message.Text);
        await Outbox.SentAsync(again, "77", Now, default);
        var question = (await NextAsync(Now.AddSeconds(6)))!;
        Assert.Equal("question", question.Message.Key);
        await Outbox.SentAsync(question, "78", Now, default);
        Assert.Equal("c", (await NextAsync(Now.AddSeconds(6)))?.Message.Key);
    }

    private Task ReceiptAsync(string key, string quotes) => Store.WriteAsync(
        db => OutboxWrites.AddAsync(db, null, new OutgoingMessage { Key = key, Chat = Said.Chat, Kind = OutgoingKind.Receipt, Text = $"已记{quotes}", Quotes = quotes, IsQuiet = true }, Now, default), default);

    private Task<int> RepeatsAsync() => Store.ReadAsync(db => db.Outbox.Select(o => o.Repeats).SingleAsync(), default);

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
