using System.Text.Json.Nodes;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.Telegram;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Telegram.BotOnTelegram;

namespace Bot.Host.Tests.Telegram;

/// <summary>What Telegram refuses, and groups that move or throw the bot out.</summary>
public sealed class TelegramTroubleTests : IAsyncLifetime
{
    private const long Basic = -4518810793;
    private const string Drill = "6月13日组织应急疏散演练1场，64人参加";

    private BotOnTelegram group = null!;

    public async ValueTask InitializeAsync() => group = await StartAsync();

    public ValueTask DisposeAsync() => group.DisposeAsync();

    [Fact]
    public async Task Another_poller_is_waited_for_and_a_webhook_that_is_set_is_taken_away()
    {
        group.Telegram.Refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        group.Telegram.Refuse("getUpdates", 502, "Bad Gateway");
        await group.BindAsync();
        Assert.Equal(1, group.Telegram.MostPollsAtOnce);
    }

    [Fact]
    public async Task Asked_to_wait_the_bot_waits_as_long_and_then_says_it_in_order()
    {
        await group.BindAsync();
        group.Telegram.Refuse("sendMessage", 429, "Too Many Requests: retry after 1", new JsonObject { ["retry_after"] = 1 });
        var first = group.Say(Zhang, Drill);
        await group.AnswerToAsync(first);
        Assert.True(group.Telegram.Calls.First(c => c.Answers == first).WasRefused);
    }

    [Theory]
    [InlineData("old chat first")]
    [InlineData("new chat first")]
    [InlineData("only a refusal tells")]
    public async Task A_group_that_becomes_a_supergroup_stays_bound_and_hears_what_waited(string sign)
    {
        await group.MakeCodesAsync();
        await group.AnswerToAsync(group.Say(Li, "绑定 BINDCODE", Basic));
        await group.AnswerToAsync(group.Say(Zhang, "登记 JOINCODE", Basic));
        var old = Signed(Basic, "migrate_to_chat_id", Group);
        var @new = Signed(Group, "migrate_from_chat_id", Basic);
        switch (sign)
        {
            case "old chat first":
                group.Telegram.Update("message", old);
                group.Telegram.Update("message", @new);
                break;
            case "new chat first":
                group.Telegram.Update("message", @new);
                break;
            default:
                group.Telegram.Refuse("sendMessage", 400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = Group });
                break;
        }

