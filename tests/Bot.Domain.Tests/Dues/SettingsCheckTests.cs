using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reminders;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Dues;

public sealed class SettingsCheckTests
{
    private static readonly Obligation Weekly = Owed(new Schedule.Weekly([DayOfWeek.Thursday], June.From, June.To));
    private static readonly Obligation Summary = Owed(new Schedule.Once(Day("2024-06-25")), ObligationKind.Summary, "16:00");
    private static readonly Obligation Someday = Owed(new Schedule.Unspecified(), ObligationKind.Summary);

    public static TheoryData<string, PushStep, SettingsFaultCode?> Steps => new()
    {
        { "as usual", Step(StepDay.DaysBefore, 3, "09:00"), null },
        { "the last day allowed", Step(StepDay.DaysBefore, 30, "09:00"), null },
        { "a day too far", Step(StepDay.DaysBefore, 31, "09:00"), SettingsFaultCode.Count },
        { "below nothing", Step(StepDay.DaysBefore, -1, "09:00"), SettingsFaultCode.Count },
        { "no working day before", Step(StepDay.WorkingDaysBefore, 0, "09:00"), SettingsFaultCode.NoWorkingDay },
        { "no working day after", Step(StepDay.WorkingDaysAfter, 0, "09:00"), SettingsFaultCode.NoWorkingDay },
        { "quiet evening", Step(StepDay.DaysBefore, 1, "21:00"), SettingsFaultCode.Quiet },
        { "just before the quiet evening", Step(StepDay.DaysBefore, 1, "20:59"), null },
        { "quiet morning", Step(StepDay.DaysBefore, 1, "07:59"), SettingsFaultCode.Quiet },
        { "the quiet morning's end", Step(StepDay.DaysBefore, 1, "08:00"), null },
        { "at the due hour", Step(StepDay.DaysBefore, 0, "16:00"), SettingsFaultCode.AfterDueHour },
        { "before the due hour", Step(StepDay.DaysBefore, 0, "15:59"), null },
        { "the day before at the due hour", Step(StepDay.DaysBefore, 1, "16:00"), null },
        { "escalation on the day", Step(StepDay.DaysBefore, 0, "09:00", PushKind.Escalation), SettingsFaultCode.EscalationBefore },
        { "escalation after", Step(StepDay.WorkingDaysAfter, 3, "09:00", PushKind.Escalation), null },
        { "prefilled after", Step(StepDay.WorkingDaysAfter, 1, "09:00", PushKind.Prefill), SettingsFaultCode.PrefillAfter },
        { "thanks at an hour", Step(StepDay.WorkingDaysAfter, 1, "09:00", PushKind.Thanks), SettingsFaultCode.ThanksIsNoStep },
        { "no name", Step(StepDay.DaysBefore, 3, "09:00") with { Name = "" }, SettingsFaultCode.Name },
        { "a name that would break its key", Step(StepDay.DaysBefore, 3, "09:00") with { Name = "a/b" }, SettingsFaultCode.Name },
        { "the name of the thanks", Step(StepDay.DaysBefore, 3, "09:00") with { Name = "thanks" }, SettingsFaultCode.Name },
        { "the name of the figures of what is complete", Step(StepDay.DaysBefore, 3, "09:00") with { Name = "rollup-complete" }, SettingsFaultCode.Name },
        { "the name of a form filled again", Step(StepDay.DaysBefore, 3, "09:00") with { Name = "prefill-again-1" }, SettingsFaultCode.Name },
        { "the name of a reminder by hand", Step(StepDay.DaysBefore, 3, "09:00") with { Name = "nudge-2024-06-13" }, SettingsFaultCode.Name },
    };

