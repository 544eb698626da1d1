using Bot.Domain.Campaigns;
using Bot.Domain.Replies;
using Xunit;

namespace Bot.Domain.Tests.Replies;

public sealed class SlotLabelTests
{
    [Theory]
    [InlineData("组织开展模拟火灾和地震等场景的应急疏散演练", "场", "", "应急疏散演练", "")]
    [InlineData("组织开展模拟火灾和地震等场景的应急疏散演练 · 参与", "人次", "", "应急疏散演练", "参与")]
    [InlineData("张贴宣传海报、安全标语、挂图等", "件", "贴了挂图", "挂图等", "")]
    [InlineData("张贴宣传海报、安全标语、挂图等", "件", "", "张贴宣传海报等", "")]
    [InlineData("开展“安全生产大家谈”“班前会”“以案普法”“全民安全公开课”", "场", "开了班前会", "班前会等", "")]
    [InlineData("开展“安全宣传咨询日”", "场", "", "安全宣传咨询日", "")]
    [InlineData("设置咨询台", "处", "", "设置咨询台", "")]
    [InlineData("刊播公益广告、海报等科普作品", "次", "播放海报", "海报等", "")]
    [InlineData("职工群众举报推动身边的隐患治理", "项", "", "隐患治理", "")]
    [InlineData("“避险逃生训练营”短视频新媒体展播 · 结业", "人", "", "“避险逃生训练营”短视频新媒体展播", "结业")]
    [InlineData("制作公益广告、海报、短视频、提示语音等", "条/份", "海报", "海报等", "")]
    [InlineData("开展“我是安全吹哨人”,发现问题", "项", "", "我是安全吹哨人", "发现问题")]
    [InlineData("“查找身边的隐患”,查找隐患", "条", "", "查找身边的隐患", "查找隐患")]
    [InlineData("参与“第一责任人安全倡议书”公开承诺", "人次", "", "参与“第一责任人安全倡议书”公开承诺", "")]
    [InlineData("“查找身边的隐患”,查找隐患 · 已整改", "条", "", "查找身边的隐患", "查找隐患已整改")]
    [InlineData("收集垃圾 · 其中河道漂浮物 · 本月", "吨", "", "收集垃圾", "其中河道漂浮物本月")]
    [InlineData("根据实际情况选填 · 组织", "场/次", "", "其他特色活动", "组织")]
    public void A_label_is_what_people_call_the_thing(string phrase, string measure, string words, string head, string tail)
    {
        var label = SlotLabels.Of(Campaign(phrase, measure), new SlotId("a.b.c"), words);
        Assert.Equal((head, tail, measure.Split('/')[0]), (label.Head, label.Tail, label.Measure));
    }

    public static TheoryData<string, (string Row, string Phrase, string Measure)[], string> Alike => new()
    {
        { "rows that ask the same", [("进企业", "开展活动", "场"), ("进社区", "开展活动", "场"), ("进学校", "组织培训", "场")], "进企业·开展活动 场|进社区·开展活动 场|组织培训 场" },
        { "one row, shortened alike", [("演练", "组织开展应急演练", "场"), ("演练", "举办应急演练", "场")], "组织开展应急演练 场|举办应急演练 场" },
        { "told apart by the measure", [("演练", "开展应急演练", "场"), ("演练", "开展应急演练 · 参与", "人次"), ("演练", "应急演练", "个")], "应急演练 场|应急演练参与 人次|应急演练 个" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void No_two_blanks_of_a_campaign_are_called_the_same(string what, (string Row, string Phrase, string Measure)[] blanks, string labels)
    {
        var campaign = Campaign("", "") with
        {
            Forms =
            [
                Ledger.SampleCampaign.Campaign.Forms[0] with
                {
                    Rows = [.. blanks.Select((blank, at) => new FormRow { Name = blank.Row, Lines = [], Slots = [new Slot { Id = new SlotId($"a.b{at}.c"), Phrase = blank.Phrase, Measure = blank.Measure, Aggregate = Aggregate.Sum }] })],
                },
            ],
        };
        Assert.Equal((what, labels), (what, string.Join('|', campaign.Slots.Select(slot => SlotLabels.Of(campaign, slot.Id)).Select(label => $"{label.Whole} {label.Measure}"))));
    }

    private static Campaign Campaign(string phrase, string measure) => Ledger.SampleCampaign.Campaign with
    {
        Forms =
        [
            Ledger.SampleCampaign.Campaign.Forms[0] with
            {
                Rows =
                [
                    new FormRow
                    {
                        Name = "其他特色活动", Lines = [],
                        Slots = [new Slot { Id = new SlotId("a.b.c"), Phrase = phrase, Measure = measure, Aggregate = Aggregate.Sum }],
                    },
                ],
            },
        ],
    };
}
