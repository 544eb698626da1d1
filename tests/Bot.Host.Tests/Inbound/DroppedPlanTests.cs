using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Host.Tests.Console;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>A plan dropped into the chat, and what the admin says about it in private.</summary>
public sealed class DroppedPlanTests : AdminAndLiaison
{
    [Fact]
    public async Task The_group_hears_one_line_without_a_link_and_the_admin_everything()
    {
        await DropAsync("应急办管理员", "关于开展安全生产月的方案.docx");
        var line = Assert.Single(await bot.SaidAsync(admin, await bot.GroupAsync(admin)));
        Assert.Equal("方案读好了：报送要求3项，统计表1张。详细内容已发到您与助手的私聊，核对启用前不作数。", line.Text);
        Assert.Empty(line.Files);

        var told = Assert.Single(await bot.SaidAsync(admin, await bot.PrivateAsync(admin)));
        foreach (var said in new[] { MadePlan.Title, "活动期：2024年6月1日至6月30日", "报送要求3项：\n1．活动材料：2024年6月1日至6月30日，每周四前", "2．总结：2024年6月25日前，一次", "5个填报项", "启用方案" })
            Assert.Contains(said, told.Text, StringComparison.Ordinal);
        var plan = await bot.Store.ReadAsync(db => db.Plans.SingleAsync(), default);
        var link = Assert.Single(told.Files);
        Assert.EndsWith($"?plan={plan.Id}", link.Path, StringComparison.Ordinal);

        using var browser = new ConsoleClient(bot.Address);
        var (_, _, location) = await browser.PostAsync(link.Path);
        Assert.Equal($"/console/plans/{plan.Id}", location);
        Assert.Contains("每周四前", await browser.PageAsync(location!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("方案.txt", MadePlan.Text, "utf-8")]
    [InlineData("方案.txt", MadePlan.Text, "GB18030")]
    [InlineData("方案.md", "# " + MadePlan.Text, "utf-8")]
    public async Task A_plan_that_is_plain_text_or_markdown_is_taken_too(string name, string text, string encoding)
    {
        await DropAsync("应急办管理员", name, (System.Text.CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? System.Text.Encoding.UTF8).GetBytes(text));
        var told = Assert.Single(await bot.SaidAsync(admin, await bot.PrivateAsync(admin)));
        foreach (var said in new[] { MadePlan.Title, "报送要求3项：\n1．活动材料：2024年6月1日至6月30日，每周四前", "5个填报项" })
            Assert.Contains(said, told.Text, StringComparison.Ordinal);
        Assert.Contains("方案已启用（第1版）", await SayAsync("启用方案"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_file_that_is_no_plan_is_read_like_a_message_and_its_figures_lead_back_to_it()
    {
        await DropAsync("白塔社区安全员", "活动情况.txt", System.Text.Encoding.UTF8.GetBytes("6月13日设置咨询台3处"));
        Assert.Equal(new Dictionary<string, decimal> { ["consult.desk.places"] = 3 }, await bot.TotalsAsync());
        Assert.All(await bot.Store.ReadAsync(db => db.Bookings.Select(b => b.Rule).ToListAsync(), default), rule => Assert.EndsWith("@活动情况.txt", rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_liaisons_plan_is_a_report_as_ever_and_no_draft()
    {
        await DropAsync("白塔社区安全员", "白塔社区安全生产月活动方案.docx");
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Plans.CountAsync(), default));
        Assert.DoesNotContain(await bot.SaidAsync(liaison, await bot.GroupAsync(liaison)), said => said.Text.Contains("方案读好了", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("活动方案附表统计表.docx")]
    [InlineData("照片说明.docx")]
    public async Task Other_files_of_an_admin_are_none(string name)
    {
        await DropAsync("应急办管理员", name, MadePlan.Word("参加人员\n甲、乙、丙"));
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Plans.CountAsync(), default));
    }

    [Fact]
    public async Task What_the_admin_says_in_private_corrects_it_and_activates_it()
    {
        await DropAsync("应急办管理员", "方案.docx");
        Assert.Contains("2．总结：2024年6月28日前，一次", await SayAsync("第2项改为6月28日前"), StringComparison.Ordinal);
        Assert.Contains("1．活动材料：2024年6月1日至6月30日，每周五", await SayAsync("第1项改成每周五前"), StringComparison.Ordinal);
        Assert.Contains("现在有2项", await SayAsync("删除第3项"), StringComparison.Ordinal);
        Assert.Equal("没有第9项，这份方案有2项报送要求。", await SayAsync("第9项改为6月1日前"));
        Assert.Equal(PlanReplies.WhenExactly, await SayAsync("第2项改为社区"));
        Assert.Contains("活动期2024年6月1日至7月5日", await SayAsync("时间改为6月1日至7月5日"), StringComparison.Ordinal);
        Assert.Contains("方案已启用（第1版）。还没有在群里运行", await SayAsync("启用方案"), StringComparison.Ordinal);

        var plan = await bot.Store.ReadAsync(db => db.Plans.SingleAsync(), default);
        Assert.Equal((DraftState.Activated, 1), (plan.State, plan.Revision));
        var source = await bot.Store.ReadAsync(db => db.Revisions.Where(r => r.PlanId == plan.Id).Select(r => r.Source).SingleAsync(), default);
        Assert.Contains("due: 2024-06-28", source, StringComparison.Ordinal);
        Assert.Contains("weekday: fri", source, StringComparison.Ordinal);
        var again = await SayAsync("启用方案");
        Assert.Contains($"“{MadePlan.Title}”已经启用：第1版，", again, StringComparison.Ordinal);
        Assert.Contains("起，不用再发。还没有在群里运行", again, StringComparison.Ordinal);
        Assert.Equal(PlanReplies.None, await SayAsync("放弃方案"));
    }

    [Fact]
    public async Task The_word_handled_again_after_a_crash_answers_for_the_plan_it_activated_and_activates_no_other()
    {
        await DropAsync("应急办管理员", "另一份方案.docx", MadePlan.Word(MadePlan.Text.Replace("柳河街道", "杨河街道", StringComparison.Ordinal)));
        await DropAsync("应急办管理员", "方案.docx");
        Assert.Contains("方案已启用（第1版）", await SayAsync("启用方案"), StringComparison.Ordinal);

        // As a host leaves it that died between the campaign's row and the answer's.
        await bot.Store.WriteAsync(
            async db =>
            {
                var last = await db.Messages.OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id).FirstAsync();
                var answer = await db.Outbox.OrderByDescending(o => o.Seq).FirstAsync();
                var line = await db.WebChatLines.Where(l => l.FromBot).OrderByDescending(l => l.Seq).FirstAsync();
                await db.Outbox.Where(o => o.Seq == answer.Seq).ExecuteDeleteAsync();
                await db.WebChatLines.Where(l => l.Seq == line.Seq).ExecuteDeleteAsync();
                await db.Messages.Where(m => m.Id == last.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, Bot.Adapters.Storage.Rows.MessageState.Waiting));
                await db.Chats.ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimToken, Guid.Empty).SetProperty(c => c.ClaimedUntil, 1L));
            },
            default);
        await bot.QuietAsync();
        Assert.Contains($"“{MadePlan.Title}”已经启用：第1版", (await bot.SaidAsync(admin, await bot.PrivateAsync(admin)))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Plans.CountAsync(p => p.State == DraftState.Activated), default));
    }

    [Fact]
    public async Task What_the_admin_says_in_private_sets_who_hands_in_what_and_where()
    {
        await DropAsync("应急办管理员", "方案.docx");
        var types = await bot.Store.ReadAsync(db => db.Units.Select(u => u.Type).Distinct().ToListAsync(), default);
        Assert.Contains("社区", types);
        Assert.Contains("2．总结：2024年6月25日前，一次（社区）", await SayAsync("第2条 报送单位 各社区"), StringComparison.Ordinal);
        Assert.Contains("（社区、企业）\n注意：本单位的填报单位里没有叫“企业”的单位或单位类型", await SayAsync("第2项由社区和企业报"), StringComparison.Ordinal);
        Assert.Contains("，一次，所有单位报", await SayAsync("第2项报送单位改为所有单位"), StringComparison.Ordinal);
        Assert.Contains("2．隐患排查清单：2024年6月25日前，一次", await SayAsync("第2项内容改为隐患排查清单"), StringComparison.Ordinal);
        Assert.Equal(PlanReplies.WhatExactly, await SayAsync("第2项内容改为好好干"));
        Assert.Contains("报到安监科", await SayAsync("第2项报送至 安监科"), StringComparison.Ordinal);
        Assert.Equal("没有第9项，这份方案有3项报送要求。", await SayAsync("第9项由社区报"));
        Assert.Contains("删去了1．活动材料", await SayAsync("删除1"), StringComparison.Ordinal);
        await SayAsync("启用方案");
        var source = await bot.Store.ReadAsync(db => db.Revisions.Where(r => r.PlanId != null).Select(r => r.Source).SingleAsync(), default);
        foreach (var written in new[] { "thing: 隐患排查清单", "where: 安监科" }) Assert.Contains(written, source, StringComparison.Ordinal);
        Assert.DoesNotContain("weekly-material", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_do_nothing_in_the_group_and_nothing_for_a_liaison()
    {
        await DropAsync("应急办管理员", "方案.docx");
        await bot.SayAsync(admin, "删除第3项");
        await bot.SayAsync(liaison, "启用方案", room: await bot.PrivateAsync(liaison));
        await bot.QuietAsync();
        var plan = await bot.Store.ReadAsync(db => db.Plans.SingleAsync(), default);
        Assert.Equal((DraftState.Draft, "[]"), (plan.State, plan.Corrections));
    }

    [Fact]
    public async Task Put_away_it_is_no_draft_any_more()
    {
        await DropAsync("应急办管理员", "方案.docx");
        Assert.Equal(PlanReplies.Discarded, await SayAsync("放弃方案"));
        Assert.Equal(PlanReplies.None, await SayAsync("启用方案"));
    }

    [Fact]
    public async Task A_version_of_a_plan_that_runs_is_activated_only_as_what_is_said()
    {
        await DropAsync("应急办管理员", "方案.docx");
        await SayAsync("启用方案");
        await DropAsync("应急办管理员", "方案（修订）.docx", MadePlan.Word(MadePlan.Text.Replace("6月25日", "6月27日", StringComparison.Ordinal)));
        var asked = await SayAsync("启用方案");
        Assert.Contains("总结：2024年6月25日前，一次", asked, StringComparison.Ordinal);
        Assert.Contains("启用方案 新版", asked, StringComparison.Ordinal);
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Revisions.CountAsync(r => r.PlanId != null), default));
        Assert.Contains("方案已启用（第2版）", await SayAsync("启用方案 新版"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activated_by_a_word_it_runs_in_the_idle_group_and_the_next_report_is_booked_in_its_own_form()
    {
        using var console = await ConsoleClient.EnterAsync(bot, admin);
        await console.PostAsync($"/console/groups/{Guid.Parse((await bot.GroupAsync(admin))[2..])}/campaigns/baita-2024/end");
        await DropAsync("应急办管理员", "方案.docx");
        Assert.Contains("已在社区安全员联络群运行", await SayAsync("启用方案"), StringComparison.Ordinal);
        await bot.SayAsync(liaison, "6月13日组织应急演练2场，60人参加");
        await bot.QuietAsync();
        Assert.Equal([2, 60], (await bot.TotalsAsync()).Values.Order());
        var plan = await bot.Store.ReadAsync(db => db.Plans.SingleAsync(), default);
        Assert.Equal([plan.CampaignId!], await bot.Store.ReadAsync(db => db.Bookings.Select(b => b.CampaignId).Distinct().ToListAsync(), default));
        Assert.Contains(await bot.Store.ReadAsync(db => db.Dues.Where(d => d.CampaignId == plan.CampaignId).ToListAsync(), default), d => d is { State: DueState.Met, ObligationId: "weekly-material" });
    }

    [Fact]
    public async Task What_a_new_version_no_longer_asks_is_told_before_it_is_activated_with_what_was_booked_there()
    {
        using var console = await ConsoleClient.EnterAsync(bot, admin);
        await console.PostAsync($"/console/groups/{Guid.Parse((await bot.GroupAsync(admin))[2..])}/campaigns/baita-2024/end");
        await DropAsync("应急办管理员", "方案.docx");
        await SayAsync("启用方案");
        await bot.SayAsync(liaison, "6月13日组织应急演练2场，60人参加");
        await bot.QuietAsync();
        await DropAsync("应急办管理员", "方案（修订）.docx", MadePlan.Word(MadePlan.Text.Replace("2	应急演练	开展应急演练（  ）场，参与（  ）人次", "2	应急演练	开展应急演练（  ）场", StringComparison.Ordinal)));
        const string gone = "的填报项去掉：开展应急演练 · 参与（人次），已记1笔数，留在台账里";
        Assert.Contains(gone, await SayAsync("启用方案"), StringComparison.Ordinal);
        var draft = await bot.Store.ReadAsync(db => db.Plans.Where(p => p.State == DraftState.Draft).Select(p => p.Id).SingleAsync(), default);
        Assert.Contains(gone, System.Net.WebUtility.HtmlDecode(await console.PageAsync($"/console/plans/{draft}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_dropped_again_is_the_same_draft_with_its_corrections()
    {
        var file = MadePlan.Word();
        await DropAsync("应急办管理员", "方案.docx", file);
        await SayAsync("第2项改为6月28日前");
        await DropAsync("应急办管理员", "方案.docx", file);
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Plans.CountAsync(), default));
        Assert.Contains("2．总结：2024年6月28日前，一次", (await bot.SaidAsync(admin, await bot.PrivateAsync(admin)))[^1].Text, StringComparison.Ordinal);
    }

    private async Task DropAsync(string person, string name, byte[]? content = null)
    {
        using var page = new PageClient(bot.Address);
        await page.PickAsync(person);
        var (_, ticket) = await page.UploadAsync(name, content ?? MadePlan.Word());
        await page.PostAsync("", null, ticket);
        await bot.QuietAsync();
    }

    private async Task<string> SayAsync(string text)
    {
        var room = await bot.PrivateAsync(admin);
        var id = await bot.SayAsync(admin, text, room: room);
        return (await bot.FindAsync(admin, room, e => e.FromBot && e.Quote?.Id == id)).Text;
    }
}
