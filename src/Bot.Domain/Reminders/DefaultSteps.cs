using Bot.Domain.Campaigns;

namespace Bot.Domain.Reminders;

/// <summary>The default policy (design §5), by schedule and kind.</summary>
internal static class DefaultSteps
{
    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly TimeOnly HalfPastNine = new(9, 30);
    private static readonly TimeOnly Three = new(15, 0);
    private static readonly TimeOnly Four = new(16, 0);

    /// <summary>The steps, in no particular order.</summary>
    /// <param name="kind">What is owed.</param>
    /// <param name="schedule">When; unspecified stands for what is taken in its place (design §4): weekly material, anything else once.</param>
    public static IReadOnlyList<PushStep> Of(ObligationKind kind, Schedule schedule)
    {
        var unspecified = schedule is Schedule.Unspecified;
        var weekly = unspecified ? kind == ObligationKind.Material : schedule is Schedule.Weekly or Schedule.Biweekly;
        var rare = unspecified ? !weekly : schedule is Schedule.Once or Schedule.Dates or Schedule.Monthly or Schedule.Quarterly;
        var handIn = kind is ObligationKind.Summary or ObligationKind.Statistics;
        var steps = new List<PushStep>();
        if (weekly) steps.Add(Step("eve", PushKind.Reminder, StepDay.WorkingDaysBefore, 1, Four));
        if (rare)
        {
            steps.Add(Step("before-3", PushKind.Reminder, StepDay.DaysBefore, 3, Nine));
            steps.Add(Step("before-1", PushKind.Reminder, StepDay.DaysBefore, 1, Nine));
            steps.Add(Step("day-09", PushKind.Reminder, StepDay.DaysBefore, 0, Nine));
        }

        steps.Add(Step("day-15", PushKind.Reminder, StepDay.DaysBefore, 0, Three));
        steps.Add(Step("overdue", PushKind.Reminder, StepDay.WorkingDaysAfter, 1, Nine));
        steps.Add(Step("escalation", PushKind.Escalation, StepDay.WorkingDaysAfter, 2, Nine));

        // Figures once per deadline: a weekly table's come with the week's, not again a day later.
        if (weekly || handIn) steps.Add(Step("rollup", PushKind.Rollup, StepDay.WorkingDaysAfter, weekly ? 1 : 2, HalfPastNine));
        if (handIn)
        {
            steps.Add(Step("prefill", PushKind.Prefill, StepDay.WorkingDaysBefore, 3, Nine));
            steps.Add(Step("prefill-eve", PushKind.Prefill, StepDay.WorkingDaysBefore, 1, Nine));
        }

        return steps;
    }

    private static PushStep Step(string name, PushKind kind, StepDay day, int count, TimeOnly at) =>
        new() { Name = name, Kind = kind, Day = day, Count = count, At = at };
}
