using Bot.Domain.Campaigns;

namespace Bot.Domain.Dues;

/// <summary>From a schedule to its occurrences (design §4; plans/README, Schedules).</summary>
public static class Occurrences
{
    /// <summary>All occurrences of an obligation in order, as far as they are known in advance; a per-activity obligation has none.</summary>
    /// <param name="obligation">What is owed.</param>
    /// <param name="period">The campaign's days: where an obligation's own span is open.</param>
    /// <param name="settings">What the office set.</param>
    /// <param name="moves">Deadlines that were moved (延期), by the plan's day.</param>
    /// <param name="zone">The office's zone.</param>
    public static IReadOnlyList<Occurrence> Of(
        Obligation obligation, DaySpan period, ObligationSettings settings, IReadOnlyDictionary<DateOnly, DateOnly> moves, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(moves);
        ArgumentNullException.ThrowIfNull(zone);
        var schedule = Effective(obligation, settings, period);
        var first = FirstDay(schedule, period);
        var occurrences = new List<Occurrence>();
        DateOnly? before = null;
        foreach (var day in Days(schedule))
        {
            var deadline = moves.TryGetValue(day, out var moved) ? moved : day.AddDays(-settings.EarlierDays);

            // What is due before its span begins (联络员 before the month) may come at any time before.
            var from = before?.AddDays(1) ?? (first <= deadline ? first : deadline.AddMonths(-1));

            // A deadline moved to or past the next one's leaves that one its own day.
            if (from > deadline) from = deadline;
            occurrences.Add(new Occurrence { Day = day, WindowFrom = from, Deadline = deadline, ClosesAt = ClosesAt(deadline, obligation.Time, zone) });
            if (before is null || before < deadline) before = deadline;
        }

        return occurrences;
    }

    /// <summary>The schedule that holds: the office's, the plan's, or the stated default where the plan gives no day.</summary>
    public static Schedule Effective(Obligation obligation, ObligationSettings settings, DaySpan period)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(settings);
        if (obligation.Schedule is not Schedule.Unspecified) return obligation.Schedule;
        if (settings.Schedule is { } own and not Schedule.Unspecified) return own;
        return obligation.Kind == ObligationKind.Material
            ? new Schedule.Weekly([DayOfWeek.Friday], period.From, period.To)
            : new Schedule.Once(period.To);
    }

    /// <summary>The last instant of a deadline day (UTC): the plan's hour, else 24:00.</summary>
    public static DateTimeOffset ClosesAt(DateOnly deadline, TimeOnly? time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return time is { } hour ? LocalTime.Instant(deadline, hour, zone) : LocalTime.Instant(deadline.AddDays(1), TimeOnly.MinValue, zone);
    }

    private static IEnumerable<DateOnly> Days(Schedule schedule) => schedule switch
    {
        Schedule.Once once => [once.Due],
        Schedule.Dates dates => dates.Due.Distinct().Order(),
        Schedule.Daily daily => Each(daily.From, daily.To, 1),
        Schedule.Weekly { Days.Count: 0 } weekly => WeekEnds(weekly.From, weekly.To),
        Schedule.Weekly weekly => Each(weekly.From, weekly.To, 1).Where(d => weekly.Days.Contains(d.DayOfWeek)),
        Schedule.Biweekly two => Each(OnOrAfter(two.From, two.Day), two.To, 14),
        Schedule.Monthly monthly => Months(monthly.FromMonth, monthly.ToMonth)
            .SelectMany(m => monthly.Days.Select(d => InMonth(m, d)).Distinct().Order()),
        Schedule.Quarterly quarterly => Months(quarterly.FromMonth, quarterly.ToMonth)
            .Where(m => ((m.Month - 1) % 3) + 1 == quarterly.Month).Select(m => InMonth(m, quarterly.Day)),
        Schedule.PerActivity or Schedule.Unspecified => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static DateOnly FirstDay(Schedule schedule, DaySpan period) => schedule switch
    {
        Schedule.Daily daily => daily.From,
        Schedule.Weekly weekly => weekly.From,
        Schedule.Monthly monthly => monthly.FromMonth,
        Schedule.Quarterly { FromMonth: var from } => new DateOnly(from.Year, from.Month - ((from.Month - 1) % 3), 1),
        _ => period.From,
    };

    // Once a week on a day of the unit's choice: the last day allowed is the week's last, or the span's. A span that begins on
    // a weekend does not make a week of it.
    private static IEnumerable<DateOnly> WeekEnds(DateOnly from, DateOnly to)
    {
        var first = from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? OnOrAfter(from, DayOfWeek.Monday) : from;
        for (var sunday = OnOrAfter(first, DayOfWeek.Sunday); sunday < to; sunday = sunday.AddDays(7)) yield return sunday;
        yield return to;
    }

    private static IEnumerable<DateOnly> Each(DateOnly from, DateOnly to, int step)
    {
        for (var day = from; day <= to; day = day.AddDays(step)) yield return day;
    }

    private static IEnumerable<DateOnly> Months(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1)) yield return month;
    }

    private static DateOnly InMonth(DateOnly month, int day)
    {
        var last = DateTime.DaysInMonth(month.Year, month.Month);
        return new DateOnly(month.Year, month.Month, day is 0 || day > last ? last : day);
    }

    private static DateOnly OnOrAfter(DateOnly from, DayOfWeek day) => from.AddDays(((int)day - (int)from.DayOfWeek + 7) % 7);
}
