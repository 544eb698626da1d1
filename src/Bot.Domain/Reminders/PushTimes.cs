using Bot.Domain.Dues;

namespace Bot.Domain.Reminders;

/// <summary>From a policy and an occurrence to instants (design §5).</summary>
public static class PushTimes
{
    private static readonly TimeSpan BeforeDueHour = TimeSpan.FromHours(2);
    private static readonly TimeOnly Earliest = new(8, 0);

    /// <summary>
    /// The steps of an occurrence in order of time. A step on a rest day moves to the working day before; one at or after the
    /// due hour to two hours before it, but not before 08:00 nor into the quiet hours, and where none is left before the due
    /// hour it is dropped; so is one before the window opens; two of a kind at one instant are one.
    /// </summary>
    public static IReadOnlyList<PlannedStep> Of(Occurrence occurrence, TimeOnly? dueHour, PushPolicy policy, WorkingDays calendar, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(zone);
        var planned = new List<PlannedStep>();
        foreach (var step in policy.Steps)
        {
            var day = DayOf(step, occurrence.Deadline, calendar);
            if (step.Day != StepDay.WorkingDaysAfter && day < occurrence.WindowFrom) continue;
            var due = day == occurrence.Deadline ? dueHour : null;
            if (HourOf(step, due, policy) is { } hour) planned.Add(new PlannedStep(step, LocalTime.Instant(day, hour, zone)));
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

    // Null: there is no hour left before the due hour.
    private static TimeOnly? HourOf(PushStep step, TimeOnly? dueHour, PushPolicy policy)
    {
        var at = QuietHours.Outside(policy, step.At);
        if (dueHour is not { } due || at < due) return at;
        var earlier = due.ToTimeSpan() - BeforeDueHour > Earliest.ToTimeSpan() ? due.Add(-BeforeDueHour) : Earliest;
        at = QuietHours.Outside(policy, earlier);
        return at < due ? at : null;
    }
}
