using Bot.Domain.Dues;

namespace Bot.Adapters.Calendar;

/// <summary>The shipped days overlaid by the operator's own: a year in the own list replaces the shipped year as a whole.</summary>
internal sealed class WorkCalendar
{
    private readonly List<IGrouping<int, HolidayRow>> years;
    private readonly HashSet<int> ownYears;

    public WorkCalendar(IReadOnlyList<HolidayRow> shipped, IReadOnlyList<HolidayRow> own)
    {
        ownYears = [.. own.Select(r => r.Year)];
        years = [.. shipped.Where(r => !ownYears.Contains(r.Year)).Concat(own).GroupBy(r => r.Year).OrderBy(y => y.Key)];
    }

    /// <summary>The years that are known.</summary>
    public IReadOnlyList<CalendarYear> Years =>
        [.. years.Select(y => new CalendarYear(y.Key, ownYears.Contains(y.Key), y.Count(r => !r.Works), y.Count(r => r.Works && r.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)))];

    /// <summary>Working days and rest days by it.</summary>
    public WorkingDays Days()
    {
        var announced = new Dictionary<DateOnly, bool>();
        foreach (var row in years.SelectMany(y => y)) announced[row.Day] = row.Works;
        return new WorkingDays(announced, years.Select(y => y.Key));
    }
}

/// <summary>A year that is known.</summary>
/// <param name="Year">The year.</param>
/// <param name="Own">Whether it is from the operator's own list.</param>
/// <param name="DaysOff">How many days off are listed, weekend days among them included.</param>
/// <param name="MakeUpDays">How many weekend days are working days.</param>
internal sealed record CalendarYear(int Year, bool Own, int DaysOff, int MakeUpDays);
