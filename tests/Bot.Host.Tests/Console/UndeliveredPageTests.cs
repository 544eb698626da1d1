using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Console.ConsoleClient;

namespace Bot.Host.Tests.Console;

/// <summary>What could not be delivered is shown with its reason, and sent again when an admin says so.</summary>
public sealed class UndeliveredPageTests : AdminInConsole
{
    private const string Undelivered = "/console/undelivered";

    [Fact]
    public async Task What_no_platform_took_is_shown_and_counted_and_can_be_left()
    {
        Assert.Contains("都送到了", Words(await admin.PageAsync(Undelivered)), StringComparison.Ordinal);
        await QueueAsync("k1", Platform.Telegram, "已记：演练1场，电话13800000000");
        await bot.QuietAsync();

        var page = await admin.PageAsync(Undelivered);
        var words = Words(page);
        Assert.Contains("未送达 1", words, StringComparison.Ordinal);
        Assert.Contains("这个平台没有接好", words, StringComparison.Ordinal);
        Assert.Contains("已记：演练1场", words, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", page, StringComparison.Ordinal);

        await admin.PostAsync(Undelivered, ("do", "give-up"), ("message", await SeqAsync("k1")));
        Assert.Contains("都送到了", Words(await admin.PageAsync(Undelivered)), StringComparison.Ordinal);
        Assert.Contains("不再发送", Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
        Assert.Equal(OutboxState.Withdrawn, await StateAsync("k1"));
    }

    [Theory]
    [InlineData("chosen")]
    [InlineData("all")]
    public async Task What_can_go_now_goes_when_it_is_sent_again(string how)
    {
        await ParkAsync("k2", "left");
        Assert.Contains("重新拉进群", Words(await admin.PageAsync(Undelivered)), StringComparison.Ordinal);

        await admin.PostAsync(Undelivered, ("do", how), ("message", how == "all" ? "" : await SeqAsync("k2")));
        await bot.QuietAsync();
        Assert.Equal(OutboxState.Sent, await StateAsync("k2"));
        Assert.Contains("重发未送达", Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_chosen_it_says_so_and_does_nothing()
    {
        await ParkAsync("k3", "timeout");
        Assert.Contains("请先勾选", Words((await admin.PostAsync(Undelivered, ("do", "chosen"))).Text), StringComparison.Ordinal);
        Assert.Equal(OutboxState.Parked, await StateAsync("k3"));
    }

    [Fact]
    public async Task Messages_of_another_office_are_neither_shown_nor_sent()
    {
        await ParkAsync("k4", "timeout");
        await bot.Store.WriteAsync(db => db.Outbox.Where(o => o.Key == "k4").ExecuteUpdateAsync(s => s.SetProperty(o => o.OfficeId, Guid.AllBitsSet)), default);
        Assert.Contains("都送到了", Words(await admin.PageAsync(Undelivered)), StringComparison.Ordinal);
        await admin.PostAsync(Undelivered, ("do", "chosen"), ("message", await SeqAsync("k4")));
        Assert.Equal(OutboxState.Parked, await StateAsync("k4"));
    }

    [Fact]
    public async Task What_may_have_come_twice_is_listed()
    {
        await QueueAsync("k5", Platform.WebChat, "已记：宣传2场");
        await bot.Store.WriteAsync(db => db.Outbox.Where(o => o.Key == "k5").ExecuteUpdateAsync(s => s.SetProperty(o => o.Repeats, 1)), default);
        Assert.Contains("最多多发1次", Words(await admin.PageAsync(Undelivered)), StringComparison.Ordinal);
    }

    private async Task ParkAsync(string key, string code)
    {
        await QueueAsync(key, Platform.WebChat, "已记：宣传2场");
        await bot.QuietAsync();
        await bot.Store.WriteAsync(
            db => db.Outbox.Where(o => o.Key == key).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Parked).SetProperty(o => o.FailureCode, code).SetProperty(o => o.Attempts, 7)), default);
    }

    private async Task QueueAsync(string key, Platform platform, string text)
    {
        var person = await bot.PersonAsync("应急办管理员");
        var chat = new ChatKey(platform, platform == Platform.WebChat ? await bot.GroupAsync(person) : "-1001");
        var message = new OutgoingMessage { Key = key, Chat = chat, Kind = OutgoingKind.Receipt, Text = text };
        await bot.Store.WriteAsync(db => OutboxWrites.AddAsync(db, person.Office, message, bot.Clock.Now, default), default);
    }

    private async Task<string> SeqAsync(string key) =>
        (await bot.Store.ReadAsync(db => db.Outbox.Where(o => o.Key == key).Select(o => o.Seq).SingleAsync(), default)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Task<OutboxState> StateAsync(string key) => bot.Store.ReadAsync(db => db.Outbox.Where(o => o.Key == key).Select(o => o.State).SingleAsync(), default);
}
