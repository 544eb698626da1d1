using Bot.Adapters.Calendar;
using Xunit;

namespace Bot.Adapters.Tests.Calendar;

/// <summary>Notices in the usual form, worded here; the days are the announced ones.</summary>
public sealed class HolidayNoticeTests
{
    private const string Of2025 = """
        国务院办公厅关于2025年部分节假日安排的通知
        国办发明电〔2024〕99号

        各有关单位：
        2025年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节的放假调休安排如下。
        一、元旦：1月1日（周三）放假1天，不调休。
        二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
        三、清明节：4月4日（周五）至6日（周日）放假，共3天。
        四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
        五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
        六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
        节假日期间请做好值班和安全工作。
        国务院办公厅
        2024年11月12日
        """;

    private const string Of2024 = """
        2024年元旦、春节等节假日安排
        一、元旦：1月1日放假，与周末连休。
        二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。
        三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
        四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
        五、端午节：6月10日放假，与周末连休，共3天。
        六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
        七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
        """;

    [Fact]
    public void The_notice_of_2025_gives_the_shipped_days_of_2025()
    {
        var taken = Assert.IsType<HolidayFile.Taken>(HolidayNotice.Read(Of2025, null, "notice.txt"));
        Assert.Equal(Shipped(2025), taken.Rows.OrderBy(r => r.Day));
        Assert.Empty(taken.PassedOver);
    }

    [Fact]
    public void What_is_only_encouraged_is_told_and_not_taken()
    {
        var taken = Assert.IsType<HolidayFile.Taken>(HolidayNotice.Read(Of2024, null, "notice.txt"));
        Assert.Equal(Shipped(2024), taken.Rows.OrderBy(r => r.Day));
        Assert.Equal(["鼓励各单位安排职工在除夕(2月9日)休息"], taken.PassedOver);
    }

    public static TheoryData<int, NoticeStyle> Years => new(
        from year in Enumerable.Range(2018, 9) from style in Enum.GetValues<NoticeStyle>() select (year, style));

    [Theory]
    [MemberData(nameof(Years))]
    public void A_notice_written_from_a_year_s_days_is_read_as_these_days(int year, NoticeStyle style)
    {
        // A weekday on which work begins again is said by an amendment, not by a yearly notice.
        var rows = Shipped(year).Where(r => !r.Works || r.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).ToList();
        var notice = NoticeWriter.Write(rows, year, style);
        var read = HolidayNotice.Read(notice, null, "notice.txt");
        Assert.Equal(rows, read.Match(taken => taken.Rows.OrderBy(r => r.Day), fault => throw new InvalidOperationException($"{fault}\n{notice}")));
    }

