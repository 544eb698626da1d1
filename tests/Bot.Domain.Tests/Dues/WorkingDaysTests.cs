using Bot.Domain.Dues;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Dues;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("a Friday", "2024-06-07", true)]
    [InlineData("a Saturday", "2024-06-08", false)]
    [InlineData("Dragon Boat, a Monday", "2024-06-10", false)]
    [InlineData("a make-up Saturday", "2024-05-11", true)]
    [InlineData("a make-up Sunday", "2024-04-28", true)]
    [InlineData("a holiday on a Saturday", "2024-05-04", false)]
    [InlineData("a Monday of a year nobody announced", "2031-06-09", true)]
    [InlineData("a Sunday of a year nobody announced", "2031-06-08", false)]
    public void A_day_is_a_working_day_by_the_week_and_by_what_was_announced(string label, string day, bool working) =>
        Assert.True(working == Year2024.IsWorking(Day(day)), label);

    [Theory]
    [InlineData("2024-06-07", "2024-06-07")]
    [InlineData("2024-06-10", "2024-06-07")]
    [InlineData("2024-05-05", "2024-04-30")]
    [InlineData("2024-05-11", "2024-05-11")]
    [InlineData("2024-10-07", "2024-09-30")]
    public void A_rest_day_goes_back_to_the_working_day_before(string day, string expected) => Assert.Equal(Day(expected), Year2024.OnOrBefore(Day(day)));

    [Theory]
    [InlineData("2024-06-13", -1, "2024-06-12")]
    [InlineData("2024-06-11", -1, "2024-06-07")]
    [InlineData("2024-06-10", -1, "2024-06-07")]
    [InlineData("2024-06-06", 1, "2024-06-07")]
    [InlineData("2024-06-06", 2, "2024-06-11")]
    [InlineData("2024-05-10", 1, "2024-05-11")]
    [InlineData("2024-05-13", -1, "2024-05-11")]
    [InlineData("2024-10-08", -3, "2024-09-27")]
    [InlineData("2024-09-27", 5, "2024-10-10")]
    public void Working_days_are_counted_over_holidays_and_make_up_days(string day, int count, string expected) =>
        Assert.Equal(Day(expected), count < 0 ? Year2024.Before(Day(day), -count) : Year2024.After(Day(day), count));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_working_days_are_not_counted(int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Year2024.Before(Day("2024-06-13"), count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Year2024.After(Day("2024-06-13"), count));
    }

    [Fact]
    public void A_year_is_known_when_its_arrangement_is_not_when_another_year_s_reaches_into_it()
    {
        var newYear = new Dictionary<DateOnly, bool> { [Day("2026-12-31")] = false, [Day("2027-01-01")] = false };
        Assert.Equal([false, true], new[] { 2026, 2027 }.Select(new WorkingDays(newYear, [2027]).Knows));
        Assert.Equal([true, true], new[] { 2026, 2027 }.Select(new WorkingDays(newYear).Knows));
        Assert.False(new WorkingDays(newYear, [2027]).IsWorking(Day("2026-12-31")));
        Assert.False(WorkingDays.ByWeek.Knows(2024));
    }
}
