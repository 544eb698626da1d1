namespace Bot.Domain.Reminders;

/// <summary>One step of a policy: what is pushed, how far from the deadline day, at what hour.</summary>
public sealed record PushStep
{
    /// <summary>Its lasting name within the policy, such as <c>day-15</c>; part of the push's key.</summary>
    public required string Name { get; init; }

    /// <summary>What is pushed.</summary>
    public required PushKind Kind { get; init; }

    /// <summary>How <see cref="Count"/> is counted.</summary>
    public required StepDay Day { get; init; }

    /// <summary>How many days from the deadline day; 0 for the day itself.</summary>
    public int Count { get; init; }

    /// <summary>The hour, in the office's zone.</summary>
    public required TimeOnly At { get; init; }
}

/// <summary>What a step pushes.</summary>
public enum PushKind
{
    /// <summary>Who is missing, to the group or privately.</summary>
    Reminder,

    /// <summary>Who is overdue, to the admins.</summary>
    Escalation,

    /// <summary>All have reported, to the group.</summary>
    Thanks,

    /// <summary>Figures so far, to the group and the admins.</summary>
    Rollup,

    /// <summary>A unit's own form and draft filled in advance, to its liaisons.</summary>
    Prefill,
}

/// <summary>How a step's day is counted.</summary>
public enum StepDay
{
    /// <summary>Calendar days before the deadline day (0: on it); on a rest day the working day before.</summary>
    DaysBefore,

    /// <summary>Working days before the deadline day.</summary>
    WorkingDaysBefore,

    /// <summary>Working days after the deadline day.</summary>
    WorkingDaysAfter,
}
