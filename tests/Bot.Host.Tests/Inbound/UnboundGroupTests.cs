using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>A group counts only after an admin's code bound it.</summary>
public sealed class UnboundGroupTests : IAsyncLifetime
{
    private static readonly ChatKey Chat = new(Platform.Telegram, "-100200300");

    private RunningBot bot = null!;
    private int said;

    public async ValueTask InitializeAsync() => bot = await RunningBot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("6月13日组织应急疏散演练1场，64人参加")]
    [InlineData("汇总")]
    [InlineData("帮助")]
    [InlineData("绑定 WRONGCODE")]
    public async Task A_stranger_in_an_unbound_group_gets_no_answer_and_leaves_no_words(string text)
    {
        await SayAsync(text);
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Outbox.CountAsync(), default));
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.MessageTexts.CountAsync(), default));
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Submissions.CountAsync(), default));
        Assert.Empty(await bot.TotalsAsync());
    }

    [Fact]
    public async Task A_code_binds_the_group_and_joins_its_sender_and_then_reports_count()
    {
        await MakeCodesAsync();
        await SayAsync("绑定 BINDCODE");
        await SayAsync("登记 JOINCODE");
        await SayAsync("6月13日组织应急疏散演练1场，64人参加");
        Assert.Equal(64, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        Assert.Equal(3, await bot.Store.ReadAsync(db => db.Outbox.CountAsync(), default));
    }

    [Fact]
    public async Task A_code_that_bound_one_group_does_not_bind_another()
    {
        await MakeCodesAsync();
        await SayAsync("绑定 BINDCODE");
        await SayAsync("绑定 BINDCODE", new ChatKey(Platform.Telegram, "-100999"));
        Assert.Equal(["-100200300"], await bot.Store.ReadAsync(db => db.Groups.Where(g => g.Platform == Platform.Telegram).Select(g => g.ChatId).ToListAsync(), default));
    }

    [Fact]
    public async Task What_was_said_before_the_registration_counts_once_it_is_claimed()
    {
        await MakeCodesAsync();
        await SayAsync("绑定 BINDCODE");
        await SayAsync("6月13日组织应急疏散演练1场，64人参加");
        Assert.Empty(await bot.TotalsAsync());
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Submissions.CountAsync(s => s.State == SubmissionState.Unclaimed), default));
    }

    private async Task SayAsync(string text, ChatKey? chat = null)
    {
        var now = bot.Clock.Now;
        await bot.Services.GetRequiredService<IInbox>().AcceptAsync(
            new IncomingMessage
            {
                Id = new MessageId(bot.Services.GetRequiredService<IIdSource>().Next()), Key = new MessageKey(chat ?? Chat, $"{++said}", 0),
                Sender = new AccountKey(Platform.Telegram, "4711"), SenderName = "某同志", SaidAt = now, ReceivedAt = now, Text = text,
            },
            default);
        await bot.QuietAsync();
    }

    private Task MakeCodesAsync() => BindCodes.MakeAsync(bot);
}
