using System.Net;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bot.Host.Tests.Console.ConsoleClient;

namespace Bot.Host.Tests.Console;

/// <summary>The page on which an office says when and how it is reminded, on the running program.</summary>
public sealed class PolicyPageTests : AdminInConsole
{
    private const string Weekly = "/console/campaigns/baita-2024/policy/weekly-material";
    private const string Someday = "/console/campaigns/industrial-2021/policy/material";

    [Fact]
    public async Task Preview_tells_everything_that_would_be_pushed_and_keeps_nothing()
    {
        var page = await admin.PageAsync(Weekly);
        var words = Words(page);
        foreach (var said in new[] { "用的是默认设置", "6月12日 周三 16:00 提醒 联络群 时间已过", "6月21日 周五 09:30 汇总简报 联络群和管理员", "6月24日 周一 09:00 报告管理员 管理员（私聊）" })
            Assert.Contains(said, words, StringComparison.Ordinal);

        var added = With(Fields(page, Weekly), ("kind.5", "Reminder"), ("day.5", "DaysBefore"), ("count.5", "4"), ("at.5", "10:10"), ("audience", "PrivateFirst"), ("do", "preview"));
        var (status, preview, _) = await admin.PostAsync(Weekly, added);
        Assert.Equal(HttpStatusCode.OK, status);
        words = Words(preview);
        foreach (var said in new[] { "这是预览，还没有保存", "6月14日 周五 10:10 提醒 未报单位的联络员（私聊；联系不上的在群里） 6月16日休息，提前到前一个工作日", "6月20日 周四 15:00 提醒 联络群" })
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.Contains("value=\"reminder-d4-1010\"", preview, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_is_saved_holds_and_defaults_come_back()
    {
        var page = await admin.PageAsync(Weekly);
        var (status, _, location) = await admin.PostAsync(
            Weekly, With(Fields(page, Weekly), ("remove.1", "1"), ("thanks", ""), ("quietfrom", "20:30"), ("earlier", "1"), ("do", "save")));
        Assert.Equal((HttpStatusCode.SeeOther, Weekly + "?done=policy"), (status, location));
        page = await admin.PageAsync(location!);
        Assert.Contains("用的是自定设置", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"thanks\" value=\"1\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"day-15\"", page, StringComparison.Ordinal);
        Assert.Contains("6月19日 周三截止 6月13日起报，应报13家，方案定的是6月20日", Words(page), StringComparison.Ordinal);
        Assert.Equal(13, await bot.Store.ReadAsync(db => db.Dues.CountAsync(d => d.Deadline == new DateOnly(2024, 6, 19)), default));

        (status, _, location) = await admin.PostAsync(Weekly + "/reset");
        Assert.Equal((HttpStatusCode.SeeOther, Weekly + "?done=reset"), (status, location));
        page = await admin.PageAsync(Weekly);
        Assert.Contains("用的是默认设置", page, StringComparison.Ordinal);
        Assert.Contains("value=\"day-15\"", page, StringComparison.Ordinal);
        var log = Words(await admin.PageAsync("/console/audit"));
        Assert.Contains("改提醒规则", log, StringComparison.Ordinal);
        Assert.Contains("恢复默认提醒规则", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weekly", "weekday", "Monday", "每周一前", "2021年6月7日")]
    [InlineData("monthly", "monthday", "0", "每月月底前", "2021年6月30日")]
    [InlineData("once", "once", "2021-06-18", "2021年6月18日前，一次", "2021年6月18日")]
    public async Task An_office_sets_the_days_its_plan_does_not_give(string rule, string field, string value, string told, string first)
    {
        var group = (await bot.GroupAsync(await bot.PersonAsync("应急办管理员")))[2..];
        await admin.PostAsync($"/console/groups/{Guid.Parse(group)}/campaigns", ("campaign", "industrial-2021"));
        var page = await admin.PageAsync(Someday);
        Assert.Contains("每周五前（自定）", Words(page), StringComparison.Ordinal);

        var (status, _, _) = await admin.PostAsync(Someday, With(Fields(page, Someday), ("schedule", rule), (field, value), ("do", "save")));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        page = await admin.PageAsync(Someday);
        Assert.Contains($"{told}（自定）", Words(page), StringComparison.Ordinal);
        Assert.Contains((field, value), Fields(page, Someday));
        var season = await bot.Services.GetRequiredService<ISeasons>().LoadAsync((await bot.PersonAsync("应急办管理员")).Office, bot.Clock.Now, default);
        var running = season.Campaigns.Single(c => c.Campaign.Id.Value == "industrial-2021");
        Assert.Equal(first, ScheduleText.Day(running.OccurrencesOf(running.Campaign.Obligations.Single(o => o.Id == "material"), season.Zone)[0].Day));
    }

    [Fact]
    public async Task Steps_moved_by_the_due_hour_or_merged_are_explained()
    {
        var page = await admin.PageAsync("/console/campaigns/baita-2024/policy/shenyang-progress");
        var words = Words(page);
        Assert.Contains("8月23日 周五 09:00 提醒 — 8月25日休息，提前到前一个工作日；与同一时刻的另一步合并", words, StringComparison.Ordinal);
        Assert.Contains("6月21日 周五 09:00 提醒 联络群 6月22日休息，提前到前一个工作日", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sets_anything_of_ours()
    {
        var fields = With(Fields(await admin.PageAsync(Weekly), Weekly), ("earlier", "2"), ("do", "save"));
        using var stranger = await EnterAsync(bot, await OtherOffice.OwnerAsync(bot.Store));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Weekly)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(Weekly, fields)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(Weekly + "/reset")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostFromAsync(Weekly, "cross-site", fields)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/console/campaigns/baita-2024/policy/none")).Status);
        Assert.Equal(0, await CountAsync());
    }

    private Task<int> CountAsync() => bot.Store.ReadAsync(db => db.ObligationSettings.CountAsync(), default);
}
