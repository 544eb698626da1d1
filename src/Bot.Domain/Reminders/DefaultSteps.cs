using Bot.Domain.Campaigns;

namespace Bot.Domain.Reminders;

/// <summary>The default policy (design §5), by schedule and kind.</summary>
internal static class DefaultSteps
{
    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly TimeOnly HalfPastNine = new(9, 30);
    private static readonly TimeOnly Three = new(15, 0);
    private static readonly TimeOnly Four = new(16, 0);

    public static IReadOnlyList<PushStep> Of(Obligation obligation)
    {
        var weekly = obligation.Schedule is Schedule.Weekly or Schedule.Biweekly
            || (obligation.Schedule is Schedule.Unspecified && obligation.Kind == ObligationKind.Material);
        var rare = obligation.Schedule is Schedule.Once or Schedule.Dates or Schedule.Monthly or Schedule.Quarterly
            || (obligation.Schedule is Schedule.Unspecified && obligation.Kind != ObligationKind.Material);
        var handIn = obligation.Kind is ObligationKind.Summary or ObligationKind.Statistics;
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
        if (weekly) steps.Add(Step("rollup", PushKind.Rollup, StepDay.WorkingDaysAfter, 1, HalfPastNine));
        if (handIn)
        {
            steps.Add(Step("rollup", PushKind.Rollup, StepDay.WorkingDaysAfter, 2, HalfPastNine));
            steps.Add(Step("prefill", PushKind.Prefill, StepDay.WorkingDaysBefore, 3, Nine));
            steps.Add(Step("prefill-eve", PushKind.Prefill, StepDay.WorkingDaysBefore, 1, Nine));
        }

        return [.. steps.DistinctBy(s => s.Name)];
    }

    private static PushStep Step(string name, PushKind kind, StepDay day, int count, TimeOnly at) =>
        new() { Name = name, Kind = kind, Day = day, Count = count, At = at };
}
