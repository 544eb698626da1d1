using System.Net;
using System.Text;
using Bot.Adapters.Telegram;
using Bot.Host.Webhooks;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>Updates sent to a public address: set up and checked by the program itself.</summary>
public sealed class TelegramWebhookTests : IAsyncLifetime
{
    private BotOnTelegram group = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        group = await StartAsync(null, null, "--SafetyMonth:Telegram:Mode=Webhook", "--SafetyMonth:PublicUrl=https://bot.example.org");
        http = new HttpClient { BaseAddress = group.Bot.Address };
        await group.Telegram.CallAsync(c => c.Method == "setMyCommands");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await group.DisposeAsync();
    }

    [Fact]
    public async Task The_program_sets_its_address_and_secret_and_takes_what_comes_with_it_once()
    {
        Assert.Equal("https://bot.example.org" + TelegramSetup.Path, group.Telegram.WebhookUrl);
        Assert.Matches("^[A-Za-z0-9_-]{32,256}$", group.Telegram.WebhookSecret!);
        await group.MakeCodesAsync();
        var said = group.Say(Li, "绑定 BINDCODE");
        var update = Assert.Single(group.Telegram.TakeUpdates());
        Assert.Equal(HttpStatusCode.OK, await PostAsync(update.ToJsonString(), group.Telegram.WebhookSecret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(update.ToJsonString(), group.Telegram.WebhookSecret));
        await group.AnswerToAsync(said);
        Assert.Equal(1, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Whoever_does_not_know_the_secret_is_turned_away(string? secret)
    {
        group.Say(Li, "帮助");
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Assert.Single(group.Telegram.TakeUpdates()).ToJsonString(), secret));
        Assert.Equal(0, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{\"update_id\":5,\"something_new\":{}}", HttpStatusCode.OK)]
    [InlineData("{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":99999999999999,\"chat\":{\"id\":-5,\"type\":\"group\"},\"from\":{\"id\":5,\"first_name\":\"x\"},\"text\":\"x\"}}", HttpStatusCode.OK)]
    public async Task What_is_no_update_harms_nothing(string body, HttpStatusCode answer) => Assert.Equal(answer, await PostAsync(body, group.Telegram.WebhookSecret));

    [Fact]
    public async Task Edits_that_overtake_their_message_and_one_another_leave_the_newest_words()
    {
        await group.MakeCodesAsync();
        foreach (var text in (string[])["绑定 BINDCODE", "登记 JOINCODE"])
        {
            var asked = group.Say(Zhang, text);
            await PostAsync(Assert.Single(group.Telegram.TakeUpdates()).ToJsonString(), group.Telegram.WebhookSecret);
            await group.AnswerToAsync(asked);
        }

        var said = group.Say(Zhang, "6月13日组织应急疏散演练1场，64人参加");
        group.Edit(Zhang, said, "6月13日组织应急疏散演练1场，65人参加", secondsLater: 10);
        group.Edit(Zhang, said, "6月13日组织应急疏散演练1场，66人参加", secondsLater: 20);
        foreach (var update in group.Telegram.TakeUpdates().Reverse()) Assert.Equal(HttpStatusCode.OK, await PostAsync(update.ToJsonString(), group.Telegram.WebhookSecret));
        await group.Bot.QuietAsync();
        Assert.Equal(66, (await group.Bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    private async Task<HttpStatusCode> PostAsync(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TelegramSetup.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.Add(TelegramWebhook.SecretHeader, secret);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
