using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>A schedule a campaign can run by; what contradicts itself becomes one without a day, which an admin sets.</summary>
internal static class SoundSchedule
{
    private const int MostDaysAfter = 366;

    /// <summary>The schedule.</summary>
    public static Schedule Of(Schedule schedule) => schedule switch
    {
        Schedule.Dates { Due.Count: 0 } => new Schedule.Unspecified(),
        Schedule.Dates dates => new Schedule.Dates([.. dates.Due.Distinct().Order()]),
        Schedule.Daily daily => daily.From <= daily.To ? daily : new Schedule.Unspecified(),
        Schedule.Weekly weekly => weekly.From <= weekly.To ? weekly with { Days = [.. weekly.Days.Distinct()] } : new Schedule.Unspecified(),
        Schedule.Biweekly two => Biweekly(two),
        Schedule.Monthly monthly => monthly.FromMonth <= monthly.ToMonth && monthly.Days.Count > 0 && monthly.Days.All(day => day is >= 0 and <= 31)
            ? monthly with { Days = [.. monthly.Days.Distinct()] }
            : new Schedule.Unspecified(),
        Schedule.Quarterly quarterly => quarterly.FromMonth <= quarterly.ToMonth && quarterly is { Month: >= 1 and <= 3, Day: >= 0 and <= 31 } ? quarterly : new Schedule.Unspecified(),
        Schedule.PerActivity each => each.Days is >= 0 and <= MostDaysAfter ? each : new Schedule.Unspecified(),
        _ => schedule,
    };

    // From is the first due day and so lies on the day of the week.
    private static Schedule Biweekly(Schedule.Biweekly two)
    {
        var first = two.From.AddDays(((int)two.Day - (int)two.From.DayOfWeek + 7) % 7);
        return first <= two.To ? two with { From = first } : new Schedule.Unspecified();
    }
}
