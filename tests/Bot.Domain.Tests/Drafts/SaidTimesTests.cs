using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Plans;
using Xunit;

namespace Bot.Domain.Tests.Drafts;

/// <summary>Times said about a draft: 6月28日前, 每周五前.</summary>
public sealed class SaidTimesTests
{
    private static readonly PlanObligation Summary = new() { Id = "summary", Kind = ObligationKind.Summary, Thing = "总结", Schedule = new Schedule.Once(new(2024, 6, 25)), Sentence = "", Where = "应急办" };

    private static readonly PlanReading Plan = new() { Year = 2024, Period = new DaySpan(new(2024, 6, 1), new(2024, 6, 30)), Obligations = [Summary] };

    public static TheoryData<string, string?> Times => new()
    {
        { "6月28日前", "2024年6月28日前，一次" },
        { "6月28日", "2024年6月28日前，一次" },
        { "28日前", "2024年6月28日前，一次" },
        { "6月28日17:30前", "2024年6月28日17:30前，一次" },
        { "7月5日下班前", "2024年7月5日17:30前，一次" },
        { "每周五前", "2024年6月1日至6月30日，每周五前" },
        { "每周五", "2024年6月1日至6月30日，每周五前" },
        { "每天17时前", "2024年6月1日至6月30日，每天17:00前" },
        { "每月25日前", "2024年6月至6月，每月25日前" },
        { "社区", null },
        { "以后再说", null },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_hand_in_gets_the_time_said_and_keeps_the_rest(string words, string? when)
    {
        var changed = SaidTimes.Changed(Summary, words, Plan, WorkingDays.ByWeek);
        Assert.Equal(when, changed is null ? null : ScheduleText.When(changed.Schedule, changed.Time?.Time));
        if (changed is not null) Assert.Equal(Summary, changed with { Schedule = Summary.Schedule, Time = null });
    }

    public static TheoryData<string, DaySpan?> Periods => new()
    {
        { "6月1日至6月30日", new DaySpan(new(2024, 6, 1), new(2024, 6, 30)) },
        { "2025年6月1日至6月30日", new DaySpan(new(2025, 6, 1), new(2025, 6, 30)) },
        { "11月1日-11月30日", new DaySpan(new(2024, 11, 1), new(2024, 11, 30)) },
        { "6月份", new DaySpan(new(2024, 6, 1), new(2024, 6, 30)) },
        { "以后再说", null },
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_period_is_read_as_a_plan_says_it(string words, DaySpan? days) => Assert.Equal(days, SaidTimes.Period(words, 2024, WorkingDays.ByWeek));
}
