using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>The main job from the page's post to the receipt, on the real program.</summary>
public sealed class SpineTests
{
    private const string Report = "6月13日下午，我社区组织应急疏散演练2场，一百二十余人参加，张贴海报30张";

    [Fact]
    public async Task A_report_is_booked_and_answered_with_one_receipt()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        var receipt = await bot.AskAsync(liaison, Report);
        Assert.Contains("白塔社区", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("120余", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, decimal> { ["lifeline.drill.sessions"] = 2, ["lifeline.drill.attendance"] = 120, ["consult.poster.count"] = 30 },
            await bot.TotalsAsync());
    }

    [Fact]
    public async Task The_same_report_again_books_nothing()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, Report);
        var before = await bot.TotalsAsync();
        await bot.AskAsync(liaison, Report);
        Assert.Equal(before, await bot.TotalsAsync());
    }

    [Fact]
    public async Task An_edit_supersedes_and_a_withdrawal_takes_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        var id = await bot.SayAsync(liaison, Report);
        await bot.QuietAsync();
        await bot.EditAsync(liaison, id, "6月13日下午，我社区组织应急疏散演练3场，一百五十余人参加，张贴海报30张");
        await bot.QuietAsync();
        Assert.Equal(
            new Dictionary<string, decimal> { ["lifeline.drill.sessions"] = 3, ["lifeline.drill.attendance"] = 150, ["consult.poster.count"] = 30 },
            await bot.TotalsAsync());
        await bot.WithdrawAsync(liaison, id);
        await bot.QuietAsync();
        Assert.Empty(await bot.TotalsAsync());
    }

    [Fact]
    public async Task A_correction_changes_the_figure_it_names_and_a_retraction_takes_the_report_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("桃仙社区安全员");
        await bot.AskAsync(liaison, "6月5日，我单位开展应急疏散演练1场，参与88人次，张贴宣传海报51张。");
        await bot.AskAsync(liaison, "更正：6月5日应急疏散演练参与人次应为98人次。");
        Assert.Equal(98, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        await bot.AskAsync(liaison, "上一条报送作废，请撤回。");
        Assert.DoesNotContain("lifeline.drill.sessions", await bot.TotalsAsync());
    }

    [Fact]
    public async Task Somebody_not_registered_is_kept_and_counts_on_time_after_one_tap()
    {
        await using var bot = await RunningBot.StartAsync();
        var newcomer = await bot.PersonAsync("新来的同志");
        var admin = await bot.PersonAsync("应急办管理员");
        var kept = await bot.AskAsync(newcomer, Report);
        Assert.DoesNotContain("登记", kept.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.TotalsAsync());

        var privately = await bot.PrivateAsync(admin);
        var question = await bot.FindAsync(admin, privately, e => e.FromBot && e.Buttons.Count > 0);
        await bot.PressAsync(admin, question, "柳岸社区", privately);
        await bot.QuietAsync();
        Assert.Equal(2, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
        var person = await bot.PersonAsync("新来的同志");
        Assert.Equal("柳岸社区", person.UnitNames);
    }

    [Fact]
    public async Task A_liaison_of_two_villages_is_asked_which_one_and_the_tap_counts()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("榆村片安全员");
        var question = await bot.AskAsync(liaison, "6月13日组织应急疏散演练1场，40人参加");
        Assert.Equal(["前榆村", "后榆村"], question.Buttons.Select(b => b.Label));
        await bot.PressAsync(liaison, question, "后榆村");
        await bot.QuietAsync();
        Assert.Equal(40, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task A_clerk_reports_for_a_unit_and_it_is_marked_as_transcribed()
    {
        await using var bot = await RunningBot.StartAsync();
        var admin = await bot.PersonAsync("应急办管理员");
        var receipt = await bot.AskAsync(admin, "代报 河畔社区 6月12日组织应急疏散演练1场，40人参加");
        Assert.Contains("河畔社区", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
    }

    [Theory]
    [InlineData("收到")]
    [InlineData("明天计划开展应急疏散演练1场，预计参与80人。")]
    [InlineData("@所有人 请各社区于每周四17:00前报送本周活动图片2-3张、文字200字以内，6月25日前报送总结，收到请回复。")]
    public async Task What_is_no_report_leaves_no_figure_and_no_answer(string text)
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.SayAsync(liaison, text);
        await bot.QuietAsync();
        Assert.Empty(await bot.TotalsAsync());
        Assert.Empty(await bot.SaidAsync(liaison, await bot.GroupAsync(liaison)));
    }
}
