using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Plans;
using System.Text.Json;
using Xunit;

namespace Bot.Adapters.Tests.Plans;

/// <summary>Corrections are stored and come back as they were.</summary>
public sealed class CorrectionJsonTests
{
    private static readonly DateOnly First = new(2024, 6, 1);
    private static readonly DateOnly Last = new(2024, 6, 30);

    public static TheoryData<Schedule> Schedules =>
    [
        new Schedule.Once(Last), new Schedule.Dates([First, Last]), new Schedule.Daily(First, Last), new Schedule.Weekly([DayOfWeek.Monday, DayOfWeek.Sunday], First, Last), new Schedule.Weekly([], First, Last),
        new Schedule.Biweekly(DayOfWeek.Saturday, First, Last), new Schedule.Monthly([15, 0], First, First), new Schedule.Quarterly(3, 0, First, First), new Schedule.PerActivity(0), new Schedule.Unspecified(),
    ];

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Every_rhythm_comes_back(Schedule schedule)
    {
        var handIn = new PlanObligation
        {
            Id = "own-summary", Kind = ObligationKind.Summary, Thing = "总结", Schedule = schedule, Time = new PlanHour(17, 30), Subject = "沈阳行", Asks = Asked.Words | Asked.StampedScan,
            Addressees = ["社区", "村"], Where = "应急办", Form = 1, Sentence = "原句",
        };
        var back = Assert.IsType<PlanCorrection.HandIn>(Assert.Single(Again(new PlanCorrection.HandIn(handIn)))).Obligation;
        Assert.Equivalent(handIn, back, strict: true);
        Assert.Equal(schedule.GetType(), back.Schedule.GetType());
        Assert.Equal(ScheduleText.When(schedule), ScheduleText.When(back.Schedule));
    }

    [Fact]
    public void Every_other_correction_comes_back_in_order_with_the_message_it_was_said_in()
    {
        IReadOnlyList<PlanCorrection> all =
        [
            new PlanCorrection.Head("标题", null, "主题", "〔2024〕1号", 23), new PlanCorrection.Period(new DaySpan(First, Last)) { SaidIn = new Guid(1, 2, 3, new byte[8]) },
            new PlanCorrection.NoHandIn("summary"), new PlanCorrection.NoBlank(new SlotId("a.b.count")), new PlanCorrection.NoForm("表"),
        ];
        Assert.Equal(all, Again([.. all]));
        var events = Assert.IsType<PlanCorrection.Events>(Assert.Single(Again(new PlanCorrection.Events([new CampaignEvent(First, "启动")]))));
        Assert.Equal(new CampaignEvent(First, "启动"), Assert.Single(events.All));
        var activities = Assert.IsType<PlanCorrection.Activities>(Assert.Single(Again(new PlanCorrection.Activities(["一", "二"]))));
        Assert.Equal(["一", "二"], activities.All);
        var slot = new Slot { Id = new SlotId("a.b.count"), Phrase = "海报", Measure = "张", Aggregate = Aggregate.Latest, NeedsEvidence = true, UnitTypes = ["社区"] };
        Assert.Equivalent(slot, Assert.IsType<PlanCorrection.Blank>(Assert.Single(Again(new PlanCorrection.Blank(slot)))).Slot, strict: true);
    }

    [Theory]
    [InlineData("""[{"part":"Period"}]""")]
    [InlineData("""[{"part":"Nothing"}]""")]
    [InlineData("""[{"part":"NoForm","name":"表","more":1}]""")]
    public void What_is_none_of_ours_is_refused(string json) => Assert.Throws<JsonException>(() => CorrectionJson.Read(json));

    private static IReadOnlyList<PlanCorrection> Again(params IReadOnlyList<PlanCorrection> corrections) => CorrectionJson.Read(CorrectionJson.Write(corrections));
}
