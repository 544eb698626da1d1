using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

public class DateTests
{
    // A Wednesday.
    private static readonly DateTime SaidAt = new(2024, 6, 19, 15, 0, 0);

    [Theory]
    [InlineData("6月13日开展演练1场", "2024-06-13")]
    [InlineData("2024年6月13日开展演练1场", "2024-06-13")]
    [InlineData("6.13开展演练1场", "2024-06-13")]
    [InlineData("6/12组织演练1场", "2024-06-12")]
    [InlineData("“6·16”咨询日活动1场", "2024-06-16")]
    [InlineData("6.16咨询日活动1场", "2024-06-16")]
    [InlineData("六月十二日开展演练一场", "2024-06-12")]
    [InlineData("13号开展演练1场", "2024-06-13")]
    [InlineData("２０２４－０６－１３开展演练1场", "2024-06-13")]
    [InlineData("今天开展演练1场", "2024-06-19")]
    [InlineData("昨晚开展演练1场", "2024-06-18")]
    [InlineData("上周五开展演练1场", "2024-06-14")]
    [InlineData("本周二开展演练1场", "2024-06-18")]
    [InlineData("周一开展演练1场", "2024-06-17")]
    [InlineData("6月13日（周四）开展演练1场", "2024-06-13")]
    [InlineData("6月12日至14日开展演练3场", "2024-06-12/2024-06-14")]
    [InlineData("6月18日、19日开展演练2场", "2024-06-18 2024-06-19")]
    [InlineData("6月13日开展演练1场，同日观看警示片1场", "2024-06-13")]
    [InlineData("白塔社区（6.14—6.18）\n演练1场\n6月15日宣讲1场", "2024-06-14/2024-06-18")]
    [InlineData("近日开展演练1场", "")]
    [InlineData("本周开展演练1场", "")]
    [InlineData("6月以来开展演练1场", "")]
    [InlineData("截至6月18日开展演练1场", "")]
    [InlineData("填报日期：6月18日 演练1场", "")]
    [InlineData("按照5月24日印发的方案，开展演练1场", "")]
    [InlineData("开展演练1场，6月25日前报总结", "")]
    [InlineData("6月32日开展演练1场", "")]
    [InlineData("原定6月14日的培训取消，6月17日开展演练1场", "2024-06-17")]
    public void Days_are_those_on_which_it_took_place(string text, string days)
    {
        var reading = CorpusCampaigns.Reader("baita-2024").Read(text, new ReadingContext { SaidAt = SaidAt });
        Assert.Equal(days, string.Join(' ', reading.Days));
    }

    [Theory]
    [InlineData("2024-01-02", "12月30日开展演练1场", "2023-12-30")]
    [InlineData("2023-12-30", "12月30日开展演练1场", "2023-12-30")]
    public void A_year_left_out_is_the_nearest(string said, string text, string day)
    {
        var context = new ReadingContext { SaidAt = DateTime.Parse(said, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(day, string.Join(' ', CorpusCampaigns.Reader("baita-2024").Read(text, context).Days));
    }
}
