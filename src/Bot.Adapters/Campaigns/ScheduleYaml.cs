using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>A schedule as the keys of a campaign file, the reverse of <see cref="ScheduleReader"/>.</summary>
internal static class ScheduleYaml
{
    /// <summary>The keys with their values, <c>schedule</c> first.</summary>
    public static IEnumerable<(string Key, string Value)> Keys(Schedule schedule) => schedule switch
    {
        Schedule.Once once => [("schedule", "once"), ("due", Day(once.Due))],
        Schedule.Dates dates => [("schedule", "dates"), ("due", $"[{string.Join(", ", dates.Due.Select(Day))}]")],
        Schedule.Daily daily => [("schedule", "daily"), .. Days(daily.From, daily.To)],
        Schedule.Weekly { Days.Count: 0 } weekly => [("schedule", "weekly"), .. Days(weekly.From, weekly.To)],
        Schedule.Weekly weekly => [("schedule", "weekly"), ("weekday", OneOrMore(weekly.Days.Select(Weekday))), .. Days(weekly.From, weekly.To)],
        Schedule.Biweekly two => [("schedule", "biweekly"), ("weekday", Weekday(two.Day)), .. Days(two.From, two.To)],
        Schedule.Monthly monthly => [("schedule", "monthly"), ("day", OneOrMore(monthly.Days.Select(MonthDay))), .. Months(monthly.FromMonth, monthly.ToMonth)],
        Schedule.Quarterly quarterly =>
        [
            ("schedule", "quarterly"), ("month", quarterly.Month.ToString(CultureInfo.InvariantCulture)), ("day", MonthDay(quarterly.Day)),
            .. Months(quarterly.FromMonth, quarterly.ToMonth),
        ],
        Schedule.PerActivity activity => [("schedule", "per_activity"), ("days", activity.Days.ToString(CultureInfo.InvariantCulture))],
        Schedule.Unspecified => [("schedule", "unspecified")],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static (string, string)[] Days(DateOnly from, DateOnly to) => [("from", Day(from)), ("to", Day(to))];

    private static (string, string)[] Months(DateOnly from, DateOnly to) => [("from", Month(from)), ("to", Month(to))];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Weekday(DayOfWeek day) => Words.Weekdays[((int)day + 6) % 7];

    private static string MonthDay(int day) => day == 0 ? "last" : day.ToString(CultureInfo.InvariantCulture);

    private static string OneOrMore(IEnumerable<string> words) => words.ToList() is [var one] ? one : $"[{string.Join(", ", words)}]";
}
