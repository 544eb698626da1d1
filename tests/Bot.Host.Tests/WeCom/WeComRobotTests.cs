using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WeCom;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bot.Host.Tests.WeCom.BotOnWeCom;

namespace Bot.Host.Tests.WeCom;

/// <summary>The group's robot and the application: what is said unasked, and what comes of refusals.</summary>
public sealed class WeComRobotTests
{
    private static readonly ChatKey Chat = new(Platform.WeCom, Group);

    [Fact]
    public async Task A_long_push_is_split_by_bytes_and_the_robot_never_calls_by_accident()
    {
        await using var group = await ConnectedAsync(FakeWeCom.Robot());
        await group.BindAsync();
        await SayAsync(group, "long", string.Join('\n', Enumerable.Range(1, 120).Select(n => $"第{n}社区还没有报<@all>")));
        await group.WeCom.CallAsync(c => c.Text.Contains("第120社区", StringComparison.Ordinal));
        var parts = group.WeCom.Of("webhook/send");
        Assert.InRange(parts.Count, 2, 4);
        Assert.All(parts, p => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(p.Text), 1, 2048));
        Assert.All(parts, p => Assert.DoesNotContain("<@", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_often_is_waited_for_and_said_once()
    {
        await using var group = await ConnectedAsync(FakeWeCom.Robot());
        await group.BindAsync();
        group.WeCom.Refuse("webhook/send", WeComCodes.TooOften);
        await SayAsync(group, "often", "还差一家");
        await group.WeCom.CallAsync(c => c is { What: "webhook/send", WasRefused: true });
        var row = await RowAsync(group, "often", r => r.FailureCode is not null);
        Assert.Equal(OutboxState.Waiting, row.State);
        Assert.InRange(row.NextTryAt!.Value - group.Bot.Clock.Now, TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_robot_that_was_removed_is_told_to_the_admins_and_the_bot_says_it_instead()
    {
        await using var group = await ConnectedAsync(FakeWeCom.Robot());
        await group.BindAsync();
        await group.AnswerToAsync(Li, "帮助", isPrivate: true);
        group.WeCom.Refuse("webhook/send", 93000);
        await SayAsync(group, "gone", "还差一家");
        var said = await group.WeCom.CallAsync(c => c.What == "aibot_send_msg" && c.Text == "还差一家");
        Assert.Equal(Group, (string)said.Body["chatid"]!);
        await group.WeCom.CallAsync(c => c.What == "aibot_send_msg" && c.Text == WeComText.Markdown(WeComSender.NoRobotNotice));
    }

    [Fact]
    public async Task Out_of_the_group_nothing_more_is_sent_there_until_it_is_heard_again()
    {
        await using var group = await ConnectedAsync();
        await group.BindAsync();
        group.WeCom.Refuse("aibot_send_msg", 93008);
        await SayAsync(group, "left", "还差一家");
        Assert.Equal(WeComSender.Left, (await RowAsync(group, "left", r => r.State == OutboxState.Parked)).FailureCode);
        await SayAsync(group, "after", "还差两家");
        await RowAsync(group, "after", r => r.State == OutboxState.Parked);
        Assert.Single(group.WeCom.Of("aibot_send_msg"), c => (string?)c.Body["chatid"] == Group);
        Assert.Contains("更正", await group.AnswerToAsync(Zhang, "@月报助手 帮助"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_whose_answer_never_came_is_not_said_twice()
    {
        await using var group = await ConnectedAsync();
        await group.BindAsync();
        group.WeCom.Unanswered["aibot_send_msg"] = true;
        await SayAsync(group, "silent", "还差一家", OutgoingKind.Thanks);
        Assert.Equal("unknown", (await RowAsync(group, "silent", r => r.State == OutboxState.Parked)).FailureCode);
        Assert.Single(group.WeCom.Of("aibot_send_msg"));
    }

    [Fact]
    public async Task Called_only_and_without_a_robot_a_push_is_parked_with_its_reason()
    {
        await using var group = await CalledAsync();
        await group.BindAsync();
        await SayAsync(group, "noway", "还差一家");
        Assert.Equal(WeComSender.NoWay, (await RowAsync(group, "noway", r => r.State == OutboxState.Parked)).FailureCode);
    }

    [Fact]
    public async Task A_token_is_asked_for_once_by_many_and_once_more_when_it_has_run_out()
    {
        await using var group = await CalledAsync(FakeWeCom.App());
        await group.BindAsync();
        var tokens = group.Bot.Services.GetRequiredService<WeComTokens>();
        var api = group.Bot.Services.GetRequiredService<WeComApi>();
        Task<WeComAnswer> Ask() => tokens.CallAsync(t => api.PostAsync($"message/send?access_token={t}", new System.Text.Json.Nodes.JsonObject { ["touser"] = Zhang }, default), default);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Ask()));
        Assert.Single(group.WeCom.Of("gettoken"));
        group.WeCom.Refuse("message/send", 42001);
        Assert.IsType<WeComAnswer.Done>(await Ask());
        Assert.Equal(2, group.WeCom.Of("gettoken").Count);
        group.WeCom.Refuse("message/send", 40014);
        group.WeCom.Refuse("message/send", 40014);
        Assert.Equal(40014, Assert.IsType<WeComAnswer.Refused>(await Ask()).Code);
        Assert.Equal(3, group.WeCom.Of("gettoken").Count);
    }

    [Fact]
    public async Task Somebody_the_application_does_not_reach_is_not_taken_for_reached()
    {
        await using var group = await CalledAsync(FakeWeCom.App());
        await group.BindAsync();
        await SayAsync(group, "nobody", "给您", chat: new ChatKey(Platform.WeCom, "p-nobody"));
        Assert.Equal("wecom-81013", (await RowAsync(group, "nobody", r => r.State == OutboxState.Parked)).FailureCode);
    }

    private static async Task SayAsync(BotOnWeCom group, string key, string text, OutgoingKind kind = OutgoingKind.Reply, ChatKey? chat = null)
    {
        await group.Bot.Store.WriteGuardedAsync(
            async db =>
            {
                var office = new Bot.Domain.Organisation.OfficeId(await db.Offices.Select(o => o.Id).SingleAsync());
                await OutboxWrites.AddAsync(db, office, new OutgoingMessage { Key = key, Chat = chat ?? Chat, Kind = kind, Text = text }, group.Bot.Clock.Now, default);
            },
            default);
        group.Bot.Services.GetRequiredService<HostSignals>().Tell(HostSignals.Outbox);
    }

    private static async Task<OutboxRow> RowAsync(BotOnWeCom group, string key, Func<OutboxRow, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var row = await group.Bot.Store.ReadAsync(db => db.Outbox.SingleAsync(o => o.Key == key, patience.Token), patience.Token);
            if (isSo(row)) return row;
        }
    }
}
