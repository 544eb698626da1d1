using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Reminders;

public sealed class PushTimesTests
{
    public static TheoryData<string, Schedule, string?, string, string> Seasons => new()
    {
        {
            "weekly", Weekly(DayOfWeek.Thursday), null, "2024-06-20",
            "eve@06-19T16:00 day-15@06-20T15:00 overdue@06-21T09:00 rollup@06-21T09:30 escalation@06-24T09:00"
        },
        {
            "weekly, Dragon Boat on the Monday after", Weekly(DayOfWeek.Thursday), null, "2024-06-06",
            "eve@06-05T16:00 day-15@06-06T15:00 overdue@06-07T09:00 rollup@06-07T09:30 escalation@06-11T09:00"
        },
        {
            "weekly, the deadline on Dragon Boat", Weekly(DayOfWeek.Monday), null, "2024-06-10",
            "day-15@06-07T15:00 eve@06-07T16:00 overdue@06-11T09:00 rollup@06-11T09:30 escalation@06-12T09:00"
        },
        {
            "weekly, the day after Dragon Boat", Weekly(DayOfWeek.Tuesday), null, "2024-06-11",
            "eve@06-07T16:00 day-15@06-11T15:00 overdue@06-12T09:00 rollup@06-12T09:30 escalation@06-13T09:00"
        },
        {
            "weekly on a day of choice: a Sunday", Weekly(), null, "2024-06-16",
            "day-15@06-14T15:00 eve@06-14T16:00 overdue@06-17T09:00 rollup@06-17T09:30 escalation@06-18T09:00"
        },
        {
            "once, a Tuesday", Once("2024-06-25"), null, "2024-06-25",
            "before-3@06-21T09:00 before-1@06-24T09:00 day-09@06-25T09:00 day-15@06-25T15:00 overdue@06-26T09:00 escalation@06-27T09:00"
        },
        {
            "once, a Sunday: the steps of the weekend are one", Once("2024-06-30"), null, "2024-06-30",
            "before-3@06-27T09:00 before-1@06-28T09:00 day-15@06-28T15:00 overdue@07-01T09:00 escalation@07-02T09:00"
        },
        {
            "once, Dragon Boat: four days are one", Once("2024-06-10"), null, "2024-06-10",
            "before-3@06-07T09:00 day-15@06-07T15:00 overdue@06-11T09:00 escalation@06-12T09:00"
        },
        {
            "once, a make-up Saturday, before the period", Once("2024-05-11"), null, "2024-05-11",
            "before-3@05-08T09:00 before-1@05-10T09:00 day-09@05-11T09:00 day-15@05-11T15:00 overdue@05-13T09:00 escalation@05-14T09:00"
        },
        {
            "once, the day after a make-up Saturday", Once("2024-05-12"), null, "2024-05-12",
            "before-3@05-09T09:00 before-1@05-11T09:00 day-15@05-11T15:00 overdue@05-13T09:00 escalation@05-14T09:00"
        },
        {
            "once, before a make-up Saturday", Once("2024-10-11"), null, "2024-10-11",
            "before-3@10-08T09:00 before-1@10-10T09:00 day-09@10-11T09:00 day-15@10-11T15:00 overdue@10-12T09:00 escalation@10-14T09:00"
        },
        { "once, the third day of the period: what is before it is dropped", Once("2024-06-03"), null, "2024-06-03", "day-09@06-03T09:00 day-15@06-03T15:00 overdue@06-04T09:00 escalation@06-05T09:00" },
        {
            "monthly", new Schedule.Monthly([25], Month("2024-06"), Month("2024-08")), null, "2024-08-25",
            "before-3@08-22T09:00 before-1@08-23T09:00 day-15@08-23T15:00 overdue@08-26T09:00 escalation@08-27T09:00"
        },
        { "daily", new Schedule.Daily(June.From, June.To), null, "2024-06-12", "day-15@06-12T15:00 overdue@06-13T09:00 escalation@06-14T09:00" },
        { "daily, a Sunday: its window has no working day", new Schedule.Daily(June.From, June.To), null, "2024-06-16", "overdue@06-17T09:00 escalation@06-18T09:00" },
        {
            "due at 17:30: nothing moves", Once("2024-06-25"), "17:30", "2024-06-25",
            "before-3@06-21T09:00 before-1@06-24T09:00 day-09@06-25T09:00 day-15@06-25T15:00 overdue@06-26T09:00 escalation@06-27T09:00"
        },
        {
            "due at 15:00: the step of that hour moves too", Once("2024-06-25"), "15:00", "2024-06-25",
            "before-3@06-21T09:00 before-1@06-24T09:00 day-09@06-25T09:00 day-15@06-25T13:00 overdue@06-26T09:00 escalation@06-27T09:00"
        },
        {
            "due at 11:00: both steps of the day are one", Once("2024-06-25"), "11:00", "2024-06-25",
            "before-3@06-21T09:00 before-1@06-24T09:00 day-09@06-25T09:00 overdue@06-26T09:00 escalation@06-27T09:00"
        },
        {
            "due at 09:30: not before eight", Once("2024-06-25"), "09:30", "2024-06-25",
            "before-3@06-21T09:00 before-1@06-24T09:00 day-15@06-25T08:00 day-09@06-25T09:00 overdue@06-26T09:00 escalation@06-27T09:00"
        },
        {
            "due at 08:00: no hour of the day is left", Once("2024-06-25"), "08:00", "2024-06-25",
            "before-3@06-21T09:00 before-1@06-24T09:00 overdue@06-26T09:00 escalation@06-27T09:00"
        },
        {
            "due at 01:00", Once("2024-06-25"), "01:00", "2024-06-25",
            "before-3@06-21T09:00 before-1@06-24T09:00 overdue@06-26T09:00 escalation@06-27T09:00"
        },
        {
            "due at noon of a Sunday: on Friday nothing is too late", Once("2024-06-30"), "12:00", "2024-06-30",
            "before-3@06-27T09:00 before-1@06-28T09:00 day-15@06-28T15:00 overdue@07-01T09:00 escalation@07-02T09:00"
        },
    };

