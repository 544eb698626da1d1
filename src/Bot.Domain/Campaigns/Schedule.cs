namespace Bot.Domain.Campaigns;

/// <summary>When something must be handed in. All days are the last days allowed, in the office's zone.</summary>
public abstract record Schedule
{
    private Schedule() { }

    /// <summary>Once, by a day.</summary>
    public sealed record Once(DateOnly Due) : Schedule;

    /// <summary>By each of several days.</summary>
    public sealed record Dates(IReadOnlyList<DateOnly> Due) : Schedule;

    /// <summary>Every day of a span.</summary>
    public sealed record Daily(DateOnly From, DateOnly To) : Schedule;

    /// <summary>Every week on the given days; none given: once a week, the day is the unit's choice.</summary>
    public sealed record Weekly(IReadOnlyList<DayOfWeek> Days, DateOnly From, DateOnly To) : Schedule;

    /// <summary>Every second week; <paramref name="From"/> is the first due day.</summary>
    public sealed record Biweekly(DayOfWeek Day, DateOnly From, DateOnly To) : Schedule;

    /// <summary>Every month by the given days (1…31; 0 stands for the month's last day); months by their first day.</summary>
    public sealed record Monthly(IReadOnlyList<int> Days, DateOnly FromMonth, DateOnly ToMonth) : Schedule;

    /// <summary>Every quarter, in its <paramref name="Month"/>th month (1…3), by a day (0: the last).</summary>
    public sealed record Quarterly(int Month, int Day, DateOnly FromMonth, DateOnly ToMonth) : Schedule;

    /// <summary>After each activity of the unit, within so many days (0: the same day).</summary>
    public sealed record PerActivity(int Days) : Schedule;

    /// <summary>The plan asks but gives no day (及时报送).</summary>
    public sealed record Unspecified : Schedule;
}
