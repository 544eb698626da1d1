using Bot.Domain.Dues;

namespace Bot.Domain.Reminders;

/// <summary>What becomes of every step of a policy at an occurrence, also of those that are not pushed, with why.</summary>
public static class PushForecast
{
    /// <summary>All steps in order of time.</summary>
    public static IReadOnlyList<StepForecast> Of(Occurrence occurrence, TimeOnly? dueHour, PushPolicy policy, WorkingDays calendar, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(zone);
        var planned = PushTimes.Of(occurrence, dueHour, policy, calendar, zone);
        return [.. policy.Steps.Select(One).OrderBy(f => f.Day).ThenBy(f => f.Hour)];

        StepForecast One(PushStep step)
        {
            var nominal = NominalDay(step, occurrence.Deadline, calendar);
            if (planned.FirstOrDefault(p => p.Step == step) is { } at) return At(step, nominal, at, StepFate.Pushed);

            // Alone it would be pushed: another of its kind has its instant. Without a due hour it would be: there is no hour left.
            if (Alone(step, dueHour) is { } same) return At(step, nominal, same, StepFate.Merged);
            return new StepForecast { Step = step, Fate = Alone(step, null) is null ? StepFate.BeforeWindow : StepFate.NoHourLeft, Day = nominal, Hour = step.At };
        }

        PlannedStep? Alone(PushStep step, TimeOnly? due) => PushTimes.Of(occurrence, due, policy with { Steps = [step] }, calendar, zone) is [var only] ? only : null;

        StepForecast At(PushStep step, DateOnly nominal, PlannedStep at, StepFate fate)
        {
            var local = TimeZoneInfo.ConvertTime(at.At, zone).DateTime;
            var (day, hour) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            return new StepForecast { Step = step, Fate = fate, At = at.At, Day = day, Hour = hour, FromRestDay = day == nominal ? null : nominal, IsEarlier = hour != step.At };
        }
    }

    private static DateOnly NominalDay(PushStep step, DateOnly deadline, WorkingDays calendar) => step.Day switch
    {
        StepDay.DaysBefore => deadline.AddDays(-step.Count),
        StepDay.WorkingDaysBefore => calendar.Before(deadline, step.Count),
        StepDay.WorkingDaysAfter => calendar.After(deadline, step.Count),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What becomes of a step at an occurrence. Days and hours are the office's.</summary>
public sealed record StepForecast
{
    /// <summary>The policy's step.</summary>
    public required PushStep Step { get; init; }

    /// <summary>Whether it is pushed, and why not.</summary>
    public required StepFate Fate { get; init; }

    /// <summary>When it is pushed, or would be with the one it became one with (UTC); null: never.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The day; of one that is dropped the one it was meant for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The hour.</summary>
    public required TimeOnly Hour { get; init; }

    /// <summary>The rest day it was moved away from; null: it was not.</summary>
    public DateOnly? FromRestDay { get; init; }

    /// <summary>Whether its hour was changed, for the due hour's sake or the quiet hours'.</summary>
    public bool IsEarlier { get; init; }
}

/// <summary>What becomes of a step.</summary>
public enum StepFate
{
    /// <summary>It is pushed.</summary>
    Pushed,

    /// <summary>Another of its kind has the same instant: they are one.</summary>
    Merged,

    /// <summary>Its day lies before the window opens.</summary>
    BeforeWindow,

    /// <summary>No hour is left before the due hour.</summary>
    NoHourLeft,
}
