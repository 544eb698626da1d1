using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Host.Reminders;
using Bot.Host.Tests.Console;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bot.Host.Tests.Reminders.PassingTime;

namespace Bot.Host.Tests.Reminders;

/// <summary>Figures posted after deadlines by the running program.</summary>
public sealed class RollupPostsTests : IAsyncLifetime
{
    private static readonly DateOnly Thursday = new(2024, 6, 13);
    private static readonly DateOnly SummaryDay = new(2024, 6, 25);

    private RunningBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RunningBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_morning_after_the_deadline_the_group_hears_the_ledgers_figures_in_three_lines()
    {
        await bot.ToldAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，85人参加");
        await bot.ToldAsync("桃仙社区安全员", "6月12日组织应急疏散演练1场，40人参加");
        await bot.ToldAsync("河畔社区安全员", "6月4日组织应急疏散演练1场");
        await bot.RunToAsync(June(14, 9, 29));
        Assert.Empty(await bot.InGroupAsync(OutgoingKind.Rollup));
        await bot.MeetAsync("weekly-material", Thursday, "白塔社区", "桃仙社区");
        await bot.RunToAsync(June(14, 9, 31));

        var post = Assert.Single(await bot.InGroupAsync(OutgoingKind.Rollup)).Text;
        Assert.Equal(
            "安全生产月活动材料（6月7日至13日）：已报2/13家。未报的不按零计。\n本期：应急疏散演练3场、125人次。\n累计（截至6月13日）：应急疏散演练4场、125人次。", post);
        Assert.Equal(4, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
    }

    [Fact]
    public async Task An_admin_hears_who_is_missing_and_gets_files_with_the_same_figures()
    {
        await bot.ToldAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，85人参加");
        await bot.ToldAsync("河畔社区安全员", "6月4日组织应急疏散演练1场");
        await bot.RunToAsync(June(14, 9));
        await bot.MeetAsync("weekly-material", Thursday, "白塔社区");
        await bot.RunToAsync(June(14, 9, 31));

        var post = Assert.Single(await bot.PrivatelyAsync("应急办管理员", OutgoingKind.Rollup));
        Assert.Contains("未报12家：桃仙社区、河畔社区、", post.Text, StringComparison.Ordinal);
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var files = new List<(string Name, string Text)>();
        foreach (var file in post.Files) files.Add((file.Name, FileText.Of(await admin.FileAsync(file.Path))));
        Assert.Contains("演练（2）场", files.Single(f => f.Name.Contains("6月7日至13日", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Contains("演练（3）场", files.Single(f => f.Name.EndsWith("（累计）.docx", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Contains(files, f => f.Name.EndsWith(".xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Posted_figures_are_corrected_once_and_marked_so()
    {
        await bot.ToldAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，85人参加");
        await bot.RunToAsync(June(14, 10, 5));
        await bot.ToldAsync("白塔社区安全员", "更正：6月13日应急疏散演练参与应为98人次。");
        await bot.RunToAsync(June(14, 10, 29));
        Assert.Single(await bot.InGroupAsync(OutgoingKind.Rollup));
        await bot.RunToAsync(June(14, 10, 31));

        var posts = await bot.InGroupAsync(OutgoingKind.Rollup);
        Assert.Equal(2, posts.Count);
        Assert.StartsWith("（更正）安全生产月活动材料（6月7日至13日）", posts[1].Text, StringComparison.Ordinal);
        Assert.Contains("本期：应急疏散演练2场、98人次。", posts[1].Text, StringComparison.Ordinal);
        Assert.Equal(3, posts[1].Text.Split('\n').Length);
        Assert.Equal(2, (await bot.PrivatelyAsync("应急办管理员", OutgoingKind.Rollup)).Count);

        await bot.ToldAsync("白塔社区安全员", "更正：6月13日应急疏散演练参与应为99人次。");
        await bot.RunToAsync(June(15, 12));
        Assert.Equal(2, (await bot.InGroupAsync(OutgoingKind.Rollup)).Count);
    }

    [Fact]
    public async Task A_correction_at_night_is_posted_in_the_morning()
    {
        await bot.ToldAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，85人参加");
        await bot.RunToAsync(June(14, 22));
        await bot.ToldAsync("白塔社区安全员", "更正：6月13日应急疏散演练应为3场。");
        await bot.RunToAsync(June(15, 7, 59));
        Assert.Single(await bot.InGroupAsync(OutgoingKind.Rollup));
        await bot.RunToAsync(June(15, 8, 1));
        Assert.Contains("应急疏散演练3场", (await bot.InGroupAsync(OutgoingKind.Rollup))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_leaves_the_posted_figures_as_they_were_is_not_posted_again()
    {
        await bot.ToldAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，85人参加");
        await bot.RunToAsync(June(14, 10));
        await bot.ToldAsync("白塔社区安全员", "6月14日组织应急疏散演练1场，30人参加"); // next week's
        await bot.ToldAsync("白塔社区安全员", "更正：6月13日应急疏散演练参与应为98人次。");
        await bot.ToldAsync("白塔社区安全员", "更正：6月13日应急疏散演练参与应为85人次。");
        await bot.RunToAsync(June(15, 12));
        Assert.Single(await bot.InGroupAsync(OutgoingKind.Rollup));
    }

    [Fact]
    public async Task A_closing_hand_in_is_posted_when_it_is_complete_and_not_again_two_days_later()
    {
        await bot.ToldAsync("白塔社区安全员", "6月13日组织应急疏散演练2场，85人参加");
        await bot.RunToAsync(June(24, 22));
        await bot.MeetAsync("summary", SummaryDay);
        await bot.RunToAsync(June(25, 7, 59));
        Assert.DoesNotContain(await bot.InGroupAsync(OutgoingKind.Rollup), e => e.Text.Contains("总结", StringComparison.Ordinal));
        await bot.RunToAsync(June(25, 8, 5));
        Assert.Contains(
            "安全生产月总结（6月25日截止）：已报13/13家。\n累计（截至6月25日）：应急疏散演练2场、85人次。", (await bot.InGroupAsync(OutgoingKind.Rollup)).Select(e => e.Text));
        await bot.RunToAsync(June(28, 9));
        Assert.Single(await bot.InGroupAsync(OutgoingKind.Rollup), e => e.Text.Contains("总结", StringComparison.Ordinal));
        Assert.Contains(SkipReason.Unchanged, await SkipsAsync("rollup"));
    }

    [Fact]
    public async Task An_incomplete_closing_hand_in_is_posted_two_working_days_after()
    {
        await bot.RunToAsync(June(27, 9, 29));
        Assert.DoesNotContain(await bot.InGroupAsync(OutgoingKind.Rollup), e => e.Text.Contains("总结", StringComparison.Ordinal));
        await bot.RunToAsync(June(27, 9, 31));
        var post = Assert.Single(await bot.InGroupAsync(OutgoingKind.Rollup), e => e.Text.Contains("总结", StringComparison.Ordinal));
        Assert.StartsWith("安全生产月总结（6月25日截止）：已报0/13家。", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waking_again_posts_nothing_twice()
    {
        await bot.RunToAsync(June(14, 9, 31));
        var tick = bot.Services.GetRequiredService<ReminderTick>();
        await Task.WhenAll(tick.RunAsync(default), tick.RunAsync(default));
        await bot.QuietAsync();
        Assert.Single(await bot.InGroupAsync(OutgoingKind.Rollup));
    }

    private Task<List<SkipReason?>> SkipsAsync(string step) => bot.Store.ReadAsync(
        db => db.Pushes.Where(p => p.Step == step && p.ObligationId == "summary" && p.State == PushState.Skipped).Select(p => p.Reason).ToListAsync(), default);
}
