using Bot.Domain.Campaigns;
using Xunit;

namespace Bot.Domain.Tests.Campaigns;

public class ScheduleTextTests
{
    private static readonly DateOnly First = new(2024, 6, 1);
    private static readonly DateOnly Last = new(2024, 6, 30);

    public static TheoryData<Schedule, string> Schedules => new()
    {
        { new Schedule.Once(new DateOnly(2024, 6, 25)), "2024年6月25日前，一次" },
        { new Schedule.Dates([new DateOnly(2024, 6, 10), new DateOnly(2024, 6, 20)]), "2024年6月10日、2024年6月20日前，各一次" },
        { new Schedule.Daily(First, Last), "2024年6月1日至6月30日，每天" },
        { new Schedule.Weekly([DayOfWeek.Thursday], First, Last), "2024年6月1日至6月30日，每周四前" },
        { new Schedule.Weekly([DayOfWeek.Monday, DayOfWeek.Friday], First, Last), "2024年6月1日至6月30日，每周一、五前" },
        { new Schedule.Weekly([], First, Last), "2024年6月1日至6月30日，每周一次（日子自定）" },
        { new Schedule.Biweekly(DayOfWeek.Friday, First, Last), "2024年6月1日至6月30日，每两周的周五前" },
        { new Schedule.Monthly([25], First, new DateOnly(2024, 12, 1)), "2024年6月至12月，每月25日前" },
        { new Schedule.Monthly([0], First, new DateOnly(2025, 2, 1)), "2024年6月至2025年2月，每月月底前" },
        { new Schedule.Quarterly(3, 20, First, new DateOnly(2024, 12, 1)), "2024年6月至12月，每季度第3个月20日前" },
        { new Schedule.PerActivity(0), "每次活动的当天" },
        { new Schedule.PerActivity(3), "每次活动后3天内" },
        { new Schedule.Unspecified(), "方案没有定日子（及时报送）" },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Every_schedule_is_said_in_words(Schedule schedule, string words) => Assert.Equal(words, ScheduleText.When(schedule));

    [Fact]
    public void The_hour_is_said_where_the_plan_has_one() =>
        Assert.Equal("2024年6月25日16:05前，一次", ScheduleText.When(new Schedule.Once(new DateOnly(2024, 6, 25)), new TimeOnly(16, 5)));

    [Theory]
    [InlineData(Asked.Nothing, "")]
    [InlineData(Asked.Words | Asked.Photos, "文字、照片")]
    [InlineData(Asked.StampedScan | Asked.Video | Asked.Paper, "视频、纸质件、盖章扫描件")]
    public void What_is_asked_is_said_in_words(Asked asked, string words) => Assert.Equal(words, ScheduleText.What(asked));

    [Fact]
    public void Every_kind_has_a_name_of_its_own() =>
        Assert.Distinct(Enum.GetValues<ObligationKind>().Select(ScheduleText.Name));
}
