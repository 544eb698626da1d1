using Bot.Domain.Campaigns;

namespace Bot.Domain.Tests.Ledger;

/// <summary>A small campaign with every kind of slot, and short names for its slots.</summary>
internal static class SampleCampaign
{
    public static readonly IReadOnlyDictionary<string, SlotId> Short = new Dictionary<string, SlotId>(StringComparer.Ordinal)
    {
        ["ds"] = new("lifeline.drill.sessions"),
        ["da"] = new("lifeline.drill.attendance"),
        ["ls"] = new("study.lecture.sessions"),
        ["la"] = new("study.lecture.attendance"),
        ["p"] = new("consult.poster.count"),
        ["bc"] = new("fivein.base.count"),
        ["bd"] = new("fivein.base.days"),
        ["ba"] = new("fivein.base.attendance"),
        ["y"] = new("study.film_life.done"),
        ["w"] = new("shenyang.psa_work.count"),
        ["x"] = new("shenyang.expose.count"),
    };

    public static readonly Campaign Campaign = new()
    {
        Id = new CampaignId("sample-2024"),
        Title = "安全生产月活动方案",
        Subject = "安全生产月",
        Year = 2024,
        Period = new DaySpan(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)),
        Events = [new CampaignEvent(new DateOnly(2024, 5, 31), "启动仪式")],
        Forms =
        [
            Form("form1", "安全生产月",
                Slot("study.lecture.sessions", "开展专题研讨、集中宣讲、辅导报告", "场"),
                Slot("study.lecture.attendance", "开展专题研讨、集中宣讲、辅导报告 · 参与", "人次"),
                Slot("study.film_life.done", "专题学习《生命重于泰山》电视专题片", Bot.Domain.Campaigns.Slot.YesNo, Aggregate.Any),
                Slot("lifeline.drill.sessions", "组织开展模拟火灾和地震等场景的应急疏散演练", "场"),
                Slot("lifeline.drill.attendance", "组织开展模拟火灾和地震等场景的应急疏散演练 · 参与", "人次"),
                Slot("consult.poster.count", "张贴宣传海报、安全标语、挂图等", "件"),
                Slot("fivein.base.count", "各类安全科普宣教和体验基地免费开放", "家", Aggregate.Latest),
                Slot("fivein.base.days", "各类安全科普宣教和体验基地免费开放 · 共计", "天", Aggregate.Latest),
                Slot("fivein.base.attendance", "各类安全科普宣教和体验基地免费开放 · 参与", "人次")),
            Form("form2", "安全生产沈阳行",
                Slot("shenyang.psa_work.count", "制作安全生产公益宣传作品", "件"),
                Slot("shenyang.expose.count", "集中曝光突出问题", "个")),
        ],
        Obligations =
        [
            new Obligation
            {
                Id = "weekly-material", Kind = ObligationKind.Material, Subject = "安全生产月",
                Schedule = new Schedule.Weekly([DayOfWeek.Thursday], new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)),
            },
            new Obligation
            {
                Id = "progress", Kind = ObligationKind.Progress, Subject = "安全生产沈阳行",
                Schedule = new Schedule.Monthly([25], new DateOnly(2024, 6, 1), new DateOnly(2024, 12, 1)),
            },
        ],
    };

    private static Form Form(string id, string subject, params Slot[] slots) => new()
    {
        Id = new FormId(id),
        Attachment = 1,
        Name = subject + "统计表",
        Subject = subject,
        Origin = FormOrigin.Plan,
        Columns = ["活动项目", "活动进展情况"],
        Rows = [new FormRow { Name = subject, Lines = [], Slots = slots }],
    };

    private static Slot Slot(string id, string phrase, string measure, Aggregate aggregate = Aggregate.Sum) =>
        new() { Id = new SlotId(id), Phrase = phrase, Measure = measure, Aggregate = aggregate };
}