    [Theory]
    [MemberData(nameof(Seasons))]
    public void The_default_steps_of_a_deadline(string label, Schedule schedule, string? time, string deadline, string steps)
    {
        var obligation = Owed(schedule, time: time);
        var planned = Steps(obligation, Occur(obligation).Single(o => o.Deadline == Day(deadline)), PushPolicy.Default(obligation));
        Assert.True(steps == planned, $"{label}: {planned}");
    }

    [Fact]
    public void A_filled_form_comes_three_working_days_before_and_on_the_eve()
    {
        var obligation = Owed(Once("2024-06-12"), ObligationKind.Statistics);
        var policy = PushPolicy.Default(obligation);
        Assert.Equal(
            "prefill@06-06T09:00 prefill-eve@06-11T09:00 rollup@06-14T09:30",
            Steps(obligation, Occur(obligation)[0], policy with { Steps = [.. policy.Steps.Where(s => s.Kind is PushKind.Prefill or PushKind.Rollup)] }));
    }

    [Fact]
    public void A_moved_deadline_takes_its_steps_with_it()
    {
        var obligation = Owed(Weekly(DayOfWeek.Thursday));
        var moved = Occur(obligation, moves: ("2024-06-06", "2024-06-07"))[0];
        Assert.Equal(
            "eve@06-06T16:00 day-15@06-07T15:00 overdue@06-11T09:00 rollup@06-11T09:30 escalation@06-12T09:00", Steps(obligation, moved, PushPolicy.Default(obligation)));
    }

    [Fact]
    public void A_year_nobody_announced_goes_by_the_week()
    {
        var obligation = Owed(Weekly(DayOfWeek.Monday));
        Assert.Equal(
            "eve@06-07T16:00 day-15@06-10T15:00 overdue@06-11T09:00 rollup@06-11T09:30 escalation@06-12T09:00",
            Steps(obligation, Occur(obligation)[1], PushPolicy.Default(obligation), WorkingDays.ByWeek));
    }

