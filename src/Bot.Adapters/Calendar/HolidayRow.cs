namespace Bot.Adapters.Calendar;

/// <summary>One announced day: a day off, or a weekend day turned into a working day (调休).</summary>
/// <param name="Day">The day.</param>
/// <param name="Works">Whether it is a working day.</param>
/// <param name="Name">The holidays it belongs to, as announced: <c>国庆节、中秋节</c>.</param>
internal sealed record HolidayRow(DateOnly Day, bool Works, string Name)
{
    /// <summary>The holidays it belongs to.</summary>
    public IReadOnlyList<string> Holidays => Name.Split('、');

    /// <summary>The year whose arrangement it is part of: New Year's holiday may begin in December, and is announced with the new year.</summary>
    public int Year => Day.Month == 12 && Holidays.Contains(HolidayNames.NewYear) ? Day.Year + 1 : Day.Year;
}
