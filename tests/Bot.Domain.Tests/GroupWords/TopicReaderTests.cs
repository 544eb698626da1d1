using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Tests.Dues;
using Xunit;

namespace Bot.Domain.Tests.GroupWords;

public sealed class TopicReaderTests
{
    // A Friday.
    private static readonly DateTime Said = new(2024, 6, 14, 10, 0, 0);

    [Theory]
    [InlineData("", "material summary progress side-summary")]
    [InlineData("名单", "material summary progress side-summary")]
    [InlineData("总结情况", "summary side-summary")]
    [InlineData("图文", "material")]
    [InlineData("活动材料", "material")]
    [InlineData("周报", "material")]
    [InlineData("总结", "summary side-summary")]
    [InlineData("总结材料", "summary side-summary")]
    [InlineData("沈阳行", "progress side-summary")]
    [InlineData("沈阳行总结", "side-summary")]
    [InlineData("沈阳行的总结", "side-summary")]
    [InlineData("安全生产月总结", "summary")]
    [InlineData("安全月 总结", "summary")]
    [InlineData("进展情况", "progress")]
    [InlineData("月报", "progress")]
    [InlineData("统计表", "progress")] // the only one with a form
    [InlineData("全部", "material summary progress side-summary")]
    public void A_name_means_what_the_plan_asks_for(string words, string obligations)
    {
        var season = new SampleSeason();
        var topic = new TopicReader([season.Running.Campaign]).Read(words, Said);
        Assert.NotNull(topic);
        Assert.Equal(obligations.Split(' '), season.Running.Campaign.Obligations.Where(o => topic.IsAbout(new ObligationKey(new("sample-2024"), o.Id))).Select(o => o.Id));
    }

    [Theory]
    [InlineData("6月20日", "2024-06-20", "2024-06-20")]
    [InlineData("6.20的图文", "2024-06-20", "2024-06-20")]
    [InlineData("20号图文", "2024-06-20", "2024-06-20")]
    [InlineData("周四", "2024-06-13", "2024-06-13")]
    [InlineData("周日", "2024-06-16", "2024-06-16")]
    [InlineData("上周四", "2024-06-06", "2024-06-06")]
    [InlineData("下周四", "2024-06-20", "2024-06-20")]
    [InlineData("本周", "2024-06-10", "2024-06-16")]
    [InlineData("上周材料", "2024-06-03", "2024-06-09")]
    [InlineData("下周", "2024-06-17", "2024-06-23")]
    [InlineData("7月", "2024-07-01", "2024-07-31")]
    [InlineData("12月", "2024-12-01", "2024-12-31")]
    [InlineData("明天", "2024-06-15", "2024-06-15")]
    public void Days_are_deadlines(string words, string from, string to)
    {
        var days = new DaySpan(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd"));
        Assert.Equal(days, new TopicReader([new SampleSeason().Running.Campaign]).Read(words, Said)?.Days);
    }

    [Theory]
    [InlineData("正常")]
    [InlineData("80%")]
    [InlineData("已完成演练两场")]
    [InlineData("总结一下")]
    [InlineData("方案")] // the plan asks for none
    [InlineData("联络员")]
    [InlineData("3家")]
    [InlineData("6月20日前请各社区抓紧")]
    public void What_is_no_name_of_something_owed_is_none(string words) =>
        Assert.Null(new TopicReader([new SampleSeason().Running.Campaign]).Read(words, Said));
}
