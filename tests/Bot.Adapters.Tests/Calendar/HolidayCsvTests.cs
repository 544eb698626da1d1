using Bot.Adapters.Calendar;
using Xunit;

namespace Bot.Adapters.Tests.Calendar;

public sealed class HolidayCsvTests
{
    [Fact]
    public void Days_are_read_in_the_order_of_the_list_and_written_in_the_order_of_time()
    {
        var rows = Rows(HolidayCsv.Read("date,day,name\r\n2026-01-04, work ,元旦\r\n\r\n2025-12-31,rest,元旦\r\n", "own.csv"));
        Assert.Equal([new HolidayRow(new DateOnly(2026, 1, 4), true, "元旦"), new HolidayRow(new DateOnly(2025, 12, 31), false, "元旦")], rows);
        Assert.Equal("date,day,name\n2025-12-31,rest,元旦\n2026-01-04,work,元旦\n", HolidayCsv.Write(rows));
    }

    [Fact]
    public void A_day_belongs_to_the_year_it_was_announced_with() => Assert.Equal(
        [2026, 2026, 2025, 2026],
        new[] { ("2025-12-31", "元旦"), ("2026-01-01", "元旦"), ("2025-12-31", "纪念日"), ("2026-10-01", "国庆节、中秋节") }
            .Select(d => new HolidayRow(DateOnly.Parse(d.Item1), false, d.Item2).Year));

    [Theory]
    [InlineData("nothing at all", "", 1, "heading")]
    [InlineData("no heading", "2026-01-04,work,元旦", 1, "heading")]
    [InlineData("another heading", "day,date,name\n2026-01-04,work,元旦", 1, "heading")]
    [InlineData("no day", "date,day,name\n\n", 0, "no day")]
    [InlineData("a day there is not", "date,day,name\n2026-01-04,work,元旦\n2026-02-30,rest,春节", 3, "“2026-02-30” is not a day")]
    [InlineData("a day as a spreadsheet writes it", "date,day,name\n2026/1/4,work,元旦", 2, "“2026/1/4” is not a day")]
    [InlineData("a word for the day there is not", "date,day,name\n\n2026-01-04,holiday,元旦", 3, "“holiday” is neither rest nor work")]
    [InlineData("a word in capitals", "date,day,name\n2026-01-04,REST,元旦", 2, "neither rest nor work")]
    [InlineData("no name", "date,day,name\n2026-01-04,rest,", 2, "name")]
    [InlineData("two parts", "date,day,name\n2026-01-04,rest", 2, "three parts")]
    [InlineData("four parts", "date,day,name\n2026-01-04,rest,元旦,3", 2, "three parts")]
    [InlineData("a day twice", "date,day,name\n2026-01-04,rest,元旦\n2026-01-05,rest,元旦\n2026-01-04,work,元旦", 4, "2026-01-04 stands on line 2 already")]
    public void A_line_that_is_not_clear_is_named_and_nothing_is_taken(string label, string text, int line, string wrong)
    {
        var fault = Assert.IsType<HolidayFile.Refused>(HolidayCsv.Read(text, "own.csv")).Fault;
        Assert.True(line == fault.Line, $"{label}: {fault}");
        Assert.Contains(wrong, fault.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(line == 0 ? "own.csv: " : $"own.csv:{line}: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a year that is not whole", "2026-06-19,rest,端午节", "2026 has no day off for 元旦、春节、清明节、劳动节、中秋节、国庆节")]
    [InlineData("December of the year before, without the new year", "2026-12-31,rest,元旦", "2027 has no day off for 春节")]
    [InlineData("a weekday made a working day", "2026-01-05,work,元旦", "2026-01-05 (元旦) is a Monday")]
    public void A_year_is_taken_as_a_whole_or_not(string label, string line, string wrong)
    {
        var fault = Assert.IsType<HolidayFile.Refused>(HolidayCsv.ReadYears($"date,day,name\n{line}\n", "own.csv")).Fault;
        Assert.True(fault.ToString().Contains(wrong, StringComparison.Ordinal), $"{label}: {fault}");
    }

    [Fact]
    public void A_make_up_day_alone_is_no_day_off()
    {
        var year = ShippedCalendar.Rows.Where(r => r.Year == 2026).Select(r => r.Name == "劳动节" && !r.Works ? r with { Name = "春节" } : r);
        var fault = Assert.IsType<HolidayFile.Refused>(HolidayCsv.ReadYears(HolidayCsv.Write(year), "own.csv")).Fault;
        Assert.Contains("2026 has no day off for 劳动节.", fault.ToString(), StringComparison.Ordinal);
    }

    internal static IReadOnlyList<HolidayRow> Rows(HolidayFile file) => file.Match(taken => taken.Rows, fault => throw new InvalidOperationException(fault.ToString()));
}
