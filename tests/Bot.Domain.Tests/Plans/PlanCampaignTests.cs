using Bot.Domain.Campaigns;
using Bot.Domain.Plans;
using Xunit;

namespace Bot.Domain.Tests.Plans;

/// <summary>What becomes of a plan's reading as a campaign.</summary>
public sealed class PlanCampaignTests
{
    private static readonly DaySpan June = new(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30));

    private static readonly PlanReading Plain = new() { Title = "青山镇2024年“安全生产月”活动方案", Year = 2024, Subject = "安全生产月", Period = June };

    [Fact]
    public void What_a_campaign_cannot_do_without_is_named()
    {
        Assert.Equal("period", Missing(Plain with { Period = null }));
        Assert.Equal("year", Missing(Plain with { Period = null, Year = null }));
        Assert.Equal("year", Missing(Plain with { Period = new DaySpan(new DateOnly(1958, 6, 1), new DateOnly(1958, 6, 30)) }));
    }

    [Theory]
    [InlineData("关于开展2022年“全国交通安全日”主题活动的通知", null, "全国交通安全日")]
    [InlineData("青山镇2024年冬季火灾防控工作方案", null, "冬季火灾防控")]
    [InlineData("方案", null, "方案")]
    [InlineData("青山镇2024年“安全生产月”活动方案", "安全生产月", "安全生产月")]
    [InlineData(null, null, "活动")]
    public void The_subject_is_the_plans_own_else_its_titles_short_name(string? title, string? subject, string expected) =>
        Assert.Equal(expected, Made(Plain with { Title = title, Subject = subject }).Subject);

    [Fact]
    public void Only_tables_with_figures_become_forms_numbered_in_their_order()
    {
        var made = Made(Plain with
        {
            Forms = [Empty("联络员表", 1) with { IsLiaison = true }, Table("“安全生产月”统计表", 2, "a.drill.sessions"), Empty("隐患台账", 3), Table("“安全生产青山行”统计表", 4, "b.drill.sessions"), Empty("报名表", 5) with { Printed = false }],
            Obligations = [Owed("liaison", ObligationKind.Liaison, 0), Owed("statistics", ObligationKind.Statistics, 1), Owed("other", ObligationKind.Other, 2), Owed("statistics-2", ObligationKind.Statistics, 3), Owed("progress", ObligationKind.Progress, null) with { Subject = "安全生产青山行" }],
        });
        Assert.Equal(["form1 2 安全生产月 Plan", "form2 4 安全生产青山行 Plan"], made.Forms.Select(f => $"{f.Id} {f.Attachment} {f.Subject} {f.Origin}"));
        Assert.Equal(["liaison  安全生产月", "statistics form1 安全生产月", "other  安全生产月", "statistics-2 form2 安全生产青山行", "progress  安全生产青山行"], made.Obligations.Select(o => $"{o.Id} {o.Form} {o.Subject}"));
    }

    [Fact]
    public void A_form_that_names_the_campaign_and_its_companion_belongs_to_the_campaign()
    {
        var made = Made(Plain with { Forms = [Table("“安全生产月”和“安全生产青山行”统计表", 1, "a.drill.sessions")], Obligations = [Owed("summary", ObligationKind.Summary, null) with { Subject = "安全生产青山行" }] });
        Assert.Equal("安全生产月", made.Forms.Single().Subject);
    }

    [Fact]
    public void A_plan_without_a_printed_table_gets_one_of_ours_from_its_activities()
    {
        var made = Made(Plain with
        {
            Activities = ["开展“以案促改”", "举办安全宣讲", "开展“以案促改”"],
            Forms = [Empty("联络员表", 1) with { IsLiaison = true }, Empty("活动情况统计表", 2) with { Printed = false }],
            Obligations = [Owed("statistics", ObligationKind.Statistics, 1)],
        });
        var form = made.Forms.Single();
        Assert.Equal(("form1", 2, "活动情况统计表", FormOrigin.Ours), (form.Id.Value, form.Attachment, form.Name, form.Origin));
        Assert.Equal(["开展“以案促改”", "举办安全宣讲"], form.Rows.Select(r => r.Name));
        Assert.Equal(["开展“以案促改” 场", "开展“以案促改” · 参与 人次", "举办安全宣讲 场", "举办安全宣讲 · 参与 人次"], form.Slots.Select(s => $"{s.Phrase} {s.Measure}"));
        Assert.All(form.Rows, row => Assert.Equal(row.Slots.Select(s => (SlotId?)s.Id), row.Lines.SelectMany(FormPiece.Of).Select(p => p.Slot).Where(s => s is not null)));
        Assert.All(form.Rows, row => Assert.Single(row.Slots.Select(s => s.Id.Family).Distinct()));
        Assert.Equal(form.Id, made.Obligations.Single().Form);
        Assert.Single(Made(Plain).Forms.Single().Rows);
    }

    [Fact]
    public void Where_another_table_is_printed_the_one_that_is_not_is_none()
    {
        var made = Made(Plain with { Forms = [Empty("统计表", 1) with { Printed = false }, Table("隐患排查表", 2, "a.hazard.items")], Obligations = [Owed("statistics", ObligationKind.Statistics, 0)] });
        Assert.Equal("隐患排查表", made.Forms.Single().Name);
        Assert.Null(made.Obligations.Single().Form);
    }

    [Fact]
    public void What_is_known_by_its_name_only_keeps_it()
    {
        var made = Made(Plain with
        {
            Obligations =
            [
                Owed("other", ObligationKind.Other, null) with { Thing = "隐患\n清单" }, Owed("daily-progress", ObligationKind.Progress, null) with { Thing = "运行日报" },
                Owed("progress", ObligationKind.Progress, null) with { Thing = "推进情况" }, Owed("monthly-progress", ObligationKind.Progress, null) with { Thing = "逐月报" }, Owed("summary", ObligationKind.Summary, null),
            ],
        });
        Assert.Equal(["隐患清单", "运行日报", null, null, null], made.Obligations.Select(o => o.Thing));
    }

    [Fact]
    public void Print_that_a_file_cannot_hold_is_made_plain()
    {
        var row = new FormRow
        {
            Name = "应急\n演练{一}",
            Lines = ["开展{ }演练{{a.drill.sessions}}场\r\n，{b.other.items}", "  ", "{a.drill.sessions}"],
            Slots = [Blank("a.drill.sessions", "开展\n演练", "场"), Blank("a.film.done", "观看{}警示片", "是否"), Blank("a.drill.attendance", "", "")],
        };
        var made = Made(Plain with
        {
            Title = "青山镇\n安全生产月{方案}", Theme = "\u0007", Activities = ["开展\r\n演练", "{}"], Events = [new CampaignEvent(June.From, "启动\t仪式")],
            Forms = [new PlanForm { Name = "统计\n表", Attachment = 120, Printed = true, Rows = [row] }],
        });
        Assert.Equal(("青山镇安全生产月方案", null, "启动仪式"), (made.Title, made.Theme, made.Events.Single().Name));
        Assert.Equal(["开展演练"], made.Activities);
        var form = made.Forms.Single();
        Assert.Equal(("统计表", 0, "应急演练一"), (form.Name, form.Attachment, form.Rows[0].Name));
        Assert.Equal(["开展 演练{a.drill.sessions}场，b.other.items", "a.drill.sessions", "观看警示片 {a.film.done}", "个（{a.drill.attendance}）个"], form.Rows[0].Lines);
        Assert.Equal(["a.drill.sessions 开展演练 场 Sum", "a.film.done 观看警示片 是否 Any", "a.drill.attendance 个 个 Sum"], form.Slots.Select(s => $"{s.Id} {s.Phrase} {s.Measure} {s.Aggregate}"));
    }

    [Fact]
    public void A_schedule_that_contradicts_itself_is_left_to_an_admin_and_midnight_is_no_hour()
    {
        var from = new DateOnly(2024, 6, 5);
        (Schedule Read, string Made)[] schedules =
        [
            (new Schedule.Once(from), "Once"),
            (new Schedule.Dates([from, June.From, from]), "Dates"),
            (new Schedule.Daily(from, June.From), "Unspecified"),
            (new Schedule.Weekly([DayOfWeek.Friday], from, June.From), "Unspecified"),
            (new Schedule.Biweekly(DayOfWeek.Friday, from, June.To), "Biweekly"),
            (new Schedule.Biweekly(DayOfWeek.Tuesday, from, from), "Unspecified"),
            (new Schedule.Monthly([], June.From, June.From), "Unspecified"),
            (new Schedule.Quarterly(3, 25, June.From, June.From), "Quarterly"),
            (new Schedule.PerActivity(500), "Unspecified"),
        ];
        var made = Made(Plain with { Obligations = [.. schedules.Select((s, nth) => Owed($"o{nth}", ObligationKind.Material, null) with { Schedule = s.Read, Time = new PlanHour(24, 0) })] });
        Assert.Equal(schedules.Select(s => s.Made), made.Obligations.Select(o => o.Schedule.GetType().Name));
        Assert.Equal([June.From, from], Assert.IsType<Schedule.Dates>(made.Obligations[1].Schedule).Due);
        Assert.Equal(new DateOnly(2024, 6, 7), Assert.IsType<Schedule.Biweekly>(made.Obligations[4].Schedule).From);
        Assert.All(made.Obligations, o => Assert.Null(o.Time));
    }

    private static string Missing(PlanReading reading) => PlanCampaign.Of(reading, new CampaignId("hill")).Match(_ => "", missing => missing.Single().Path);

    private static Campaign Made(PlanReading reading) => PlanCampaign.Of(reading, new CampaignId("hill")).Match(campaign => campaign, missing => throw new InvalidOperationException(missing[0].Reason));

    private static PlanForm Empty(string name, int attachment) => new() { Name = name, Attachment = attachment, Printed = true };

    private static PlanForm Table(string name, int attachment, string slot) => Empty(name, attachment) with
    {
        Columns = ["项目", "情况"],
        Rows = [new FormRow { Name = "演练", Lines = [$"开展演练（{{{slot}}}）场"], Slots = [Blank(slot, "开展演练", "场")] }],
    };

    private static Slot Blank(string id, string phrase, string measure) => new() { Id = new SlotId(id), Phrase = phrase, Measure = measure, Aggregate = Aggregate.Sum };

    private static PlanObligation Owed(string id, ObligationKind kind, int? form) => new() { Id = id, Kind = kind, Thing = "总结", Schedule = new Schedule.Once(June.To), Form = form, Sentence = "" };
}
