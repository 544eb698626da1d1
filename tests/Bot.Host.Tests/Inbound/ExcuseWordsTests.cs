using Bot.Domain.Dues;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>免报, 撤销免报, 请假 and 延期 on the real program.</summary>
public sealed class ExcuseWordsTests : AdminAndLiaison
{
    [Fact]
    public async Task An_excuse_says_what_it_took_and_a_button_undoes_it()
    {
        var excused = await bot.AskAsync(admin, "免报 前榆村 村里换届");
        Assert.StartsWith("已免报：前榆村的活动材料（今天）。原因：村里换届。", excused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await ExcusedAsync("前榆村"));
        Assert.Contains("0/12（0%），免报1家", (await bot.AskAsync(admin, "进度 图文")).Text, StringComparison.Ordinal);
        await bot.PressAsync(admin, excused, "撤销免报");
        await bot.QuietAsync();
        Assert.Equal(0, await ExcusedAsync("前榆村"));
    }

    [Fact]
    public async Task An_excuse_of_all_is_undone_in_one_by_words()
    {
        await bot.AskAsync(admin, "免报 前榆村 图文");
        await bot.AskAsync(admin, "免报 前榆村 全部 撤村");
        Assert.Equal(12, await ExcusedAsync("前榆村"));
        Assert.StartsWith("已恢复：前榆村的", (await bot.AskAsync(admin, "撤销免报 前榆村")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await ExcusedAsync("前榆村"));
    }

    [Theory]
    [InlineData("免报", "免报哪个单位")]
    [InlineData("免报 前屿村", "没有找到单位“前屿村”")]
    [InlineData("撤销免报 前榆村", "没有可以恢复的免报")]
    public async Task What_is_missing_or_wrong_is_said(string text, string answer) =>
        Assert.Contains(answer, (await bot.AskAsync(admin, text)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("免报 白塔社区 忙")]
    [InlineData("撤销免报 白塔社区")]
    [InlineData("延期 总结 到 6月28日")]
    public async Task Only_an_admin_decides(string text)
    {
        Assert.Contains("管理员", (await bot.AskAsync(liaison, text)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await ExcusedAsync("白塔社区"));
        Assert.False(await bot.Store.ReadAsync(db => db.DeadlineMoves.AnyAsync(), default));
    }

    [Fact]
    public async Task Nobody_undoes_an_excuse_but_an_admin()
    {
        var excused = await bot.AskAsync(admin, "免报 白塔社区");
        await bot.PressAsync(liaison, excused, "撤销免报");
        await bot.QuietAsync();
        Assert.Equal(1, await ExcusedAsync("白塔社区"));
    }

    [Fact]
    public async Task A_leave_waits_for_an_admin_and_then_counts()
    {
        Assert.StartsWith("已转给管理员：白塔社区的活动材料（今天）请假。", (await bot.AskAsync(liaison, "请假 家里有急事")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await ExcusedAsync("白塔社区"));
        var question = await bot.FindAsync(admin, await bot.PrivateAsync(admin), e => e.Buttons.Count == 2);
        Assert.Contains("家里有急事", question.Text, StringComparison.Ordinal);
        await bot.Clock.MoveToAsync(bot.Clock.Now.AddDays(2), default);
        await bot.PressAsync(admin, question, "同意", await bot.PrivateAsync(admin));
        var told = await bot.FindAsync(liaison, await bot.GroupAsync(liaison), e => e.Text.StartsWith("管理员已同意", StringComparison.Ordinal));
        Assert.Contains("白塔社区的活动材料（6月13日）免报", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, await ExcusedAsync("白塔社区"));
    }

    [Fact]
    public async Task A_leave_that_is_declined_changes_nothing()
    {
        await bot.AskAsync(liaison, "请假");
        var question = await bot.FindAsync(admin, await bot.PrivateAsync(admin), e => e.Buttons.Count == 2);
        await bot.PressAsync(admin, question, "不同意", await bot.PrivateAsync(admin));
        await bot.FindAsync(liaison, await bot.GroupAsync(liaison), e => e.Text.StartsWith("这次请假没有批下来", StringComparison.Ordinal));
        Assert.Equal(0, await ExcusedAsync("白塔社区"));
    }

    [Fact]
    public async Task Who_reports_for_two_villages_says_which_takes_leave()
    {
        var two = await bot.PersonAsync("榆村片安全员");
        Assert.Contains("请写明是哪个", (await bot.AskAsync(two, "请假 有事")).Text, StringComparison.Ordinal);
        Assert.Contains("已转给管理员：后榆村的", (await bot.AskAsync(two, "请假 后榆村 有事")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_begins_with_leave_is_a_report()
    {
        await bot.AskAsync(liaison, "请假 2人，其余参加了应急疏散演练1场");
        Assert.Equal(1, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
    }

    [Fact]
    public async Task A_moved_deadline_is_announced_once_in_the_group()
    {
        var answer = await bot.AskAsync(admin, "延期 总结 到 6月28日 台风停课");
        Assert.Equal("通知：总结原定6月25日截止，现改到6月28日（周五）。原因：台风停课。已报的不用再报。", answer.Text);
        Assert.Contains("已经是6月28日", (await bot.AskAsync(admin, "延期 总结 到 6月28日")).Text, StringComparison.Ordinal);
        await bot.QuietAsync();
        Assert.Single(await bot.SaidAsync(admin, await bot.GroupAsync(admin)), e => e.Text.StartsWith("通知：", StringComparison.Ordinal));
        Assert.Contains("6月28日（周五）：总结（原6月25日）", (await bot.AskAsync(liaison, "日程")).Text, StringComparison.Ordinal);
        Assert.Contains("总结（6月28日前）", (await bot.AskAsync(admin, "未报 总结")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_from_the_private_chat_it_is_announced_in_the_group_all_the_same()
    {
        var privately = await bot.PrivateAsync(admin);
        await bot.SayAsync(admin, "延期 图文 6月20日 到 6月21日", room: privately);
        await bot.FindAsync(liaison, await bot.GroupAsync(liaison), e => e.Text.StartsWith("通知：活动材料原定6月20日截止，现改到6月21日（周五）。", StringComparison.Ordinal));
        await bot.FindAsync(admin, privately, e => e.Text.Contains("已通知1个群", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("延期 总结", "延到哪天")]
    [InlineData("延期 总结 到 6月10日", "已经过了")]
    [InlineData("延期 总结 到 6月20日", "只能往后延")]
    [InlineData("延期 图文 到 6月20日", "下一期活动材料是6月20日")]
    [InlineData("延期 6月25日 到 6月28日", "延哪一项")]
    [InlineData("延期 统计表 6月3日 到 6月28日", "没有这样的报送要求")]
    public async Task A_move_that_cannot_be_is_asked_back(string text, string answer)
    {
        Assert.Contains(answer, (await bot.AskAsync(admin, text)).Text, StringComparison.Ordinal);
        Assert.False(await bot.Store.ReadAsync(db => db.DeadlineMoves.AnyAsync(), default));
    }

    [Fact]
    public async Task What_an_admin_says_stands_in_the_audit_log()
    {
        await bot.AskAsync(admin, "免报 前榆村");
        await bot.AskAsync(admin, "撤销免报 前榆村");
        await bot.AskAsync(admin, "延期 总结 到 6月28日");
        Assert.Equal(["DuesExcused", "DuesReopened", "DeadlineMoved"], await bot.Store.ReadAsync(db => db.Audit.OrderBy(a => a.Seq).Select(a => a.Action).ToListAsync(), default));
    }

    private Task<int> ExcusedAsync(string unit) => bot.Store.ReadAsync(
        db => (from d in db.Dues join u in db.Units on d.UnitId equals u.Id where u.Name == unit && d.State == DueState.Excused select d).CountAsync(), default);
}