    [Theory]
    [InlineData("in the evening: the last minute before", "22:00", null, "own@06-13T20:59")]
    [InlineData("in the morning: their end", "06:30", null, "own@06-13T08:00")]
    [InlineData("in the morning, due then", "06:30", "08:00", "")]
    [InlineData("in the evening, due in the evening", "22:00", "21:30", "own@06-13T20:59")]
    [InlineData("two hours before the due hour", "16:00", "16:00", "own@06-13T14:00")]
    [InlineData("two hours before a due hour of the night", "20:59", "20:59", "own@06-13T18:59")]
    public void A_step_of_the_office_s_own_keeps_out_of_quiet_and_due_hours(string label, string at, string? due, string expected)
    {
        var obligation = Owed(Weekly(DayOfWeek.Thursday), time: due);
        var policy = new PushPolicy { Steps = [new PushStep { Name = "own", Kind = PushKind.Reminder, Day = StepDay.DaysBefore, At = Hour(at)!.Value }] };
        Assert.True(expected == Steps(obligation, Occur(obligation)[1], policy), label);
    }

    [Fact]
    public void Where_there_are_no_quiet_hours_nothing_moves_before_eight_all_the_same()
    {
        var obligation = Owed(Weekly(DayOfWeek.Thursday), time: "09:00");
        var policy = new PushPolicy
        {
            QuietFrom = new TimeOnly(0, 0), QuietTo = new TimeOnly(0, 0),
            Steps = [new PushStep { Name = "own", Kind = PushKind.Reminder, Day = StepDay.DaysBefore, At = new TimeOnly(9, 0) }],
        };
        Assert.Equal("own@06-13T08:00", Steps(obligation, Occur(obligation)[1], policy));
    }

    [Fact]
    public void A_due_hour_at_the_end_of_the_quiet_hours_leaves_no_hour_of_the_day()
    {
        var obligation = Owed(Weekly(DayOfWeek.Thursday), time: "09:00");
        var policy = PushPolicy.Default(obligation) with { QuietTo = new TimeOnly(9, 0) };
        Assert.Equal("eve@06-12T16:00 overdue@06-14T09:00 rollup@06-14T09:30 escalation@06-17T09:00", Steps(obligation, Occur(obligation)[1], policy));
    }

    [Fact]
    public void Two_kinds_at_one_instant_are_two()
    {
        var obligation = Owed(Weekly(DayOfWeek.Thursday));
        PushStep step = new() { Name = "group", Kind = PushKind.Reminder, Day = StepDay.WorkingDaysAfter, Count = 2, At = new TimeOnly(9, 0) };
        var policy = new PushPolicy { Steps = [step, step with { Name = "again" }, step with { Name = "admins", Kind = PushKind.Escalation }] };
        Assert.Equal("group@06-17T09:00 admins@06-17T09:00", Steps(obligation, Occur(obligation)[1], policy));
    }

    [Fact]
    public void Instants_are_the_zone_s()
    {
        var obligation = Owed(Once("2024-06-25"));
        var planned = PushTimes.Of(
            Occur(obligation)[0], null, PushPolicy.Default(obligation), Year2024, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Equal(new DateTimeOffset(2024, 6, 25, 13, 0, 0, TimeSpan.Zero), planned.Single(p => p.Step.Name == "day-15").At);
    }

    private static string Steps(Obligation obligation, Occurrence occurrence, PushPolicy policy, WorkingDays? calendar = null) =>
        string.Join(' ', PushTimes.Of(occurrence, obligation.Time, policy, calendar ?? Year2024, Shanghai)
            .Select(p => $"{p.Step.Name}@{TimeZoneInfo.ConvertTime(p.At, Shanghai).ToString("MM-ddTHH:mm", CultureInfo.InvariantCulture)}"));

    private static Schedule.Weekly Weekly(params DayOfWeek[] days) => new(days, June.From, June.To);

    private static Schedule.Once Once(string due) => new(Day(due));
}