    public static TheoryData<string, string, string, string> Doubts => new()
    {
        { "a weekday that is another", "1月1日（周三）", "1月1日（周四）", "元旦: “1月1日(周四)放假1天,不调休”: 2025-01-01 is 周三, not 1月1日(周四)" },
        { "a weekday of a make-up day that is another", "2月8日（周六）", "2月8日（周日）", "2025-02-08 is 周六" },
        { "a weekday in a bracket with more", "（农历除夕、周二）", "（农历除夕、周一）", "2025-01-28 is 周二" },
        { "a weekday there is not", "（周五）至6日", "（周八）至6日", "was not understood" },
        { "a count that does not agree", "放假，共3天。\n四", "放假，共4天。\n四", "清明节: “4月4日(周五)至6日(周日)放假,共4天”: it says 4 days and names 3" },
        { "a count right behind the word", "放假1天", "放假2天", "it says 2 days and names 1" },
        { "a span that ends before it begins", "1日（周四）至5日（周一）", "5日至1日", "does not end a holiday" },
        { "a day there is not", "6日（周日）放假", "31日放假", "there is no 31日" },
        { "a make-up day on a weekday", "4月27日（周日）上班", "4月28日（周一）上班", "2025-04-28 (劳动节) is a Monday" },
        { "a make-up day that is off", "4月27日（周日）上班", "5月3日（周六）上班", "2025-05-03 is named twice (劳动节, 劳动节)" },
        { "a day of two holidays", "5月31日（周六）至6月2日（周一）放假，共3天", "5月4日（周日）放假", "2025-05-04 is named twice (劳动节, 端午节)" },
        { "a holiday that is missing", "五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。", "", "2025 has no day off for 端午节" },
        { "a holiday without a day", "5月31日（周六）至6月2日（周一）放假，共3天。", "放假。", "2025 has no day off for 端午节" },
        { "a holiday twice", "三、清明节", "三、元旦", "元旦: it stands there twice" },
        { "a holiday of another kind", "节假日期间", "八、纪念日：9月3日（周三）放假1天。节假日期间", "国庆节、中秋节: “八、纪念日:9月3日(周三)放假1天”: “八、纪念日" },
        { "words nobody expected", "4月27日（周日）上班", "4月27日（周日）由各单位自行安排上班", "says neither 放假 nor 上班" },
        { "a bracket without an end", "（周日）上班", "（周日上班", "was not understood" },
        { "words behind", "放假1天，不调休", "放假1天，不调休，酌情", "“酌情” was not understood" },
        { "a count without a number", "共5天", "共五天", "“五天” is not a number of days" },
        { "a span of working days", "9月28日（周日）、10月11日（周六）上班", "9月27日至28日上班", "a span of working days" },
        { "working days before the holiday they belong to", "放假调休，共5天。4月27日（周日）上班", "上班。5月1日放假", "working days stand before the holiday" },
        { "another year's day", "1月1日（周三）放假1天", "2026年1月1日放假1天", "2026-01-01 (元旦) does not belong to 2025" },
        { "two years", "各有关单位：", "关于2026年部分节假日安排", "it speaks of 2025, 2026" },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public void Any_doubt_and_nothing_is_taken(string label, string replaced, string by, string said)
    {
        Assert.Contains(replaced, Of2025, StringComparison.Ordinal);
        var fault = Assert.IsType<HolidayFile.Refused>(HolidayNotice.Read(Of2025.Replace(replaced, by, StringComparison.Ordinal), null, "notice.txt")).Fault;
        Assert.True(fault.ToString().Contains(said, StringComparison.Ordinal), $"{label}: {fault}");
    }

    [Theory]
    [InlineData("a notice of another year", 2026, "it speaks of 2025")]
    [InlineData("the year it says", 2025, null)]
    public void A_year_given_must_be_the_notice_s(string label, int year, string? said)
    {
        var read = HolidayNotice.Read(Of2025, year, "notice.txt");
        Assert.True(read.Match(_ => said is null, fault => said is not null && fault.Wrong == said), label);
    }

    [Fact]
    public void A_text_without_its_year_needs_it()
    {
        var clauses = Of2025[Of2025.IndexOf("一、", StringComparison.Ordinal)..];
        Assert.Equal("it does not say its year", Assert.IsType<HolidayFile.Refused>(HolidayNotice.Read(clauses, null, "notice.txt")).Fault.Wrong);
        Assert.Equal(Shipped(2025), HolidayCsvTests.Rows(HolidayNotice.Read(clauses, 2025, "notice.txt")).OrderBy(r => r.Day));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025年部分节假日安排")]
    [InlineData("关于2025年部分节假日：：：（（（1日1日1日至至至、、放假上班共天")]
    public void A_text_that_is_no_notice_is_refused(string text) => Assert.IsType<HolidayFile.Refused>(HolidayNotice.Read(text, null, "notice.txt"));

    [Theory]
    [InlineData("a new year that begins in December, by years", "2024年12月30日（周一）至2025年1月1日（周三）放假调休，共3天。2024年12月29日（周日）上班", "2024-12-29+ 2024-12-30 2024-12-31 2025-01-01")]
    [InlineData("a new year that begins in December, without years", "12月30日至1月1日放假调休，共3天。12月29日（周日）上班", "2024-12-29+ 2024-12-30 2024-12-31 2025-01-01")]
    [InlineData("a year that holds on", "2024年12月30日至31日放假，2025年1月1日放假，共3天", "2024-12-30 2024-12-31 2025-01-01")]
    [InlineData("a list", "12月31日、1月1日放假", "2024-12-31 2025-01-01")]
    [InlineData("a day made up for", "1月1日（星期三）放假，1月2日（星期四）补休，共2天", "2025-01-01 2025-01-02")]
    [InlineData("a make-up day in the year before", "1月1日放假。12月28日（周六）照常上班", "2024-12-28+ 2025-01-01")]
    public void Days_without_a_year_lie_around_their_holiday(string label, string clause, string days)
    {
        var text = Of2025.Replace("1月1日（周三）放假1天，不调休", clause, StringComparison.Ordinal);
        var rows = HolidayCsvTests.Rows(HolidayNotice.Read(text, null, "notice.txt")).Where(r => r.Name == "元旦").OrderBy(r => r.Day);
        Assert.Equal((label, days), (label, string.Join(' ', rows.Select(r => $"{r.Day:yyyy-MM-dd}{(r.Works ? "+" : "")}"))));
    }

    private static List<HolidayRow> Shipped(int year) => [.. ShippedCalendar.Rows.Where(r => r.Year == year).OrderBy(r => r.Day)];
}
