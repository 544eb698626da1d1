using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>Questions, words and what goes where.</summary>
public sealed class AnswersTests
{
    [Fact]
    public async Task A_vague_figure_is_asked_and_a_number_answers_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("塔北社区安全员");
        var question = await bot.AskAsync(liaison, "6月12日组织应急疏散演练1场，三四十人参加");
        Assert.Contains("三四十人", question.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lifeline.drill.attendance", await bot.TotalsAsync());
        await bot.AskAsync(liaison, "36人");
        Assert.Equal(36, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task Two_liaisons_who_disagree_are_not_added_up_and_the_choice_settles_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "6月12日组织应急疏散演练1场，86人参加");
        var deputy = await bot.PersonAsync("白塔社区B岗");
        var question = await bot.AskAsync(deputy, "6月12日组织应急疏散演练1场，90人参加");
        Assert.Equal(86, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        await bot.PressAsync(deputy, question, question.Buttons.Single(b => b.Data.EndsWith(":same", StringComparison.Ordinal)).Label);
        await bot.QuietAsync();
        Assert.Equal(90, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        Assert.Equal(1, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
    }

    [Fact]
    public async Task The_unit_itself_says_a_transcription_is_wrong_and_it_is_taken_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var admin = await bot.PersonAsync("应急办管理员");
        var receipt = await bot.AskAsync(admin, "代报 河畔社区 6月12日组织应急疏散演练1场，40人参加");
        var unit = await bot.PersonAsync("河畔社区安全员");
        await bot.PressAsync(unit, receipt, receipt.Buttons.Single(b => b.Data.EndsWith(":wrong", StringComparison.Ordinal)).Label);
        await bot.QuietAsync();
        Assert.Empty(await bot.TotalsAsync());
    }

    [Fact]
    public async Task Somebody_else_cannot_answer_for_a_unit()
    {
        await using var bot = await RunningBot.StartAsync();
        var admin = await bot.PersonAsync("应急办管理员");
        var receipt = await bot.AskAsync(admin, "代报 河畔社区 6月12日组织应急疏散演练1场，40人参加");
        var stranger = await bot.PersonAsync("李相村安全员");
        await bot.PressAsync(stranger, receipt, receipt.Buttons.Single(b => b.Data.EndsWith(":wrong", StringComparison.Ordinal)).Label);
        await bot.QuietAsync();
        Assert.Equal(40, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task The_rollup_is_posted_with_its_coverage()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "6月12日组织应急疏散演练1场，86人参加");
        await bot.AskAsync(await bot.PersonAsync("李相村安全员"), "本周无活动，零报告。");
        var rollup = await bot.AskAsync(await bot.PersonAsync("李相村安全员"), "汇总");
        Assert.Contains("2/13", rollup.Text, StringComparison.Ordinal);
        Assert.Contains("86人次", rollup.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_links_and_other_units_records_never_go_into_the_group()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "6月12日组织应急疏散演练1场，86人参加");
        var admin = await bot.PersonAsync("应急办管理员");
        foreach (var word in new[] { "后台", "导出", "明细 白塔社区" })
        {
            var inGroup = await bot.AskAsync(admin, word);
            Assert.Empty(inGroup.Files);
            Assert.DoesNotContain("86", inGroup.Text, StringComparison.Ordinal);
        }

        await bot.QuietAsync();
        var privately = await bot.SaidAsync(admin, await bot.PrivateAsync(admin));
        Assert.Contains(privately, e => e.Files.Any(f => f.Path.Contains("/console/enter/", StringComparison.Ordinal)));
        Assert.Contains(privately, e => e.Files.Any(f => f.Path == "/files/baita-2024/form1.docx"));
        Assert.Contains(privately, e => e.Text.Contains("86", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_liaison_sees_their_own_records_and_no_others()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, "6月12日组织应急疏散演练1场，86人参加");
        Assert.Contains("86", (await bot.AskAsync(liaison, "我的")).Text, StringComparison.Ordinal);
        Assert.Contains("86", (await bot.AskAsync(liaison, "明细")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("86", (await bot.AskAsync(await bot.PersonAsync("李相村安全员"), "明细 白塔社区")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_quotes_the_receipt_changes_that_report()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        var first = await bot.AskAsync(liaison, "6月10日组织应急疏散演练1场，86人参加");
        await bot.AskAsync(liaison, "6月12日组织应急疏散演练1场，50人参加");
        var corrected = await bot.AskAsync(liaison, "更正：演练参加人数应为96人", first.Id);
        Assert.Contains("6月10日", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(146, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task A_correction_that_names_nothing_is_asked_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, "6月10日组织应急疏散演练1场，86人参加");
        Assert.Contains("哪一项", (await bot.AskAsync(liaison, "更正：刚才写错了，应该是96")).Text, StringComparison.Ordinal);
        Assert.Equal(86, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task An_edit_that_names_the_figure_settles_the_question_about_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("塔北社区安全员");
        var id = await bot.SayAsync(liaison, "6月12日组织应急疏散演练1场，三四十人参加");
        await bot.QuietAsync();
        await bot.EditAsync(liaison, id, "6月12日组织应急疏散演练1场，36人参加");
        await bot.QuietAsync();
        Assert.Equal(36, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Remarks.CountAsync(r => r.SettledAt == null), default));
    }

    [Fact]
    public async Task A_round_up_is_withdrawn_as_a_whole_though_it_spoke_of_several_units()
    {
        await using var bot = await RunningBot.StartAsync();
        var admin = await bot.PersonAsync("应急办管理员");
        var id = await bot.SayAsync(admin, "替几个单位报一下：丰乐社区应急疏散演练1场40人；柳岸社区应急疏散演练2场60人。");
        await bot.QuietAsync();
        Assert.Equal(3, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
        await bot.WithdrawAsync(admin, id);
        await bot.QuietAsync();
        Assert.Empty(await bot.TotalsAsync());
    }

    [Fact]
    public async Task What_waits_for_an_instant_does_not_wait_for_days_when_the_demo_clock_moves_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var liaison = await bot.PersonAsync("白塔社区安全员");
        await bot.AskAsync(liaison, "帮助");
        await bot.Store.WriteAsync(db => db.Chats.ExecuteUpdateAsync(s => s.SetProperty(c => c.WaitUntil, bot.Clock.Now.AddHours(1))), default);
        await bot.Clock.MoveToAsync(bot.Clock.Now.AddDays(-10), default);
        Assert.NotEmpty((await bot.AskAsync(liaison, "帮助")).Text);
    }

    [Fact]
    public async Task The_demo_clock_moves_forth_and_back_and_keeps_its_place_over_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-clock").FullName;
        var there = new DateTimeOffset(2024, 6, 20, 9, 0, 0, TimeSpan.FromHours(8));
        await using (var bot = await RunningBot.StartAsync(folder)) await bot.Clock.MoveToAsync(there, default);
        await using (var again = await RunningBot.StartAsync(folder))
        {
            Assert.InRange(again.Clock.Now, there, there.AddMinutes(2));
            var receipt = await again.AskAsync(await again.PersonAsync("白塔社区安全员"), "今天组织应急疏散演练1场，86人参加");
            Assert.Contains("6月20日", receipt.Text, StringComparison.Ordinal);
            await again.Clock.MoveToAsync(there.AddDays(-10), default);
            Assert.InRange(again.Clock.Now, there.AddDays(-10), there.AddDays(-10).AddMinutes(2));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
