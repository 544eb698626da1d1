using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Storage;

/// <summary>What every database must do with claims on chats.</summary>
public abstract class ChatClaimsTests : StoreUnderTest
{
    private static readonly ChatKey Other = new(Platform.Telegram, "-1002");

    private ChatClaims Claims => new(Store, Ids);

    [Fact]
    public async Task Nothing_waits_nothing_is_claimed() => Assert.Null(await Claims.ClaimNextAsync(Now, default));

    [Fact]
    public async Task A_claimed_chat_is_not_claimed_again_but_another_one_is()
    {
        await AcceptAsync(Said.Chat, "1");
        await AcceptAsync(Other, "1");
        Assert.Equal(Said.Chat, (await Claims.ClaimNextAsync(Now, default))?.Chat);
        Assert.Equal(Other, (await Claims.ClaimNextAsync(Now, default))?.Chat);
        Assert.Null(await Claims.ClaimNextAsync(Now, default));
    }

    [Fact]
    public async Task A_chat_is_claimed_by_its_name_unless_it_is_held_or_has_to_wait()
    {
        await AcceptAsync(Said.Chat, "1");
        await AcceptAsync(Other, "1");
        var claim = await Claims.ClaimAsync(Other, Now, default);
        Assert.Equal(Other, claim?.Chat);
        Assert.Null(await Claims.ClaimAsync(Other, Now, default));
        await Claims.ReleaseAsync(claim!.Value, Now.AddSeconds(5), default);
        Assert.Null(await Claims.ClaimAsync(Other, Now.AddSeconds(4), default));
        Assert.NotNull(await Claims.ClaimAsync(Other, Now.AddSeconds(5), default));
    }

    [Fact]
    public async Task Ten_claimers_at_once_get_one_chat_once()
    {
        await AcceptAsync(Said.Chat, "1");
        var got = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Claims.ClaimNextAsync(Now, default)));
        Assert.Single(got, claim => claim is not null);
    }

    [Fact]
    public async Task Messages_of_a_chat_come_in_the_order_they_arrived()
    {
        foreach (var id in new[] { "9", "10", "8" }) await AcceptAsync(Said.Chat, id);
        var claim = await Claims.ClaimNextAsync(Now, default);
        Assert.Equal(["9", "10", "8"], (await Claims.WaitingAsync(claim!.Value, 10, default)).Select(m => m.Key.Id));
    }

    [Fact]
    public async Task A_released_chat_waits_until_its_instant()
    {
        await AcceptAsync(Said.Chat, "1");
        var claim = await Claims.ClaimNextAsync(Now, default);
        await Claims.ReleaseAsync(claim!.Value, Now.AddSeconds(2), default);
        Assert.Null(await Claims.ClaimNextAsync(Now.AddSeconds(1), default));
        Assert.NotNull(await Claims.ClaimNextAsync(Now.AddSeconds(2), default));
    }

    [Fact]
    public async Task An_expired_claim_goes_to_another_host_and_the_first_can_write_nothing_any_more()
    {
        await AcceptAsync(Said.Chat, "1");
        var first = (await Claims.ClaimNextAsync(Now, default))!.Value;
        await Store.WriteAsync(db => db.Chats.ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimedUntil, 1L)), default);
        var second = await Claims.ClaimNextAsync(Now, default);
        Assert.NotNull(second);

        var message = (await Claims.WaitingAsync(second.Value, 1, default))[0];
        HandledSubmission By(ChatClaim claim) => new() { Claim = claim, Completes = [message.Id], Now = Now };
        Assert.False(await new HandledCommit(Store).CommitAsync(By(first), _ => Settlement.Say(), default));
        Assert.False(await Claims.RenewAsync(first, default));
        Assert.True(await new HandledCommit(Store).CommitAsync(By(second.Value), _ => Settlement.Say(), default));
    }

    [Fact]
    public async Task A_message_that_fails_too_often_is_parked_and_the_chat_goes_on()
    {
        await AcceptAsync(Said.Chat, "1");
        await AcceptAsync(Said.Chat, "2");
        var claim = (await Claims.ClaimNextAsync(Now, default))!.Value;
        var message = (await Claims.WaitingAsync(claim, 1, default))[0];
        Assert.False(await Claims.FailedAsync(claim, message.Id, "Fault", 2, default));
        Assert.True(await Claims.FailedAsync(claim, message.Id, "Fault", 2, default));
        Assert.Equal(["2"], (await Claims.WaitingAsync(claim, 10, default)).Select(m => m.Key.Id));
        Assert.Equal(MessageState.Parked, await Store.ReadAsync(db => db.Messages.Where(m => m.Id == message.Id.Value).Select(m => m.State).SingleAsync(), default));
    }

    private Task AcceptAsync(ChatKey chat, string id) => new InboxStore(Store).AcceptAsync(Said.Text(Ids, id, "演练1场", Now, chat), default);
}

public sealed class ChatClaimsOnSqliteTests : ChatClaimsTests
{
    private readonly SqliteUnderTest sqlite = new();

    private protected override Task<Store> MakeAsync() => Task.FromResult(sqlite.Open());

    private protected override ValueTask RemoveAsync() => sqlite.DisposeAsync();
}

public sealed class ChatClaimsOnPostgresTests : ChatClaimsTests
{
    private readonly PostgresUnderTest postgres = new();

    private protected override async Task<Store> MakeAsync() => await postgres.OpenAsync();

    private protected override ValueTask RemoveAsync() => postgres.DisposeAsync();
}
