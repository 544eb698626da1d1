using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>Questions in free words on the real program: what is answered, to whom, and what is left alone.</summary>
public sealed class FreeQuestionTests : AdminAndLiaison
{
    [Fact]
    public async Task Who_is_missing_is_named_to_an_admin_and_counted_to_a_liaison()
    {
        await bot.MetAsync("weekly-material", "桃仙社区", "河畔社区", "丰乐社区", "塔北社区", "金谷社区", "柳岸社区", "沈营社区", "李相村", "前榆村", "后榆村");
        Assert.Contains("活动材料（今天）：还差白塔社区、三家屯村、石庙子村", (await bot.AskAsync(admin, "还有谁没交？")).Text, StringComparison.Ordinal);
        var answer = (await bot.AskAsync(liaison, "还有谁没交？")).Text;
        Assert.Contains("白塔社区还没报；全部13家还差3家", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("三家屯", answer, StringComparison.Ordinal);
        Assert.Contains("已报10/13（76.9%）", (await bot.AskAsync(liaison, "材料交了几家了？")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_late_is_counted_in_the_group_and_named_to_the_admin_alone()
    {
        await bot.AskAsync(await bot.PersonAsync("桃仙社区安全员"), "今天组织应急疏散演练1场，40人参加");
        await bot.Clock.MoveToAsync(new DateTimeOffset(2024, 6, 14, 9, 20, 0, TimeSpan.FromHours(8)), default);
        await bot.AskAsync(liaison, "6月13日组织应急疏散演练1场，86人参加");
        var answer = (await bot.AskAsync(admin, "昨天谁迟到了？")).Text;
        Assert.Contains("按时1家，补报1家，还没报11家", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("白塔", answer, StringComparison.Ordinal);
        var named = await bot.FindAsync(admin, await bot.PrivateAsync(admin), e => e.Text.Contains("补报：白塔社区（6月14日9:2", StringComparison.Ordinal));
        Assert.Contains("还没报：河畔社区", named.Text, StringComparison.Ordinal);
        var own = (await bot.AskAsync(liaison, "昨天谁补报的？")).Text;
        Assert.Contains("白塔社区已补报。", own, StringComparison.Ordinal);
        Assert.DoesNotContain("河畔", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_comes_with_what_it_is_made_of()
    {
        await bot.AskAsync(liaison, "6月12日组织应急疏散演练2场，86人参加");
        await bot.AskAsync(liaison, "6月3日组织应急疏散演练1场，30人参加");
        await bot.AskAsync(await bot.PersonAsync("桃仙社区安全员"), "今天组织应急疏散演练1场，40余人参加");
        Assert.Equal("应急疏散演练：截至6月13日共4场，来自2家单位的3条记录。", (await bot.AskAsync(admin, "演练一共多少场？")).Text);
        Assert.Equal("应急疏散演练：本周共3场，来自2家单位的2条记录。", (await bot.AskAsync(liaison, "本周演练多少场")).Text);
        Assert.Equal("应急疏散演练参与：截至6月13日共156余人次，来自2家单位的3条记录。", (await bot.AskAsync(liaison, "应急疏散演练多少人参加了")).Text);
        Assert.Equal(4, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
    }

    [Fact]
    public async Task A_units_own_figure_is_its_own_and_its_admins_business()
    {
        await bot.AskAsync(liaison, "6月12日组织应急疏散演练2场，86人参加");
        Assert.Equal("白塔社区应急疏散演练参与：截至6月13日共86人次，来自1家单位的1条记录。", (await bot.AskAsync(liaison, "白塔社区演练多少人参加？")).Text);
        Assert.DoesNotContain("86", (await bot.AskAsync(await bot.PersonAsync("李相村安全员"), "白塔社区演练多少人参加？")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("86", (await bot.AskAsync(admin, "白塔社区演练多少人参加？")).Text, StringComparison.Ordinal);
        var privately = await bot.FindAsync(admin, await bot.PrivateAsync(admin), e => e.Text.Contains("共86人次", StringComparison.Ordinal));
        Assert.Equal("/console/campaigns/baita-2024/form/form1/cell/lifeline.drill.attendance", Assert.Single(privately.Files).Path);
    }

    [Theory]
    [InlineData("总结哪天截止？", "总结：6月25日（周二）前。")]
    [InlineData("图文什么时候交", "活动材料：6月13日（周四）前，就是今天。")]
    [InlineData("方案几号交？", "没有这样的报送要求。")]
    [InlineData("我们交了吗？", "活动材料（今天）：白塔社区还没报")]
    public async Task Deadlines_and_the_own_standing_are_told(string question, string answer) =>
        Assert.Contains(answer, (await bot.AskAsync(liaison, question)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_form_comes_privately()
    {
        var inGroup = await bot.AskAsync(liaison, "请问统计表在哪里下载？");
        Assert.Empty(inGroup.Files);
        var privately = await bot.FindAsync(liaison, await bot.PrivateAsync(liaison), e => e.Files.Count > 0);
        Assert.All(privately.Files, f => Assert.EndsWith(".docx", f.Path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("张姐，你们报了吗？")]
    [InlineData("@张姐 还有谁没交")]
    [InlineData("昨天谁值班？")]
    [InlineData("上周三谁迟到了？")] // nothing was due that day
    [InlineData("谁没交党费")]
    [InlineData("这个题怎么做？")]
    public async Task What_is_not_asked_of_the_bot_stays_unanswered(string text)
    {
        await bot.SayAsync(liaison, text);
        await bot.QuietAsync();
        Assert.Empty(await bot.SaidAsync(liaison, await bot.GroupAsync(liaison)));
    }

    [Fact]
    public async Task Who_quotes_somebody_speaks_to_that_person()
    {
        var first = await bot.SayAsync(liaison, "大家好");
        await bot.SayAsync(admin, "还有谁没交？", first);
        await bot.QuietAsync();
        Assert.Empty(await bot.SaidAsync(liaison, await bot.GroupAsync(liaison)));
    }

    [Fact]
    public async Task Who_names_the_bot_hears_that_it_did_not_understand()
    {
        Assert.StartsWith("没听懂", (await bot.AskAsync(liaison, "@安全月助手 这个题怎么做？")).Text, StringComparison.Ordinal);
        await bot.SayAsync(liaison, "这个题怎么做？", room: await bot.PrivateAsync(liaison));
        await bot.FindAsync(liaison, await bot.PrivateAsync(liaison), e => e.FromBot && e.Text.StartsWith("没听懂", StringComparison.Ordinal));
        await bot.AskAsync(liaison, "@安全月助手 今天组织应急疏散演练1场，40人参加");
        Assert.Equal(40, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }
}
