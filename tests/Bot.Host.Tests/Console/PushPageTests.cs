using System.Net;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Reminders;
using Bot.Host.Tests.Reminders;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Console.ConsoleClient;
using static Bot.Host.Tests.Reminders.PassingTime;

namespace Bot.Host.Tests.Console;

/// <summary>Pushes and the calendar on the running program, as the season goes by from Thursday 13 June 2024, 15:00.</summary>
public sealed class PushPageTests : AdminInConsole
{
    private const string Pushes = "/console/pushes";

    private static readonly string[] AllButTwo =
        ["白塔社区", "桃仙社区", "河畔社区", "丰乐社区", "塔北社区", "金谷社区", "柳岸社区", "沈营社区", "李相村", "前榆村", "后榆村"];

    [Fact]
    public async Task What_was_sent_tells_when_where_about_what_and_whom_it_named()
    {
        await admin.PageAsync("/console/dues");
        await bot.MeetAsync("weekly-material", new DateOnly(2024, 6, 13), AllButTwo);
        await bot.RunToAsync(June(14, 9, 20));

        var page = await admin.PageAsync(Pushes);
        var words = Words(page);
        Assert.Contains("2024-06-14 09:00", words, StringComparison.Ordinal);
        Assert.Contains("提醒 活动材料（6月13日截止） ：三家屯村、石庙子村", words, StringComparison.Ordinal);
        Assert.Contains("社区安全员联络群", words, StringComparison.Ordinal);
        Assert.Contains("还差三家屯村、石庙子村", words, StringComparison.Ordinal); // What was said, word for word.
        Assert.Contains("/console/campaigns/baita-2024/dues/weekly-material?day=2024-06-13#chosen", page, StringComparison.Ordinal);
        Assert.Contains("还没有发过", Words(await admin.PageAsync(Pushes + "?kind=Escalation")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_planned_is_told_with_who_is_missing_now()
    {
        await admin.PageAsync("/console/dues");
        await bot.MeetAsync("summary", new DateOnly(2024, 6, 25));
        var words = Words(await admin.PageAsync(Pushes + "?view=Planned"));
        Assert.Contains("6月14日 周五 09:00 提醒 活动材料（6月13日截止） 联络群 13家", words, StringComparison.Ordinal);
        Assert.Contains("6月17日 周一 09:00 报告管理员 活动材料（6月13日截止） 管理员（私聊） 13家", words, StringComparison.Ordinal);
        Assert.Contains("总结（6月25日截止） 联络群 已报齐，届时不发", words, StringComparison.Ordinal);
        Assert.DoesNotContain("6月13日 周四 15:00 提醒", words, StringComparison.Ordinal);

        words = Words(await admin.PageAsync(Pushes + "?view=Planned&kind=Prefill"));
        Assert.Contains("预填表格 总结（6月25日截止） 各单位联络员（私聊）", words, StringComparison.Ordinal);
        Assert.DoesNotContain("报告管理员 活动材料", words, StringComparison.Ordinal);
        Assert.Contains("7月22日 周一 09:00 提醒 沈阳行进展情况（7月25日截止）", Words(await admin.PageAsync(Pushes + "?view=Planned&page=2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_sent_says_why_in_plain_words()
    {
        await admin.PageAsync("/console/dues");
        await bot.MeetAsync("weekly-material", new DateOnly(2024, 6, 13));
        await bot.RunToAsync(June(14, 9, 20));
        var words = Words(await admin.PageAsync(Pushes + "?view=Skipped"));
        Assert.Contains("2024-06-14 09:00 都报齐了，不用提醒 提醒 活动材料（6月13日截止）", words, StringComparison.Ordinal);
        Assert.DoesNotContain("2024-06-14 09:00 2024", Words(await admin.PageAsync(Pushes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_pushes_come_in_pages_and_what_cannot_be_sent_says_so()
    {
        var viewer = await bot.PersonAsync("应急办管理员");
        await bot.Store.WriteAsync(
            db =>
            {
                for (var i = 0; i < 60; i++)
                {
                    db.Pushes.Add(new PushRow
                    {
                        OfficeId = viewer.Office.Value, Key = $"k{i:00}", Kind = PushKind.Reminder, CampaignId = "baita-2024", ObligationId = "weekly-material",
                        Occurrence = new DateOnly(2024, 6, 13), Deadline = new DateOnly(2024, 6, 13), Step = $"s{i}", PlannedAt = bot.Clock.Now.AddMinutes(-i), DecidedAt = bot.Clock.Now,
                        State = PushState.Queued, MessageKey = $"m{i:00}",
                    });
                }

                db.Outbox.Add(new OutboxRow { Key = "m00", OfficeId = viewer.Office.Value, Payload = "{}", State = OutboxState.Parked, FailureCode = "bot-removed", CreatedAt = bot.Clock.Now });
                return Task.CompletedTask;
            },
            default);
        var page = await admin.PageAsync(Pushes);
        Assert.Equal(50, Between(page, "data-label=\"发什么\"", "<").Count);
        Assert.Contains("发不出去 bot-removed", Words(page), StringComparison.Ordinal);
        Assert.Contains("排队待发", page, StringComparison.Ordinal);
        page = await admin.PageAsync(Assert.Single(Links(page, Pushes + "?page=")));
        Assert.Equal(10, Between(page, "data-label=\"发什么\"", "<").Count);
    }

    [Fact]
    public async Task Calendar_shows_deadlines_events_pushes_and_rest_days()
    {
        await bot.RunToAsync(June(14, 9, 20));
        var words = Words(await admin.PageAsync("/console/calendar"));
        foreach (var said in new[] { "10 6月10日 周一 休", "13 6月13日 周四 截止 活动材料", "14 6月14日 周五（今天） ✓ 09:00 提醒 09:30 汇总简报", "活动 安全宣传咨询日", "09:00 提醒（2项）" })
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.DoesNotContain("放假安排还不知道", words, StringComparison.Ordinal);

        words = Words(await admin.PageAsync("/console/calendar?month=2024-10"));
        Assert.Contains("12 10月12日 周六 班", words, StringComparison.Ordinal);
        Assert.Contains("7 10月7日 周一 休", words, StringComparison.Ordinal);
        Assert.Contains("2031年的放假安排还不知道", Words(await admin.PageAsync("/console/calendar?month=2031-02")), StringComparison.Ordinal);
        foreach (var wrong in new[] { "2024-13", "六月", "2024-06-01", "1999-12" })
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/console/calendar?month={wrong}")).Status);
    }

    [Fact]
    public async Task Moved_deadline_stands_on_its_new_day()
    {
        await admin.PostAsync("/console/campaigns/baita-2024/dues/weekly-material/2024-06-20/move", ("to", "2024-06-21"), ("because", "下雨"));
        var page = await admin.PageAsync("/console/calendar");
        Assert.Contains("21 6月21日 周五 截止 活动材料（改期）", Words(page), StringComparison.Ordinal);
        Assert.Contains("title=\"原定6月20日，改期：下雨\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("20 6月20日 周四 截止", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_tells_what_the_bot_cost_and_what_it_spared()
    {
        Assert.DoesNotContain("机器人的打扰与分担", await admin.PageAsync("/console"), StringComparison.Ordinal);
        await bot.ToldAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，45人参加");
        await bot.RunToAsync(June(14, 9, 20));
        var words = Words(await admin.PageAsync("/console"));
        Assert.Contains("6月10日—6月16日（本周） 2条 回执1、提醒1 0.2条 没有要问的 2个 发了1条，都报齐没发0次", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_for_a_branch_is_chosen_and_reminded_of_its_units_only()
    {
        var unit = await bot.Store.ReadAsync(async db => (await db.Units.SingleAsync(u => u.Name == "李相村")).Id.ToString(), default);
        var group = Links(await admin.PageAsync("/console/groups"), "/console/groups/").Single();
        var (status, page, _) = await admin.PostAsync(group + "/top", ("top", Guid.Empty.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("没有这个单位", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync(group + "/top", ("top", unit))).Status);
        Assert.Contains("单位范围 李相村", Words(await admin.PageAsync(group)), StringComparison.Ordinal);

        await bot.RunToAsync(June(14, 9, 20));
        Assert.Contains("活动材料（6月13日截止） ：李相村 看原话", Words(await admin.PageAsync(Pushes)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync(group + "/top", ("top", ""))).Status);
        Assert.Contains("单位范围 全部单位", Words(await admin.PageAsync(group)), StringComparison.Ordinal);
        Assert.Contains("改群的单位范围", Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_office_sees_neither_pushes_nor_days_of_ours()
    {
        await bot.RunToAsync(June(14, 9, 20));
        using var stranger = await EnterAsync(bot, await OtherOffice.OwnerAsync(bot.Store));
        foreach (var path in new[] { Pushes, Pushes + "?view=Planned", Pushes + "?view=Skipped", "/console/calendar" })
        {
            var words = Words(await stranger.PageAsync(path));
            Assert.DoesNotContain("活动材料", words, StringComparison.Ordinal);
            Assert.DoesNotContain("09:00", words, StringComparison.Ordinal);
        }

        Assert.Contains("给群绑定一项活动", Words(await stranger.PageAsync("/console/calendar")), StringComparison.Ordinal);
        Assert.True(await bot.Store.ReadAsync(db => db.Pushes.AnyAsync(), default));
    }
}
