using System.Globalization;
using Bot.Domain.Dues;
using Xunit;

namespace Bot.Domain.Tests.Dues;

public sealed class PeriodGrammarTests
{
    // 19 June 2024 is a Wednesday.
    [Theory]
    [InlineData("沈阳行6月进展情况", "2024-06-01/2024-06-30")]
    [InlineData("六月份活动情况", "2024-06-01/2024-06-30")]
    [InlineData("2023年12月进展", "2023-12-01/2023-12-31")]
    [InlineData("12月进展", "2023-12-01/2023-12-31")]
    [InlineData("7月进展", "2024-07-01/2024-07-31")]
    [InlineData("十一月进展", "2023-11-01/2023-11-30")]
    [InlineData("4—6月进展", "2024-04-01/2024-06-30")]
    [InlineData("本月进展", "2024-06-01/2024-06-30")]
    [InlineData("上个月进展", "2024-05-01/2024-05-31")]
    [InlineData("6月第三周", "2024-06-17/2024-06-23")]
    [InlineData("6月份第1周", "2024-06-03/2024-06-09")]
    [InlineData("第二周", "2024-06-10/2024-06-16")]
    [InlineData("第四周", "2024-05-20/2024-05-26")]
    [InlineData("本周", "2024-06-17/2024-06-23")]
    [InlineData("上周活动", "2024-06-10/2024-06-16")]
    [InlineData("6月6日当周", "2024-06-03/2024-06-09")]
    [InlineData("6月上半月", "2024-06-01/2024-06-15")]
    [InlineData("下旬", "2024-05-21/2024-05-31")]
    [InlineData("6月中旬", "2024-06-11/2024-06-20")]
    [InlineData("6.10—6.16", "2024-06-10/2024-06-16")]
    [InlineData("二季度", "2024-04-01/2024-06-30")]
    [InlineData("第1季度", "2024-01-01/2024-03-31")]
    [InlineData("上季度", "2024-01-01/2024-03-31")]
    [InlineData("上半年", "2024-01-01/2024-06-30")]
    public void A_period_is_read(string words, string expected) => Assert.Equal(expected, PeriodGrammar.Read(words, Day("2024-06-19"))?.Days.ToString());

    [Theory]
    [InlineData("6月13日活动")]
    [InlineData("本周二")]
    [InlineData("上周五")]
    [InlineData("6月底前完成")]
    [InlineData("6月起")]
    [InlineData("6月25日前报送")]
    [InlineData("第23个安全生产月")]
    [InlineData("安全生产月")]
    [InlineData("每月一次")]
    [InlineData("13月")]
    [InlineData("2024")]
    [InlineData("第三周期")]
    [InlineData("")]
    public void Other_words_are_no_period(string words) => Assert.Null(PeriodGrammar.Read(words, Day("2024-06-19")));

    [Fact]
    public void Long_texts_are_read_in_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(PeriodGrammar.ReadWeek(string.Concat(Enumerable.Repeat("6月13日6月5月", 2_500)), Day("2024-06-19")));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);
}
