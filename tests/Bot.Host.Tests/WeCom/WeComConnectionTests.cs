using System.Text.Json.Nodes;
using Bot.Adapters.WeCom;
using Bot.Host.Simulation;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>An AI bot over the connection the program opens.</summary>
public sealed class WeComConnectionTests : IAsyncLifetime
{
    private const string Drill = "@月报助手 6月13日组织应急疏散演练1场，64人参加";
    private const string Attendance = "lifeline.drill.attendance";

    private BotOnWeCom group = null!;

    public async ValueTask InitializeAsync()
    {
        group = await ConnectedAsync("--SafetyMonth:WeCom:Bot:Heartbeat=00:00:00.200", "--SafetyMonth:WeCom:Bot:ReturnAfter=00:00:02");
        await group.BindAsync();
    }

    public ValueTask DisposeAsync() => group.DisposeAsync();

    [Fact]
    public async Task A_report_is_answered_under_its_number_by_a_stream_that_ends_at_once()
    {
        var request = await group.PushAsync(group.Message(Zhang, Text(Drill)));
        var answer = await group.WeCom.CallAsync(c => c.Key == request);
        Assert.Equal(("aibot_respond_msg", true), (answer.What, (bool)answer.Body["stream"]!["finish"]!));
        Assert.Contains("64", answer.Text, StringComparison.Ordinal);
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
        await group.WeCom.CallAsync(_ => group.WeCom.Pings >= 2);
    }

    [Fact]
    public async Task Photos_have_keys_of_their_own_and_a_file_keeps_its_name()
    {
        await group.AnswerToAsync(group.Message(Zhang, Mixed(Text(Drill), group.Photo("a", RehearsalPhoto.Of(1)))));
        var url = group.WeCom.Keep("f", Closed("演练台账：共64人"u8.ToArray()), "台账 6月.txt");
        await group.PushAsync(group.Message(Zhang, new JsonObject { ["msgtype"] = "file", ["file"] = new JsonObject { ["url"] = url, ["aeskey"] = FakeWeCom.AesKey } }, isPrivate: true));
        await group.Bot.QuietAsync();
        await WaitForAsync(() => group.Bot.Store.ReadAsync(db => db.Attachments.AllAsync(a => a.PlatformFile == null), default));
        Assert.True(await group.Bot.Store.ReadAsync(db => db.Attachments.AnyAsync(a => a.BlobKey != null), default));
    }

    [Fact]
    public async Task After_a_break_it_connects_again_and_says_unasked_what_it_owes()
    {
        group.WeCom.Refuse("aibot_respond_msg", WeComCodes.UnknownRequest);
        await group.PushAsync(group.Message(Zhang, Text(Drill)));
        var answer = await group.WeCom.CallAsync(c => c.What == "aibot_send_msg");
        Assert.Equal((Group, 2), ((string)answer.Body["chatid"]!, (int)answer.Body["chat_type"]!));
        Assert.Contains("64", answer.Text, StringComparison.Ordinal);

        group.WeCom.Break();
        await group.WeCom.SubscribedAsync(2);
        Assert.Contains("30", await group.AnswerToAsync(Zhang, "@月报助手 6月12日开展安全宣讲1场，30人参加"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_on_which_nobody_listens_is_subscribed_anew_and_the_answer_sent_once_more()
    {
        group.WeCom.Refuse("aibot_respond_msg", WeComCodes.NotSubscribed);
        Assert.Contains("64", await group.AnswerToAsync(Zhang, Drill), StringComparison.Ordinal);
        Assert.Equal(2, group.WeCom.Of("aibot_subscribe").Count);
    }

    [Fact]
    public async Task A_connection_without_signs_of_life_is_given_up()
    {
        group.WeCom.IsMute = true;
        await group.WeCom.SubscribedAsync(2);
        group.WeCom.IsMute = false;
        Assert.Contains("64", await group.AnswerToAsync(Zhang, Drill), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Displaced_by_another_program_it_stays_away_for_its_time()
    {
        var before = TimeProvider.System.GetTimestamp();
        await group.WeCom.DisplaceAsync();
        await group.WeCom.SubscribedAsync(2);
        Assert.InRange(TimeProvider.System.GetElapsedTime(before), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));
        Assert.Contains(await group.Bot.OutgoingAsync(), m => m.Text == WeComConnection.DisplacedNotice);
        Assert.Contains("64", await group.AnswerToAsync(Zhang, Drill), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_again_counts_once()
    {
        var message = group.Message(Zhang, Text(Drill));
        await group.AnswerToAsync(message);
        await group.PushAsync(message);
        await group.PushAsync(group.Message(Zhang, Text("@月报助手 我的")));
        await group.WeCom.CallAsync(c => c.Text.Contains("64", StringComparison.Ordinal));
        await group.Bot.QuietAsync();
        Assert.Equal(1, await group.Bot.Store.ReadAsync(db => db.Messages.CountAsync(m => m.ExternalId == (string)message["msgid"]!), default));
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
    }

    [Fact]
    public async Task A_question_has_buttons_and_a_press_is_acknowledged_and_counts_once()
    {
        await group.AnswerToAsync(Li, "帮助", isPrivate: true); // the bot may speak to whoever has spoken to it
        await group.PushAsync(group.Message("newcomer", Text(Drill)));
        var card = await group.WeCom.CallAsync(c => (string?)c.Body["msgtype"] == "template_card");
        Assert.Equal((Li, 1), ((string)card.Body["chatid"]!, (int)card.Body["chat_type"]!));
        Assert.Equal("vote_interaction", (string?)card.Body["template_card"]!["card_type"]); // thirteen units to pick from
        var picked = (string)card.Body["template_card"]!["checkbox"]!["option_list"]![5]!["id"]!;
        for (var times = 0; times < 2; times++)
        {
            await group.PushAsync(new JsonObject
            {
                ["msgid"] = $"ev{times}", ["aibotid"] = FakeWeCom.BotId, ["chattype"] = "single", ["from"] = new JsonObject { ["userid"] = Li }, ["msgtype"] = "event",
                ["event"] = new JsonObject { ["eventtype"] = "template_card_event", ["template_card_event"] = new JsonObject
                {
                    ["card_type"] = "vote_interaction", ["event_key"] = "submit", ["task_id"] = (string)card.Body["template_card"]!["task_id"]!,
                    ["selected_items"] = new JsonObject { ["selected_item"] = new JsonArray(new JsonObject { ["question_key"] = "choice", ["option_ids"] = new JsonObject { ["option_id"] = new JsonArray(picked) } }) },
                } },
            });
        }

        await group.WeCom.CallAsync(_ => group.WeCom.Of("aibot_respond_update_msg").Count == 2);
        await group.Bot.QuietAsync();
        Assert.Equal(64, (await group.Bot.TotalsAsync())[Attendance]);
    }

    [Fact]
    public async Task A_refused_secret_is_given_up_after_some_tries()
    {
        await using var fake = await FakeWeCom.StartAsync();
        await using var bot = await RunningBot.StartAsync(null, fake.Connected("--SafetyMonth:WeCom:Bot:Secret=wrong", "--SafetyMonth:WeCom:PauseAfterFailure=00:00:00.050"));
        var connection = (WeComConnection)bot.Services.GetService(typeof(WeComConnection))!;
        await WaitForAsync(() => Task.FromResult(connection.IsRefused));
        Assert.Equal(5, fake.Of("aibot_subscribe").Count);
    }

    private static async Task WaitForAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
