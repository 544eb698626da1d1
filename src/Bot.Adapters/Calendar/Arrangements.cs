namespace Bot.Adapters.Calendar;

/// <summary>Whether days are the whole arrangements of their years, so that one may stand in place of another.</summary>
internal static class Arrangements
{
    /// <summary>What is wrong first; null: nothing.</summary>
    public static HolidayFault? Fault(IReadOnlyList<HolidayRow> rows, string file)
    {
        if (rows.FirstOrDefault(r => r.Works && r.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) is { } weekday)
        {
            return new HolidayFault(
                file, 0, FormattableString.Invariant($"{weekday.Day:yyyy-MM-dd} ({weekday.Name}) is a {weekday.Day.DayOfWeek} and is made a working day, which it is anyway"),
                "Correct the day, or leave it out.");
        }

        foreach (var year in rows.GroupBy(r => r.Year).OrderBy(y => y.Key))
        {
            var off = year.Where(r => !r.Works).SelectMany(r => r.Holidays).ToHashSet(StringComparer.Ordinal);
            if (HolidayNames.All.Where(n => !off.Contains(n)).ToList() is { Count: > 0 } missing)
            {
                return new HolidayFault(
                    file, 0, FormattableString.Invariant($"{year.Key} has no day off for {string.Join('、', missing)}"),
                    "A year is taken as a whole: give the days of all its holidays.");
            }
        }

        return null;
    }
}
