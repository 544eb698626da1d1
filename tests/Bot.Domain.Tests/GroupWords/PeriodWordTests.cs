using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;
using Xunit;

namespace Bot.Domain.Tests.GroupWords;

public sealed class PeriodWordTests
{
    private static readonly DateOnly Thursday = new(2024, 6, 13);

    [Theory]
    [InlineData("今天", "2024-06-13", "2024-06-13")]
    [InlineData("昨日", "2024-06-12", "2024-06-12")]
    [InlineData("本周", "2024-06-10", "2024-06-16")]
    [InlineData("上周", "2024-06-03", "2024-06-09")]
    [InlineData("本月", "2024-06-01", "2024-06-30")]
    [InlineData("上月", "2024-05-01", "2024-05-31")]
    [InlineData("2月", "2024-02-01", "2024-02-29")]
    [InlineData("12月份", "2023-12-01", "2023-12-31")]
    public void A_period_word_means_whole_days(string word, string from, string to)
    {
        var days = new DaySpan(DateOnly.ParseExact(from, "yyyy-MM-dd", null), DateOnly.ParseExact(to, "yyyy-MM-dd", null));
        Assert.Equal(days, PeriodWord.Read(word, Thursday)?.Days);
    }

    [Theory]
    [InlineData("")]
    [InlineData("全部")]
    public void Nothing_said_means_everything_so_far(string word) => Assert.Null(PeriodWord.Read(word, Thursday)!.Days);

    [Theory]
    [InlineData("13月")]
    [InlineData("0月")]
    [InlineData("月")]
    [InlineData("那周")]
    [InlineData("99999999999月")]
    public void What_is_no_period_is_none(string word) => Assert.Null(PeriodWord.Read(word, Thursday));

    [Fact]
    public void On_a_Sunday_the_week_is_the_one_that_ends() =>
        Assert.Equal(new DaySpan(new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 16)), PeriodWord.Read("本周", new DateOnly(2024, 6, 16))?.Days);
}