        group.Say(Zhang, Drill, Basic); // on its way when the group moved
        var late = await group.Telegram.CallAsync(c => !c.WasRefused && c.Chat == Group && c.Text.Contains("64", StringComparison.Ordinal));
        Assert.Null(late.Answers); // numbers begin anew: it would answer another message
        await group.AnswerToAsync(group.Say(Zhang, "我的", Group));
        Assert.Equal(64, (await group.Bot.TotalsAsync())["lifeline.drill.attendance"]);
        Assert.Equal([Number(Group)], await group.Bot.Store.ReadAsync(db => db.Groups.Where(g => g.Platform == Platform.Telegram).Select(g => g.ChatId).ToListAsync(), default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Thrown_out_of_the_group_the_bot_parks_what_it_had_to_say_and_tells_the_admin(bool byUpdate)
    {
        await group.BindAsync();
        if (byUpdate) group.Telegram.Update("my_chat_member", Change("member", "kicked"));
        else group.Telegram.Refuse("sendMessage", 403, "Forbidden: bot was kicked from the supergroup chat");
        group.Say(Zhang, Drill);
        await group.Telegram.CallAsync(c => !c.WasRefused && c.Chat == 7098765432 && c.Text == TelegramSender.LeftNotice);
        await group.QuietAsync();
        Assert.Equal(
            [TelegramSender.Left],
            await group.Bot.Store.ReadAsync(db => db.Outbox.Where(o => o.State == OutboxState.Parked && o.Platform == Platform.Telegram).Select(o => o.FailureCode).ToListAsync(), default));

        group.Telegram.Update("my_chat_member", Change("left", "member"));
        await group.AnswerToAsync(group.Say(Zhang, "我的"));
    }

    [Fact]
    public async Task Bound_where_it_cannot_hear_the_bot_says_so_once_and_hears_when_it_is_an_admin()
    {
        await group.DisposeAsync();
        var telegram = await FakeTelegram.StartAsync();
        telegram.HearsAll = false;
        group = await StartAsync(telegram);
        await group.BindAsync();
        var told = await telegram.CallAsync(c => c.Text == TelegramHearing.Deaf);
        Assert.Equal(Group, told.Chat);

        telegram.Standing(Group, "administrator");
        telegram.Update("my_chat_member", Change("member", "administrator"));
        await group.AnswerToAsync(group.Say(Zhang, Drill));
        await group.QuietAsync();
        Assert.Single(telegram.Calls, c => c.Text == TelegramHearing.Deaf);
    }

    [Fact]
    public async Task What_cannot_be_said_privately_is_asked_for_in_the_group()
    {
        await group.BindAsync();
        group.Telegram.Refuse("sendDocument", 403, "Forbidden: bot can't initiate conversation with a user", when: ask => (long?)ask["chat_id"] == 7012345678);
        var asked = group.Say(Zhang, "导出 docx");
        var invitation = await group.Telegram.CallAsync(c => c.Text.Contains("t.me/" + FakeTelegram.BotName, StringComparison.Ordinal));
        Assert.Equal((Group, asked), (invitation.Chat, invitation.Answers));
        await group.QuietAsync();
        Assert.Single(group.Telegram.Calls, c => c.Text == invitation.Text);
        Assert.DoesNotContain(group.Telegram.Calls, c => c is { Method: "sendDocument", WasRefused: false });
    }

    [Fact]
    public async Task In_a_forum_what_answers_nobody_is_said_in_the_topic_it_was_bound_in_and_elsewhere_when_that_is_gone()
    {
        await group.MakeCodesAsync();
        var bound = group.Say(Li, "绑定 BINDCODE", more: InTopic);
        await group.AnswerToAsync(bound);
        await group.AnswerToAsync(group.Say(Zhang, "登记 JOINCODE", more: InTopic));
        await SayUnaskedAsync("one");
        Assert.Equal(17, (long)(await group.Telegram.CallAsync(c => c.Text == "one")).Ask["message_thread_id"]!);

        group.Telegram.Refuse("sendMessage", 400, "Bad Request: message thread not found");
        await SayUnaskedAsync("two");
        Assert.Null((await group.Telegram.CallAsync(c => c.Text == "two" && !c.WasRefused)).Ask["message_thread_id"]);
    }

    [Fact]
    public async Task A_long_message_goes_in_parts_and_after_a_refusal_only_the_rest_is_sent_again()
    {
        await group.BindAsync();
        await group.QuietAsync();
        var before = group.Telegram.Of("sendMessage").Count;
        var text = string.Join('\n', Enumerable.Range(0, 300).Select(n => $"第{n}行：" + new string('字', 20)));
        group.Telegram.Refuse("sendMessage", 429, "Too Many Requests: retry after 1", new JsonObject { ["retry_after"] = 1 }, ask => !((string)ask["text"]!).StartsWith("第0行", StringComparison.Ordinal));
        await SayUnaskedAsync(text);
        await group.QuietAsync();
        var tried = group.Telegram.Of("sendMessage").Skip(before).ToList();
        Assert.Equal([false, true, false], tried.Select(p => p.WasRefused));
        Assert.Equal(text, string.Join('\n', tried.Where(p => !p.WasRefused).Select(p => p.Text)));
    }

    private static void InTopic(JsonObject message)
    {
        (message["message_thread_id"], message["is_topic_message"]) = (17, true);
        message["chat"]!["is_forum"] = true;
        message["reply_to_message"] = new JsonObject { ["message_id"] = 17, ["date"] = 0, ["chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup" } };
    }

    private Task SayUnaskedAsync(string text) => group.Bot.Store.WriteAsync(
        async db => await Bot.Adapters.Storage.OutboxWrites.AddAsync(
            db, null, new OutgoingMessage { Key = "test-" + text.Length + text[0], Chat = new ChatKey(Platform.Telegram, Number(Group)), Kind = OutgoingKind.Reply, Text = text }, group.Bot.Clock.Now, default),
        default);

    private JsonObject Signed(long chat, string sign, long other)
    {
        var message = group.Message(Li, chat);
        message[sign] = other;
        return message;
    }

    private static JsonObject Change(string from, string to) => new()
    {
        ["chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup", ["title"] = "群" }, ["from"] = Li, ["date"] = 0,
        ["old_chat_member"] = new JsonObject { ["status"] = from, ["user"] = Person(FakeTelegram.BotId, "x") },
        ["new_chat_member"] = new JsonObject { ["status"] = to, ["user"] = Person(FakeTelegram.BotId, "x") },
    };
}
