using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Plans;
using Xunit;

namespace Bot.Domain.Tests.Drafts;

/// <summary>Last year's campaign as this year's plan.</summary>
public sealed class NextYearTests
{
    public static TheoryData<Schedule, string> Schedules => new()
    {
        { new Schedule.Once(new(2024, 6, 25)), "2025年6月25日前，一次" },
        { new Schedule.Once(new(2024, 2, 29)), "2025年2月28日前，一次" },
        { new Schedule.Dates([new(2024, 6, 10), new(2024, 6, 20)]), "2025年6月10日、2025年6月20日前，各一次" },
        { new Schedule.Weekly([DayOfWeek.Thursday], new(2024, 6, 1), new(2024, 6, 30)), "2025年6月1日至6月30日，每周四前" },
        { new Schedule.Biweekly(DayOfWeek.Friday, new(2024, 6, 7), new(2024, 6, 30)), "2025年6月13日至6月30日，每两周的周五前" },
        { new Schedule.Monthly([25], new(2024, 6, 1), new(2024, 12, 1)), "2025年6月至12月，每月25日前" },
        { new Schedule.Daily(new(2024, 6, 1), new(2024, 6, 30)), "2025年6月1日至6月30日，每天" },
        { new Schedule.PerActivity(2), "每次活动后2天内" },
        { new Schedule.Unspecified(), "方案没有定日子（及时报送）" },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Days_keep_month_and_day_and_weeks_their_weekday(Schedule schedule, string when) => Assert.Equal(when, ScheduleText.When(NextYear.Moved(schedule, 1)));

    [Fact]
    public void Title_edition_period_and_events_move_on_and_the_theme_is_asked_for()
    {
        var plan = NextYear.Of(Last, 2025, WorkingDays.ByWeek);
        Assert.Equal(("柳河街道2025年“安全生产月”活动方案", 24, 2025), (plan.Title, plan.Edition, plan.Year));
        Assert.Equal(new DaySpan(new(2025, 6, 1), new(2025, 6, 30)), plan.Period);
        Assert.Equal(new CampaignEvent(new(2025, 6, 16), "咨询日"), Assert.Single(plan.Events));
        Assert.Null(plan.Theme);
        Assert.Contains(plan.Unsure, d => d.Path == "theme" && d.Reason.Contains("人人讲安全", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deadline_that_falls_on_a_rest_day_is_marked()
    {
        // 28 June was a Friday in 2024 and is a Saturday in 2025.
        var plan = NextYear.Of(Last, 2025, WorkingDays.ByWeek);
        Assert.Contains(plan.Unsure, d => d.Path == "obligations[0]" && d.Reason.Contains("休息日", StringComparison.Ordinal));
    }

    [Fact]
    public void Blanks_keep_their_names_and_the_plan_makes_a_campaign()
    {
        var made = Assert.IsType<PlanCampaignOutcome.Made>(PlanCampaign.Of(NextYear.Of(Last, 2025, WorkingDays.ByWeek), new CampaignId("plan-2025")));
        Assert.Equal(Last.Slots.Select(s => s.Id), made.Campaign.Slots.Select(s => s.Id));
        Assert.Equal(made.Campaign.Forms[0].Id, made.Campaign.Obligations[0].Form);
    }

    [Theory]
    [InlineData(2024, 2024, 2025)]
    [InlineData(2024, 2025, 2025)]
    [InlineData(2022, 2024, 2024)]
    public void The_year_is_this_one_or_the_next_where_it_was_held_this_year(int held, int today, int year) =>
        Assert.Equal(year, NextYear.YearAfter(Last with { Year = held }, new DateOnly(today, 5, 1)));

    private static Campaign Last { get; } = new()
    {
        Id = new CampaignId("plan-2024"), Title = "柳河街道2024年“安全生产月”活动方案", Subject = "安全生产月", Year = 2024, Edition = 23, Theme = "人人讲安全",
        Period = new DaySpan(new(2024, 6, 1), new(2024, 6, 30)), Events = [new CampaignEvent(new(2024, 6, 16), "咨询日")],
        Forms =
        [
            new Form
            {
                Id = new FormId("form1"), Attachment = 1, Name = "统计表", Subject = "安全生产月", Origin = FormOrigin.Plan, Columns = ["项目", "情况"],
                Rows = [new FormRow { Name = "宣传", Lines = ["海报（{a.poster.count}）张"], Slots = [new Slot { Id = new SlotId("a.poster.count"), Phrase = "海报", Measure = "张", Aggregate = Aggregate.Sum }] }],
            },
        ],
        Obligations = [new Obligation { Id = "statistics", Kind = ObligationKind.Statistics, Subject = "安全生产月", Schedule = new Schedule.Once(new(2024, 6, 28)), Form = new FormId("form1") }],
    };
}