    public static TheoryData<string, bool, ObligationSettings, SettingsFaultCode?> Days => new()
    {
        { "six days earlier", true, Set(Weekly, earlier: 6), null },
        { "a week earlier", true, Set(Weekly, earlier: 7), SettingsFaultCode.EarlierThanBefore },
        { "below nothing", true, Set(Weekly, earlier: -1), SettingsFaultCode.EarlierDays },
        { "thirty days earlier, once", false, Set(Someday, earlier: 30), null },
        { "thirty-one days earlier", false, Set(Someday, earlier: 31), SettingsFaultCode.EarlierDays },
        { "another schedule than the plan's", true, Set(Weekly, new Schedule.Once(Day("2024-06-28"))), SettingsFaultCode.ScheduleIsThePlans },
        { "once, in the period", false, Set(Someday, new Schedule.Once(Day("2024-06-28"))), null },
        { "once, a year late", false, Set(Someday, new Schedule.Once(Day("2025-06-28"))), SettingsFaultCode.FarFromPeriod },
        { "weekly", false, Set(Someday, new Schedule.Weekly([DayOfWeek.Monday], June.From, June.To)), null },
        { "weekly on no day", false, Set(Someday, new Schedule.Weekly([], June.From, June.To)), SettingsFaultCode.NoWeekday },
        { "monthly by the last", false, Set(Someday, new Schedule.Monthly([0], June.From, June.From)), null },
        { "monthly by the 32nd", false, Set(Someday, new Schedule.Monthly([32], June.From, June.From)), SettingsFaultCode.NoMonthDay },
        { "daily", false, Set(Someday, new Schedule.Daily(June.From, June.To)), SettingsFaultCode.UnknownSchedule },
        { "cut-off a week before", false, Set(Someday) with { CutOff = Day("2024-06-23") }, null },
        { "cut-off behind the deadline", false, Set(Someday, earlier: 5) with { CutOff = Day("2024-06-26") }, SettingsFaultCode.CutOff },
        { "cut-off before the period", false, Set(Someday) with { CutOff = Day("2024-05-31") }, SettingsFaultCode.CutOff },
        { "one cut-off for every week", true, Set(Weekly) with { CutOff = Day("2024-06-23") }, SettingsFaultCode.CutOffRecurring },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Step_is_kept_or_refused_with_its_place(string label, PushStep step, SettingsFaultCode? code)
    {
        var settings = new ObligationSettings { Pushes = new PushPolicy { Steps = [Step(StepDay.WorkingDaysAfter, 9, "09:00") with { Name = "first" }, step] } };
        var expected = code is { } fault ? new[] { new SettingsFault(fault, 1) } : [];
        Assert.True(expected.SequenceEqual(SettingsCheck.Faults(Summary, June, settings)), label);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Days_are_kept_or_refused(string label, bool weekly, ObligationSettings settings, SettingsFaultCode? code)
    {
        var expected = code is { } fault ? new[] { new SettingsFault(fault) } : [];
        Assert.True(expected.SequenceEqual(SettingsCheck.Faults(weekly ? Weekly : Someday, June, settings)), label);
    }

    [Fact]
    public void Two_steps_of_one_name_or_of_one_rule_are_refused()
    {
        var step = Step(StepDay.DaysBefore, 3, "09:00");
        Assert.Equal([new SettingsFault(SettingsFaultCode.NameTwice, 1)], Faults(step, step with { Count = 2 }));
        Assert.Equal([new SettingsFault(SettingsFaultCode.SameTwice, 1)], Faults(step, step with { Name = "other" }));
        Assert.Contains(new SettingsFault(SettingsFaultCode.TooManySteps), Faults([.. Enumerable.Range(0, 21).Select(i => step with { Name = $"s{i}", Count = i })]));
    }

    [Fact]
    public void No_default_is_refused()
    {
        Schedule[] schedules = [new Schedule.Once(Day("2024-06-25")), new Schedule.Daily(June.From, June.To), new Schedule.Weekly([DayOfWeek.Friday], June.From, June.To), new Schedule.PerActivity(1), new Schedule.Unspecified()];
        foreach (var schedule in schedules)
        {
            foreach (var kind in Enum.GetValues<ObligationKind>())
            {
                foreach (var hour in new[] { null, "08:30", "12:00", "17:30" })
                {
                    var obligation = Owed(schedule, kind, hour);
                    Assert.Empty(SettingsCheck.Faults(obligation, June, ObligationSettings.Default(obligation)));
                }
            }
        }
    }

    private static IReadOnlyList<SettingsFault> Faults(params PushStep[] steps) =>
        SettingsCheck.Faults(Weekly, June, new ObligationSettings { Pushes = new PushPolicy { Steps = steps } });

    private static PushStep Step(StepDay day, int count, string at, PushKind kind = PushKind.Reminder) =>
        new() { Name = "step", Kind = kind, Day = day, Count = count, At = Hour(at)!.Value };
}
