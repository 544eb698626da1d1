using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>Puts written spans into a year.</summary>
internal static class Spans
{
    /// <summary>The days of a span; null where a year or a month is missing. A month stands for all its days.</summary>
    /// <param name="span">As written.</param>
    /// <param name="year">The year of what names none.</param>
    /// <param name="issued">Where a span without a beginning begins (即日起).</param>
    public static DaySpan? Resolve(PlanTime.Span span, int? year, DateOnly? issued)
    {
        var first = span.First is { } from ? Day(from, year, last: false) : issued;
        if (span.Last is not { } until)
            return null;
        var last = Day(until with { Year = until.Year ?? (until.NextYear ? null : span.First?.Year) }, until.NextYear ? year : first?.Year ?? year, last: true);
        if (first is null || last is null)
            return null;
        if (last < first && until.Year is null)
            last = last.Value.AddYears(1);
        return last < first ? null : new DaySpan(first.Value, last.Value);
    }

    /// <summary>A written day; of a month its first or last.</summary>
    public static DateOnly? Day(WrittenDate date, int? year, bool last)
    {
        if ((date.NextYear ? year + 1 : date.Year ?? year) is not { } of || date.Month is not { } month || month is < 1 or > 12)
            return null;
        if (date.IsQuarter && last)
            month += 2;
        var most = DateTime.DaysInMonth(of, month);
        if (date.Week != 0 && date.Weekday is { } weekday)
            return Nth(of, month, date.Week, weekday);
        return date.Day switch
        {
            null => new DateOnly(of, month, last ? most : 1),
            0 => new DateOnly(of, month, most),
            var day when day <= most => new DateOnly(of, month, day.Value),
            _ => null,
        };
    }

    // The nth weekday of a month; -1: the last.
    private static DateOnly? Nth(int year, int month, int nth, DayOfWeek weekday)
    {
        var days = Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(day => new DateOnly(year, month, day)).Where(day => day.DayOfWeek == weekday).ToList();
        return nth == -1 ? days[^1] : nth >= 1 && nth <= days.Count ? days[nth - 1] : null;
    }
}
