using System.Text;
using Bot.Adapters.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Adapters.Tests.Calendar;

public sealed class WorkCalendarTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-calendar");

    private OwnCalendar Own => OwnCalendar.In(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("2024-06-10", false)] // Dragon Boat, a Monday
    [InlineData("2024-05-11", true)] // made up for Labour Day, a Saturday
    [InlineData("2024-02-09", true)] // New Year's Eve of 2024: a day off was recommended, not ordered
    [InlineData("2025-01-28", false)] // New Year's Eve of 2025: ordered
    [InlineData("2020-01-31", false)] // the extended Spring Festival
    [InlineData("2022-12-31", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void The_shipped_days_are_the_announced_ones(string day, bool working) =>
        Assert.Equal(working, new WorkCalendar(ShippedCalendar.Rows, []).Days().IsWorking(DateOnly.Parse(day)));

    [Fact]
    public void The_shipped_years_are_whole_and_no_other_is_known()
    {
        var calendar = new WorkCalendar(ShippedCalendar.Rows, []);
        Assert.Equal(Enumerable.Range(2018, 9), calendar.Years.Select(y => y.Year));
        Assert.All(calendar.Years, y => Assert.False(y.Own));
        Assert.Equal(new CalendarYear(2025, false, 28, 5), calendar.Years.Single(y => y.Year == 2025));
        Assert.Equal([false, true, true, false], new[] { 2017, 2018, 2026, 2027 }.Select(calendar.Days().Knows));

        // What names a weekday a working day says when work began again after an extension; nothing else is not as we take it from operators.
        var weekdays = ShippedCalendar.Rows.Where(r => r.Works && r.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        Assert.Equal([new DateOnly(2020, 2, 3)], weekdays.Select(r => r.Day));
        Assert.Null(Arrangements.Fault([.. ShippedCalendar.Rows.Except(weekdays)], ""));
    }

    [Fact]
    public void The_operator_s_year_stands_in_place_of_the_shipped_one_as_a_whole()
    {
        var moved = Year(2026).Where(r => r.Name != "端午节").Append(Row("2026-06-22", false, "端午节")).ToList();
        Own.Write(moved.Concat(Year(2024, as2027: true)));
        var calendar = new WorkCalendar(ShippedCalendar.Rows, HolidayCsvTests.Rows(Own.Read()));
        var days = calendar.Days();
        Assert.Equal([true, true], new[] { 2026, 2027 }.Select(y => calendar.Years.Single(k => k.Year == y).Own));
        Assert.False(calendar.Years.Single(y => y.Year == 2025).Own);
        Assert.Equal([true, false, false], new[] { "2026-06-19", "2026-06-22", "2025-06-02" }.Select(d => days.IsWorking(DateOnly.Parse(d))));
        Assert.True(days.Knows(2027));
    }

    [Fact]
    public void New_year_s_holiday_in_December_belongs_to_the_new_year_and_leaves_the_old_one_as_it_is()
    {
        var next = Year(2026).Where(r => r.Name != "元旦").Select(r => r with { Day = r.Day.AddYears(1) }).Where(r => !r.Works)
            .Append(Row("2026-12-31", false, "元旦")).Append(Row("2027-01-01", false, "元旦")).ToList();
        Own.Write(next);
        var days = new WorkCalendar(ShippedCalendar.Rows, HolidayCsvTests.Rows(Own.Read())).Days();
        Assert.Equal([false, false, false], new[] { "2026-12-31", "2027-01-01", "2026-06-19" }.Select(d => days.IsWorking(DateOnly.Parse(d))));
        Assert.Equal([true, true, false], new[] { 2026, 2027, 2028 }.Select(days.Knows));

        var alone = new WorkCalendar([], next).Days();
        Assert.Equal([false, true], new[] { 2026, 2027 }.Select(alone.Knows));
    }

    [Fact]
    public void Without_an_own_list_the_shipped_days_hold() => Assert.Empty(HolidayCsvTests.Rows(Own.Read()));

    [Fact]
    public void Writing_leaves_the_list_and_nothing_else()
    {
        Own.Write(Year(2025));
        Own.Write(Year(2026));
        Assert.Equal([Own.Path], Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
        Assert.Equal(Year(2026), HolidayCsvTests.Rows(Own.Read()));
    }

    [Theory]
    [InlineData("date,day,name\n2026-06-19,rest,端午节\n", "2026 has no day off for")]
    [InlineData("date,day,name\n2026-06-19,frei,端午节\n", ":2: “frei”")]
    [InlineData("", "heading")]
    public void A_broken_own_list_says_where_it_is_and_what_is_wrong(string content, string wrong)
    {
        Write(Encoding.UTF8.GetBytes(content));
        using var services = new ServiceCollection().AddWorkingDays(folder.FullName).BuildServiceProvider();
        var fault = Assert.Throws<BrokenCalendarException>(() => services.GetRequiredService<Bot.Domain.Dues.WorkingDays>());
        Assert.StartsWith(Own.Path, fault.Message, StringComparison.Ordinal);
        Assert.Contains(wrong, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_larger_than_any_list_of_days_is_not_read()
    {
        Write(new byte[(1 << 20) + 1]);
        Assert.Contains("larger than 1 MB", Assert.IsType<HolidayFile.Refused>(Own.Read()).Fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8 with its mark")]
    [InlineData("utf-16 with its mark")]
    [InlineData("gb18030")]
    public void A_list_is_read_however_a_Chinese_Windows_saved_it(string encoding)
    {
        var text = HolidayCsv.Write(Year(2026));
        Write(encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
            "utf-16 with its mark" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            _ => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        });
        Assert.Equal(Year(2026), HolidayCsvTests.Rows(Own.Read()));
    }

    private static List<HolidayRow> Year(int year, bool as2027 = false) =>
        [.. ShippedCalendar.Rows.Where(r => r.Year == year && !(as2027 && r.Works)).Select(r => as2027 ? r with { Day = r.Day.AddYears(2027 - year) } : r)];

    private static HolidayRow Row(string day, bool works, string name) => new(DateOnly.Parse(day), works, name);

    private void Write(byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Own.Path)!);
        File.WriteAllBytes(Own.Path, content);
    }
}
