using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Xunit;

namespace Bot.Domain.Tests.Drafts;

/// <summary>A changed plan takes over the names of the one before.</summary>
public sealed class SuccessionTests
{
    [Fact]
    public void The_same_blank_keeps_its_name_a_new_one_never_takes_an_old_one_and_what_is_gone_is_retired()
    {
        var former = Campaign(("宣传", [("a.item.count", "海报", "张"), ("a.item_2.count", "手册", "份")]));
        var changed = Campaign(("宣传", [("a.item.count", "横幅", "条"), ("a.item_2.count", "海报", "张")]));
        var next = Succession.Carry(former, changed);
        var slots = next.Forms[0].Rows[0].Slots;
        Assert.Equal(["a.item_r2.count", "a.item.count", "a.item_2.count"], slots.Select(s => s.Id.Value));
        Assert.Equal(["横幅", "海报", "手册"], slots.Select(s => s.Phrase));
        Assert.Equal([false, false, true], slots.Select(s => s.Retired));
        Assert.Equal("横幅（{a.item_r2.count}）条海报（{a.item.count}）张", Assert.Single(next.Forms[0].Rows[0].Lines));
        Assert.Equal(former.Id, next.Id);
    }

    [Fact]
    public void The_same_plan_again_is_the_same_campaign()
    {
        var former = Campaign(("宣传", [("a.item.count", "海报", "张")]), ("演练", [("b.drill.sessions", "演练", "场")]));
        var next = Succession.Carry(former, former with { Id = new CampaignId("draft") });
        Assert.Empty(CampaignDifferences.Of(former, next));
        Assert.Equal(former.Slots.Select(s => s.Id), next.Slots.Select(s => s.Id));
    }

    [Theory]
    [InlineData("白塔街道2024年“安全生产月”活动方案", null, 2024, true)]
    [InlineData("白塔街道2024年\"安全生产月\"活动方案", null, 2024, true)]
    [InlineData("关于印发方案的通知", "白街发〔2024〕5号", 2024, true)]
    [InlineData("白塔街道2024年“安全生产月”活动方案", null, 2025, false)]
    [InlineData("白塔街道2024年消防宣传月方案", null, 2024, false)]
    public void Versions_of_one_plan_are_told_by_number_or_title_and_year(string title, string? number, int year, bool same)
    {
        var former = Campaign() with { Title = "白塔街道2024年“安全生产月”活动方案", DocumentNumber = "白街发〔2024〕5号" };
        Assert.Equal(same, Succession.IsSamePlan(former, Campaign() with { Title = title, DocumentNumber = number, Year = year }));
    }

    [Fact]
    public void A_hand_in_keeps_its_name_by_what_it_is_and_not_by_its_place()
    {
        var former = Campaign() with { Obligations = [Owed("summary", 25), Owed("summary-2", 28) with { Subject = "沈阳行" }, Owed("material", 5) with { Kind = ObligationKind.Material }] };
        var changed = Campaign() with { Obligations = [Owed("summary", 28) with { Subject = "沈阳行" }, Owed("summary-2", 26), Owed("material", 5) with { Kind = ObligationKind.Plan }] };
        Assert.Equal(["summary-2", "summary", "material-r2"], Succession.Carry(former, changed).Obligations.Select(o => o.Id));
    }

    [Fact]
    public void Differences_are_told_item_by_item()
    {
        var former = Campaign(("宣传", [("a.item.count", "海报", "张")])) with
        {
            Obligations = [Owed("summary", 25), Owed("plan", 5)], Events = [new CampaignEvent(new(2024, 6, 1), "启动仪式"), new CampaignEvent(new(2024, 6, 8), "观摩")],
        };
        var changed = Campaign(("宣传", [("a.item.count", "海报", "块")])) with
        {
            Theme = "人人讲安全", Obligations = [Owed("summary", 28), Owed("own", 9)], Events = [new CampaignEvent(new(2024, 6, 16), "咨询日"), new CampaignEvent(new(2024, 6, 2), "启动仪式")],
        };
        Assert.Equal(
            [
                "主题：（无） → 人人讲安全",
                "启动仪式：2024年6月1日 → 2024年6月2日",
                "活动日去掉：2024年6月8日观摩",
                "活动日增加：2024年6月16日咨询日",
                "报送要求：总结：2024年6月25日前，一次 → 总结：2024年6月28日前，一次",
                "不再要求：总结：2024年6月5日前，一次",
                "新要求：总结：2024年6月9日前，一次",
                "表的填报项去掉：海报（张）",
                "表的填报项增加：海报（块）",
            ],
            CampaignDifferences.Of(former, changed));
    }

    [Fact]
    public void Blanks_that_are_gone_are_told_row_by_row_with_what_stands_on_them()
    {
        var former = Campaign(("进企业", [("a.item.count", "开展活动", "场")]), ("进社区", [("b.item.count", "开展活动", "场"), ("b.poster.count", "海报", "张")]));
        var next = Succession.Carry(former, Campaign(("进企业", [("a.item.count", "开展活动", "场")])));
        var booked = new Dictionary<SlotId, int> { [new("a.item.count")] = 7, [new("b.item.count")] = 3 };
        Assert.Equal(["表的填报项去掉：进社区·开展活动（场），已记3笔数，留在台账里", "表的填报项去掉：海报（张）"], CampaignDifferences.Of(former, next, booked));
        Assert.Equal(
            ["不再有表：表，已记10笔数，留在台账里"],
            CampaignDifferences.Of(former, former with { Forms = [] }, booked));
    }

    private static Obligation Owed(string id, int day) => new() { Id = id, Kind = ObligationKind.Summary, Subject = "安全生产月", Schedule = new Schedule.Once(new(2024, 6, day)) };

    private static Campaign Campaign(params (string Row, (string Id, string Phrase, string Measure)[] Slots)[] rows) => new()
    {
        Id = new CampaignId("plan-2024"), Title = "方案", Subject = "安全生产月", Year = 2024, Period = new DaySpan(new(2024, 6, 1), new(2024, 6, 30)), Obligations = [],
        Forms =
        [
            new Form
            {
                Id = new FormId("form1"), Attachment = 1, Name = "表", Subject = "安全生产月", Origin = FormOrigin.Plan, Columns = ["项目", "情况"],
                Rows = [.. rows.Select(row => new FormRow
                {
                    Name = row.Row, Lines = [string.Concat(row.Slots.Select(s => $"{s.Phrase}（{{{s.Id}}}）{s.Measure}"))],
                    Slots = [.. row.Slots.Select(s => new Slot { Id = new SlotId(s.Id), Phrase = s.Phrase, Measure = s.Measure, Aggregate = Aggregate.Sum })],
                })],
            },
        ],
    };
}
