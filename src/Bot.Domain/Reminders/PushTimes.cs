using Bot.Domain.Dues;

namespace Bot.Domain.Reminders;

/// <summary>From a policy and an occurrence to instants (design §5).</summary>
public static class PushTimes
{
    private static readonly TimeSpan BeforeDueHour = TimeSpan.FromHours(2);

    /// <summary>
    /// The steps of an occurrence in order of time. A step on a rest day moves to the working day before; one at or after the
    /// due hour to two hours before it, not into the quiet hours of the morning; one before the window opens is dropped; two
    /// of a kind at one instant are one.
    /// </summary>
    public static IReadOnlyList<PlannedStep> Of(Occurrence occurrence, TimeOnly? dueHour, PushPolicy policy, WorkingDays calendar, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        var planned = new List<PlannedStep>();
        foreach (var step in policy.Steps)
        {
            var day = DayOf(step, occurrence.Deadline, calendar);
            if (step.Day != StepDay.WorkingDaysAfter && day < occurrence.WindowFrom) continue;
            var at = day == occurrence.Deadline && dueHour is { } due && step.At >= due ? Earlier(due, policy.QuietTo) : step.At;
            planned.Add(new PlannedStep(step, new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(at), zone), TimeSpan.Zero)));
        }

        return [.. planned.DistinctBy(p => (p.Step.Kind, p.At)).OrderBy(p => p.At)];
    }

    private static DateOnly DayOf(PushStep step, DateOnly deadline, WorkingDays calendar) => step.Day switch
    {
        StepDay.DaysBefore => calendar.OnOrBefore(deadline.AddDays(-step.Count)),
        StepDay.WorkingDaysBefore => calendar.Before(deadline, step.Count),
        StepDay.WorkingDaysAfter => calendar.After(deadline, step.Count),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TimeOnly Earlier(TimeOnly due, TimeOnly earliest)
    {
        var at = due.ToTimeSpan() > BeforeDueHour ? due.Add(-BeforeDueHour) : TimeOnly.MinValue;
        return at < earliest ? earliest : at;
    }
}
