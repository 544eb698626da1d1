using System.Net;
using Bot.Domain.Dues;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Console;

/// <summary>The pages of dues on the running program. The demo begins on Thursday 13 June 2024 at 15:00, a day of the weekly deadline.</summary>
public sealed class DuePageTests : AdminInConsole
{
    private const string Matrix = "/console/campaigns/baita-2024/dues/weekly-material";
    private const string Today = Matrix + "/2024-06-13";

    [Fact]
    public async Task Every_obligation_of_a_running_campaign_leads_to_its_matrix()
    {
        var page = await admin.PageAsync("/console/dues");
        var links = ConsoleClient.Links(page, "/console/campaigns/baita-2024/dues/");
        Assert.Equal(["weekly-material", "summary", "shenyang-progress", "shenyang-summary"], links.Select(l => l.Split('/')[^1]));
        foreach (var link in links) Assert.Contains("白塔社区", await admin.PageAsync(link), StringComparison.Ordinal);
        Assert.Contains("沈阳行进展情况", ConsoleClient.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_says_in_words_how_it_stands_and_leads_to_the_submission_behind_it()
    {
        await admin.PageAsync(Matrix);
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "6月13日组织应急疏散演练2场");
        var submission = await bot.Store.ReadAsync(db => db.Submissions.Select(s => s.Id).SingleAsync(), default);
        await SetAsync("白塔社区", DueState.Met, submission);
        await SetAsync("桃仙社区", DueState.Late, submission);

        var page = await admin.PageAsync(Matrix);
        Assert.Contains($"href=\"/console/records/{submission}\" title=\"2024-06-13 14:30报\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var words = ConsoleClient.Words(page);
        foreach (var word in new[] { "✓ 已报", "◐ 补报", "○ 待报", "2/13（15.4%）", "1/13（7.7%）" }) Assert.Contains(word, words, StringComparison.Ordinal);
        Assert.Contains("一次", ConsoleClient.Words(await admin.PageAsync(Matrix + "?day=2024-06-13")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/console/records/{submission}")).Status);
    }

    [Fact]
    public async Task Only_units_that_miss_something_are_shown_when_asked_for()
    {
        await admin.PageAsync(Matrix);
        await SetAsync("白塔社区", DueState.Met, null);
        var all = ConsoleClient.Between(await admin.PageAsync(Matrix), "<th scope=\"row\" class=\"depth-0\">", "<");
        var missing = ConsoleClient.Between(await admin.PageAsync(Matrix + "?missing=1"), "<th scope=\"row\" class=\"depth-0\">", "<");
        Assert.Equal((13, 12), (all.Count, missing.Count));
        Assert.DoesNotContain("白塔社区", missing);
    }

    [Fact]
    public async Task A_unit_is_excused_with_a_reason_and_asked_again()
    {
        await admin.PageAsync(Matrix);
        var unit = await UnitAsync("李相村");
        var (status, page, _) = await admin.PostAsync(Today + "/excuse", ("unit", unit), ("because", "  "), ("do", "excuse"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("请写明原因", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{unit}\" checked", page, StringComparison.Ordinal); // What was ticked stays ticked.
        (status, page, _) = await admin.PostAsync(Today + "/excuse", ("because", "搬迁"), ("do", "excuse"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("请勾选要免报的单位", page, StringComparison.Ordinal);

        (status, _, var location) = await admin.PostAsync(Today + "/excuse", ("unit", unit), ("because", "整村<b>搬迁"), ("do", "excuse"));
        Assert.Equal((HttpStatusCode.SeeOther, Matrix + "?day=2024-06-13&done=excused"), (status, location));
        page = await admin.PageAsync(location!);
        Assert.Contains("免报1家", ConsoleClient.Words(page), StringComparison.Ordinal);
        Assert.Contains("整村<b>搬迁", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>搬迁", page, StringComparison.Ordinal);

        (status, _, _) = await admin.PostAsync(Today + "/reopen", ("unit", unit));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("应报13家", ConsoleClient.Words(await admin.PageAsync(Matrix + "?day=2024-06-13")), StringComparison.Ordinal);
        var log = ConsoleClient.Words(await admin.PageAsync("/console/audit"));
        Assert.Contains("恢复应报", log, StringComparison.Ordinal);
        Assert.Contains("单位 李相村", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_is_moved_and_shows_where_it_was()
    {
        var (status, page, _) = await admin.PostAsync(Today + "/move", ("to", "下周五"), ("because", "端午"), ("do", "move"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("日期请写成", page, StringComparison.Ordinal);
        (status, page, _) = await admin.PostAsync(Today + "/move", ("to", "2024-06-21"), ("because", "端午"), ("do", "move"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("早于下一次的截止日（6月20日）", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2024-06-21\"", page, StringComparison.Ordinal);

        (status, _, var location) = await admin.PostAsync(Today + "/move", ("to", "2024-06-14"), ("because", "区里通知延后"), ("do", "move"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var words = ConsoleClient.Words(await admin.PageAsync(location!));
        foreach (var said in new[] { "6月14日 周五 原6月13日", "2024年6月14日截止的这一次", "原定2024年6月13日", "原因：区里通知延后", "6月14日24:00截止" })
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.Equal(13, await bot.Store.ReadAsync(db => db.Dues.CountAsync(d => d.Deadline == new DateOnly(2024, 6, 14)), default));
        Assert.Contains("改截止日", ConsoleClient.Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_and_foreign_posts_change_nothing()
    {
        await admin.PageAsync(Matrix);
        var unit = await UnitAsync("李相村");
        using var stranger = await ConsoleClient.EnterAsync(bot, await OtherOffice.OwnerAsync(bot.Store));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Matrix)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(Today + "/excuse", ("unit", unit), ("because", "不用报"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(Today + "/move", ("to", "2024-06-14"), ("because", "改期"))).Status);
        Assert.DoesNotContain("社区", ConsoleClient.Words(await stranger.PageAsync("/console/dues")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostFromAsync(Today + "/excuse", "cross-site", [("unit", unit), ("because", "不用报")])).Status);
        foreach (var nowhere in new[] { Matrix + "/2024-06-12/move", Matrix + "/june/move", "/console/campaigns/baita-2024/dues/none/2024-06-13/move" })
            Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync(nowhere, ("to", "2024-06-14"), ("because", "改期"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync(Today + "/excuse", ("unit", Guid.Empty.ToString()), ("unit", "x"), ("because", "不用报"))).Status);

        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Dues.CountAsync(d => d.State != DueState.Open), default));
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.DeadlineMoves.CountAsync(), default));
    }

    [Fact]
    public async Task A_campaign_without_dues_says_what_to_do()
    {
        Assert.Contains("请先到联络群里绑定", ConsoleClient.Words(await admin.PageAsync("/console/campaigns/changzhou-2022/dues/summary")), StringComparison.Ordinal);
        await bot.Store.WriteAsync(db => db.GroupCampaigns.ExecuteDeleteAsync(), default);
        Assert.Contains("给群绑定一项活动", ConsoleClient.Words(await admin.PageAsync("/console/dues")), StringComparison.Ordinal);
    }

    private Task SetAsync(string unit, DueState state, Guid? submission) => bot.Store.WriteAsync(
        async db =>
        {
            var id = await db.Units.Where(u => u.Name == unit).Select(u => u.Id).SingleAsync();
            var due = await db.Dues.SingleAsync(d => d.UnitId == id && d.ObligationId == "weekly-material" && d.Occurrence == new DateOnly(2024, 6, 13));
            (due.State, due.MetBySubmissionId, due.MetAt) = (state, submission, new DateTimeOffset(2024, 6, 13, 6, 30, 0, TimeSpan.Zero));
        },
        default);

    private Task<string> UnitAsync(string name) =>
        bot.Store.ReadAsync(async db => (await db.Units.SingleAsync(u => u.Name == name)).Id.ToString(), default);
}
