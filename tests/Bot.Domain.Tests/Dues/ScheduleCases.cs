using Bot.Domain.Campaigns;
using Bot.Domain.Tests.Reading;

namespace Bot.Domain.Tests.Dues;

/// <summary>Campaigns with the schedules that plans have, one obligation each unless it says otherwise, and what meets them.</summary>
internal static class ScheduleCases
{
    private const string Drill = "组织应急疏散演练1场，参加50人。";

    private static readonly Dictionary<string, Obligation[]> Obligations = new(StringComparer.Ordinal)
    {
        ["daily"] = [Material("m", new Schedule.Daily(Day(6, 1), Day(6, 30)))],
        ["tuesdays and fridays"] = [Material("m", new Schedule.Weekly([DayOfWeek.Tuesday, DayOfWeek.Friday], Day(6, 1), Day(6, 30)))],
        ["thursdays at five"] = [Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))) with { Time = new TimeOnly(17, 0) }],
        ["a day of choice"] = [Material("m", new Schedule.Weekly([], Day(6, 1), Day(6, 30)))],
        ["every second wednesday"] = [Material("m", new Schedule.Biweekly(DayOfWeek.Wednesday, Day(6, 12), Day(8, 31)))],
        ["by the 3rd of the next month"] = [Progress("p", new Schedule.Monthly([3], Day(7, 1), Day(12, 1)))],
        ["by the 15th and the last"] = [Progress("p", new Schedule.Monthly([15, 0], Day(6, 1), Day(9, 1)))],
        ["quarters"] = [Progress("p", new Schedule.Quarterly(1, 5, Day(4, 1), Day(10, 1)))],
        ["two summaries"] = [new Obligation { Id = "s", Kind = ObligationKind.Summary, Subject = "安全生产月", Schedule = new Schedule.Dates([Day(6, 15), Day(6, 30)]) }],
        ["after each activity"] = [Material("each", new Schedule.PerActivity(2))],
        ["each activity and every week"] = [Material("each", new Schedule.PerActivity(2)), Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30)))],
        ["a plan and a list"] =
        [
            new Obligation { Id = "plan", Kind = ObligationKind.Plan, Subject = "安全生产月", Schedule = new Schedule.Once(Day(6, 5)) },
            new Obligation { Id = "list", Kind = ObligationKind.Other, Subject = "安全生产月", Schedule = new Schedule.Once(Day(6, 20)) },
            Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))),
        ],
        ["works by name"] =
        [
            new Obligation { Id = "works", Kind = ObligationKind.Other, Subject = "短视频作品", Schedule = new Schedule.Once(Day(6, 20)) },
            Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))),
        ],
        ["several things by name"] =
        [
            Thing("ledger", "应急演练台账"), Thing("list", "重大事故隐患排查清单") with { Subject = "沈阳行" }, Thing("film", "安全短视频"),
            Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))),
        ],
        ["a daily report with a name"] =
        [
            new Obligation { Id = "p", Kind = ObligationKind.Progress, Thing = "安全运行日报", Subject = "安全生产月", Schedule = new Schedule.Daily(Day(6, 18), Day(6, 19)) },
            Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))),
        ],
        ["no summary asked"] = [Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30)))],
        ["a scan and a film"] =
        [
            Material("m", new Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))) with { Asks = Asked.Video },
            new Obligation { Id = "s", Kind = ObligationKind.Summary, Subject = "安全生产月", Schedule = new Schedule.Once(Day(6, 30)), Asks = Asked.StampedScan | Asked.Paper },
        ],
    };

    public static IReadOnlyList<DueCase> All =>
    [
        New("a day each", "daily").Say("06-13 20:00", "今天" + Drill).Stands("m 06-13 met"),
        New("yesterday's, late", "daily").Say("06-14 08:00", "6月13日" + Drill).Stands("m 06-13 late"),
        New("two days, and the one of today is open", "daily").Say("06-14 18:00", "6月13日演练1场，50人参加；6月14日宣讲1场，30人参加。").Stands("m 06-14 met"),

        New("Wednesday's belongs to Friday", "tuesdays and fridays").Say("06-12 10:00", "6月12日" + Drill).Stands("m 06-14 met"),
        New("this week, on Wednesday, with Tuesday's missing", "tuesdays and fridays").Say("06-12 10:00", "本周无活动，零报告。").Stands("m 06-14 met"),
        New("this week, on Saturday, with both missing", "tuesdays and fridays").Say("06-15 10:00", "本周无活动，零报告。").Stands("m 06-14 late"),

        New("past the hour, about that day", "thursdays at five").Say("06-13 18:00", "6月13日" + Drill).Stands("m 06-13 late"),
        New("past the hour, undated", "thursdays at five").Say("06-13 18:00", Drill).Stands("m 06-13 late"),
        New("before the hour", "thursdays at five").Say("06-13 17:00", Drill).Stands("m 06-13 met"),

        New("a week runs from Monday to Sunday", "a day of choice").Say("06-16 22:00", Drill).Say("06-17 08:00", "开展安全宣讲1场，30人参加。").Stands("m 06-16 met; m 06-23 met"),
        New("the last week ends with the span", "a day of choice").Say("07-01 08:00", "6月28日" + Drill).Stands("m 06-30 late"),

        New("the first fortnight", "every second wednesday").Say("06-05 08:00", "6月4日" + Drill).Stands("m 06-12 met"),
        New("last week lies in an open fortnight", "every second wednesday").Say("06-20 08:00", "上周" + Drill).Stands("m 06-12 late"),
        New("the second fortnight", "every second wednesday").Say("06-20 08:00", "6月19日" + Drill).Stands("m 06-26 met"),

        New("June's figures by 3 July", "by the 3rd of the next month").Say("07-02 08:00", "安全生产月6月份进展情况：" + Drill).Stands("p 07-03 met"),
        New("June's on 5 July", "by the 3rd of the next month").Say("07-05 08:00", "安全生产月6月份进展情况：" + Drill).Stands("p 07-03 late"),
        New("July's on 1 August", "by the 3rd of the next month").Say("08-01 08:00", "安全生产月7月份进展情况：" + Drill).Stands("p 08-03 met"),
        New("last month's on 2 August", "by the 3rd of the next month").Say("08-02 08:00", "上月进展情况：" + Drill).Stands("p 08-03 met"),
        New("this month's on 30 July", "by the 3rd of the next month").Say("07-30 08:00", "本月进展情况：" + Drill).Stands("p 08-03 met"),

        New("the first half of June", "by the 15th and the last").Say("06-17 08:00", "6月上半月进展情况：" + Drill).Stands("p 06-15 late"),
        New("the second half", "by the 15th and the last").Say("06-29 08:00", "下半月进展情况：" + Drill).Stands("p 06-30 met"),
        New("the month as a whole names no half of it", "by the 15th and the last").Say("06-29 08:00", "6月进展情况：" + Drill).Stands("p 06-30 met"),
        New("the last ten days", "by the 15th and the last").Say("07-01 08:00", "6月下旬进展情况：" + Drill).Stands("p 06-30 late"),

        New("the second quarter by 5 July", "quarters").Say("07-04 08:00", "二季度安全生产工作进展情况：" + Drill).Stands("p 07-05 met"),
        New("last quarter, late", "quarters").Say("07-08 08:00", "上季度进展情况：" + Drill).Stands("p 07-05 late"),

        New("the oldest of two summaries", "two summaries").Say("06-14 08:00", "安全生产月阶段性总结：高度重视，精心组织，广泛宣传。").Stands("s 06-15 met"),
        New("the oldest, though the second is due", "two summaries").Say("06-20 08:00", "安全生产月总结：高度重视，精心组织，广泛宣传。").Stands("s 06-15 late")
            .Say("06-29 08:00", "安全生产月总结（第二次）：高度重视，精心组织，效果良好。").Stands("s 06-15 late; s 06-30 met"),
        New("the days of a summary tell which", "two summaries").Say("06-29 08:00", "安全生产月总结：6月20日" + Drill).Stands("s 06-30 met"),
        New("the second half summed up", "two summaries").Say("06-29 08:00", "安全生产月下半月总结：高度重视，精心组织，广泛宣传。").Stands("s 06-30 met"),

        New("an activity makes its due and meets it", "after each activity").Say("06-12 10:00", "6月12日" + Drill).Stands("each 06-14 met"),
        New("three days after", "after each activity").Say("06-15 10:00", "6月12日" + Drill).Stands("each 06-14 late"),
        New("two activities of one day are one due", "after each activity").Say("06-12 10:00", "6月12日" + Drill).Say("06-12 18:00", "6月12日开展安全宣讲1场，30人参加。").Stands("each 06-14 met"),
        New("two days in one message", "after each activity").Say("06-14 10:00", "6月12日演练1场，50人参加；6月13日宣讲1场，30人参加。").Stands("each 06-14 met; each 06-15 met"),
        New("nothing done owes nothing", "after each activity").Say("06-12 10:00", "本周无活动，零报告。").Stands(""),
        New("an activity taken back owes nothing", "after each activity").Say("06-12 10:00", "6月12日" + Drill, name: "first").Withdraw("first").Stands("each 06-14 excused"),
        New("and told again is reported", "after each activity").Say("06-12 10:00", "6月12日" + Drill, name: "first").Withdraw("first").Say("06-13 10:00", "6月12日" + Drill).Stands("each 06-14 met"),
        New("an edited day leaves the other behind", "after each activity").Say("06-12 10:00", "6月12日" + Drill, name: "first").Edit("first", "6月11日" + Drill)
            .Stands("each 06-13 met; each 06-14 excused"),
        New("the week first, the activity where the week is met", "each activity and every week").Say("06-11 10:00", "6月11日" + Drill).Stands("m 06-13 met")
            .Say("06-12 10:00", "6月12日开展安全宣讲1场，30人参加。").Stands("m 06-13 met; each 06-14 met"),

        New("a plan as a file", "a plan and a list").Say("06-04 10:00", "", file: "白塔社区安全生产月实施方案.docx").Stands("plan 06-05 met"),
        New("a plan pasted under its title", "a plan and a list").Say("06-04 10:00", "白塔社区安全生产月活动方案\n为扎实开展今年的安全生产月活动，制定本方案。一、活动主题……").Stands("plan 06-05 met"),
        New("the office's own plan passed on", "a plan and a list").Say("06-04 10:00", "", file: "“安全生产月”活动方案.pdf").Stands(""),
        New("the plan of a drill is not the plan", "a plan and a list").Say("06-04 10:00", "", file: "应急疏散演练方案.docx").Stands(""),
        New("a report that mentions its plan", "a plan and a list").Say("06-05 10:00", "我社区制定了安全生产月活动方案，6月5日" + Drill).Stands("m 06-06 met"),
        New("a report with a plan nobody asked for beside it", "no summary asked").Say("06-05 10:00", "6月5日" + Drill, file: "演练方案.docx").Stands("m 06-06 met"),
        New("a list of hazards as a file", "a plan and a list").Say("06-18 10:00", "", file: "白塔社区隐患排查清单.xlsx").Stands("list 06-20 met"),
        New("a list of hazards in words", "a plan and a list").Say("06-18 10:00", "白塔社区隐患排查台账\n1.三号楼消防通道堵塞，已整改；2.配电箱无门，正在整改。").Stands("list 06-20 met"),
        New("works by their name", "works by name").Say("06-18 10:00", "", file: "白塔社区短视频作品申报.docx").Stands("works 06-20 met"),
        New("of several things the one it is called", "several things by name").Say("06-18 10:00", "白塔社区重大事故隐患排查清单\n1.配电箱未上锁，已整改。").Stands("list 06-20 met"),
        New("of a long name its last words will do", "several things by name").Say("06-18 10:00", "", file: "白塔社区隐患清单.xlsx").Say("06-18 11:00", "", file: "演练台账.xlsx").Stands("ledger 06-20 met; list 06-20 met"),
        New("what is no usual thing goes by its whole name", "several things by name").Say("06-18 10:00", "", file: "安全短视频.docx").Stands("film 06-20 met"),
        New("a video that is shown is none handed in", "several things by name").Say("06-18 10:00", "6月18日组织居民30人观看短视频，开展安全宣讲1场。").Stands("m 06-20 met"),
        New("a report by its own name", "a daily report with a name").Say("06-18 10:00", "6月18日安全运行日报\n设备运行平稳，开展安全宣讲1场，30人参加。").Say("06-18 11:00", "6月18日" + Drill).Stands("p 06-18 met; m 06-20 met"),
        New("a list is no work", "works by name").Say("06-18 10:00", "", file: "隐患排查清单.xlsx").Stands(""),

        New("a summary nobody asked for is a report", "no summary asked").Say("06-26 10:00", "安全生产月总结：高度重视，精心组织，广泛宣传，效果良好。").Stands("m 06-27 met"),
        New("a film is asked for", "a scan and a film").Say("06-12 10:00", "6月12日" + Drill, 2).Lacks(Asked.Video),
        New("a stamped scan is asked for, paper cannot be seen", "a scan and a film").Say("06-28 10:00", "安全生产月总结：高度重视，精心组织，广泛宣传，效果良好。").Lacks(Asked.StampedScan),
        New("a photo of the stamped page", "a scan and a film").Say("06-28 10:00", "安全生产月总结", 3).Lacks(Asked.Nothing),
    ];

    /// <summary>The campaign of these obligations, with the corpus's forms.</summary>
    public static Campaign Open(string name) => CorpusCampaigns.Load("baita-2024") with { Obligations = Obligations[name] };

    private static DueCase New(string label, string campaign) => new(label, campaign);

    private static Obligation Thing(string id, string called) => new() { Id = id, Kind = ObligationKind.Other, Thing = called, Subject = "安全生产月", Schedule = new Schedule.Once(Day(6, 20)) };

    private static Obligation Material(string id, Schedule schedule) => new() { Id = id, Kind = ObligationKind.Material, Subject = "安全生产月", Schedule = schedule };

    private static Obligation Progress(string id, Schedule schedule) => new() { Id = id, Kind = ObligationKind.Progress, Subject = "安全生产月", Schedule = schedule };

    private static DateOnly Day(int month, int day) => new(2024, month, day);
}
