using Bot.Domain.Campaigns;
using Bot.Domain.Reminders;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Reminders;

public sealed class DefaultStepsTests
{
    private const string Rare = "before-3 before-1 day-09 day-15 overdue escalation";
    private const string Weekly = "eve day-15 overdue escalation rollup";
    private const string Plain = "day-15 overdue escalation";

    private static readonly Schedule.Weekly Thursdays = new([DayOfWeek.Thursday], June.From, June.To);
    private static readonly Schedule.Monthly Months = new([25], Month("2024-06"), Month("2024-12"));

    public static TheoryData<string, ObligationKind, Schedule, string> Defaults => new()
    {
        { "once", ObligationKind.Plan, new Schedule.Once(June.To), Rare },
        { "dates", ObligationKind.Other, new Schedule.Dates([June.To]), Rare },
        { "monthly", ObligationKind.Progress, Months, Rare },
        { "quarterly", ObligationKind.Progress, new Schedule.Quarterly(3, 25, Month("2024-06"), Month("2024-12")), Rare },
        { "weekly", ObligationKind.Material, Thursdays, Weekly },
        { "biweekly", ObligationKind.Material, new Schedule.Biweekly(DayOfWeek.Friday, June.From, June.To), Weekly },
        { "daily", ObligationKind.Progress, new Schedule.Daily(June.From, June.To), Plain },
        { "per activity", ObligationKind.Material, new Schedule.PerActivity(2), Plain },
        { "unspecified material is weekly", ObligationKind.Material, new Schedule.Unspecified(), Weekly },
        { "unspecified, anything else, is once", ObligationKind.Plan, new Schedule.Unspecified(), Rare },
        { "a summary has figures and a filled form", ObligationKind.Summary, new Schedule.Once(June.To), Rare + " rollup prefill prefill-eve" },
        { "an unspecified table", ObligationKind.Statistics, new Schedule.Unspecified(), Rare + " rollup prefill prefill-eve" },
        { "a weekly table has its figures once", ObligationKind.Statistics, Thursdays, Weekly + " prefill prefill-eve" },
        { "a daily table", ObligationKind.Statistics, new Schedule.Daily(June.From, June.To), Plain + " rollup prefill prefill-eve" },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void The_default_follows_schedule_and_kind(string label, ObligationKind kind, Schedule schedule, string steps)
    {
        var policy = PushPolicy.Default(Owed(schedule, kind));
        Assert.True(steps == string.Join(' ', policy.Steps.Select(s => s.Name)), label);
        Assert.Distinct(policy.Steps.Select(s => s.Name));
    }

    [Fact]
    public void Figures_come_the_day_after_a_week_and_two_working_days_after_anything_else()
    {
        Assert.Equal(1, Rollup(ObligationKind.Material, Thursdays).Count);
        Assert.Equal(1, Rollup(ObligationKind.Statistics, Thursdays).Count);
        Assert.Equal(2, Rollup(ObligationKind.Statistics, Months).Count);
    }

    [Fact]
    public void The_office_s_own_schedule_for_an_unspecified_one_brings_its_steps()
    {
        var unspecified = Owed(new Schedule.Unspecified());
        Assert.Equal(Rare, string.Join(' ', PushPolicy.Default(unspecified, Months).Steps.Select(s => s.Name)));
        Assert.Equal(Weekly, string.Join(' ', PushPolicy.Default(Owed(Thursdays), Months).Steps.Select(s => s.Name)));
    }

    [Fact]
    public void Nothing_is_pushed_from_nine_in_the_evening_to_eight_and_the_group_is_told()
    {
        var policy = PushPolicy.Default(Owed(Thursdays));
        Assert.Equal((new TimeOnly(21, 0), new TimeOnly(8, 0)), (policy.QuietFrom, policy.QuietTo));
        Assert.Equal((PushAudience.Group, true), (policy.Audience, policy.Thanks));
    }

    private static PushStep Rollup(ObligationKind kind, Schedule schedule) =>
        PushPolicy.Default(Owed(schedule, kind)).Steps.Single(s => s.Kind == PushKind.Rollup);
}
