using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>进度 and 未报 on the real program: who hears what.</summary>
public sealed class DueWordsTests : AdminAndLiaison
{
    [Fact]
    public async Task An_admin_hears_who_is_missing_where_they_asked()
    {
        await MetAsync("weekly-material", "白塔社区", "桃仙社区", "河畔社区", "丰乐社区", "塔北社区", "金谷社区", "柳岸社区", "沈营社区", "李相村", "前榆村");
        var answer = await bot.AskAsync(admin, "未报 材料");
        Assert.Contains("活动材料（今天）：还差后榆村、三家屯村、石庙子村", answer.Text, StringComparison.Ordinal);
        Assert.Equal(OutgoingKind.Reply, answer.Kind);
    }

    [Fact]
    public async Task The_answer_carries_every_open_occurrence_with_its_missing_units()
    {
        await bot.AskAsync(admin, "未报");
        var dues = (await DuesOfAsync(m => m.Text.StartsWith("还没报的", StringComparison.Ordinal))).ToDictionary(d => d.Id);
        Assert.Equal(
            ["baita-2024/shenyang-progress/2024-06-25", "baita-2024/shenyang-summary/2024-12-25", "baita-2024/summary/2024-06-25", "baita-2024/weekly-material/2024-06-13"],
            dues.Keys.Order(StringComparer.Ordinal));
        Assert.All(dues.Values, d => Assert.Equal(13, d.Units.Count));
    }

    [Fact]
    public async Task A_liaison_hears_of_the_own_unit_and_a_count_and_no_other_name()
    {
        await MetAsync("weekly-material", "白塔社区");
        var answer = await bot.AskAsync(liaison, "未报");
        Assert.Contains("活动材料（今天）：白塔社区已报；全部13家还差12家。", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("桃仙社区", answer.Text, StringComparison.Ordinal);
        Assert.All(await DuesOfAsync(m => m.Text == answer.Text), d => Assert.Equal(["白塔社区"], d.Units));
    }

    [Fact]
    public async Task A_guest_gets_a_hint_and_nothing_else()
    {
        var answer = await bot.AskAsync(await bot.PersonAsync("新来的同志"), "/missing");
        Assert.Contains("登记码", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还差", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("应急办管理员")]
    [InlineData("白塔社区安全员")]
    [InlineData("新来的同志")]
    public async Task Progress_is_for_everybody_and_names_nobody(string name)
    {
        await MetAsync("weekly-material", "白塔社区", "桃仙社区");
        var answer = await bot.AskAsync(await bot.PersonAsync(name), "进度");
        Assert.Contains("活动材料（今天）：已报2/13（15.4%）", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("白塔", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_nobody_knows_is_told_to_an_admin_and_left_alone_otherwise()
    {
        Assert.Contains("不认识“总节”", (await bot.AskAsync(admin, "未报 总节")).Text, StringComparison.Ordinal);
        await bot.SayAsync(liaison, "进度 正常");
        await bot.QuietAsync();
        Assert.Single(await bot.SaidAsync(liaison, await bot.GroupAsync(liaison)));
    }

    [Fact]
    public async Task A_report_that_begins_with_a_word_stays_a_report()
    {
        await bot.AskAsync(liaison, "进度：已开展应急疏散演练2场");
        Assert.Equal(2, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
    }

    [Fact]
    public async Task A_nudge_reminds_of_the_nearest_once_a_day_and_says_what_it_took()
    {
        await MetAsync("weekly-material", "白塔社区", "桃仙社区", "河畔社区", "丰乐社区", "塔北社区", "金谷社区", "柳岸社区", "沈营社区", "李相村", "前榆村", "后榆村");
        Assert.Equal("好的，这就提醒：活动材料（今天），还差2家。", (await bot.AskAsync(admin, "催报")).Text);
        var reminder = await bot.FindAsync(admin, await bot.GroupAsync(admin), e => e.Kind == OutgoingKind.Reminder);
        Assert.Contains("还差三家屯村、石庙子村", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("今天已经催过了", (await bot.AskAsync(admin, "催报 图文")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_quiet_hours_a_nudge_wants_to_be_meant()
    {
        await bot.Clock.MoveToAsync(new DateTimeOffset(2024, 6, 13, 22, 0, 0, TimeSpan.FromHours(8)), default);
        Assert.Contains("催报 现在", (await bot.AskAsync(admin, "催报 图文")).Text, StringComparison.Ordinal);
        Assert.StartsWith("好的，这就提醒", (await bot.AskAsync(admin, "/nudge 图文 现在")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_admin_nudges_and_a_notice_is_none()
    {
        Assert.Contains("管理员", (await bot.AskAsync(liaison, "催报")).Text, StringComparison.Ordinal);
        var before = (await bot.SaidAsync(admin, await bot.GroupAsync(admin))).Count;
        await bot.SayAsync(admin, "催报：请各社区抓紧报送本周材料");
        await bot.QuietAsync();
        Assert.Equal(before, (await bot.SaidAsync(admin, await bot.GroupAsync(admin))).Count);
    }

    private Task MetAsync(string obligation, params string[] units) => bot.MetAsync(obligation, units);

    private async Task<IReadOnlyList<MentionedDue>> DuesOfAsync(Func<OutgoingMessage, bool> fits) => (await bot.OutgoingAsync()).Single(fits).Dues;
}
