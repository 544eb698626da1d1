using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>Rows of a filled form that is printed as a table: 项目, 单位, 数量 in any order, copied with tabs, wide room or strokes.</summary>
public class PastedRowsTests
{
    private static readonly IReportReader School = Compile(
        ("lessons", "开设消防安全课", "节"), ("speech", "国旗下讲话", "次"), ("boards", "展板、黑板报", "块"), ("experts", "专家（消防、气象）进校讲座", "场"), ("drill", "组织疏散演练", "场"), ("drill.people", "参演师生", "人次"),
        ("dorms", "检查学生宿舍", "间"), ("extinguishers", "检修更换灭火器", "具"), ("faults", "排查火灾隐患", "处"), ("station", "是否建立微型消防站", "是否"));

    private static readonly IReportReader Yard = Compile(
        ("sites", "检查场所 · 本月", "家"), ("sites.all", "检查场所 · 累计", "家"), ("train", "组织岗位培训", "期"), ("train.people", "组织岗位培训 · 参加", "人次"), ("leaflets", "印发宣传单", "份/张"));

    [Theory]
    [InlineData("开设消防安全课\t节\t28\n检修更换灭火器\t具\t22", "extinguishers=22 lessons=28")]
    [InlineData("组织疏散演练\t1\t场\n参演师生\t1305\t人次", "drill=1 drill.people=1305")]
    [InlineData("组织疏散演练\t1 场\n参演师生\t1305 人次", "drill=1 drill.people=1305")]
    [InlineData("项目\t数量\t单位\n组织疏散演练\t1\t场\n参演师生\t1305\t人次", "drill=1 drill.people=1305")]
    [InlineData("参演师生\t1305", "drill.people=1305")]
    [InlineData("参演师生 1305", "drill.people=1305")]
    [InlineData("参演师生：1305", "drill.people=1305")]
    [InlineData("开设消防安全课（节）：28", "lessons=28")]
    [InlineData("开设消防安全课（单位：节）\t28", "lessons=28")]
    [InlineData("开设消防安全课  节  28\n参演师生  人次  1305", "drill.people=1305 lessons=28")]
    [InlineData("开设消防安全课 节 28", "lessons=28")]
    [InlineData("| 开设消防安全课 | 节 | 28 |\n|---|---|---|\n| 参演师生 | 人次 | 1305 |", "drill.people=1305 lessons=28")]
    [InlineData("1\t开设消防安全课\t节\t28\n2\t国旗下讲话\t次\t1", "lessons=28 speech=1")]
    [InlineData("宣传教育\t（一）开设消防安全课\t节\t28\n\t（二）国旗下讲话\t次\t1\t升旗仪式", "lessons=28 speech=1")]
    [InlineData("专家（消防、气象）进校讲座\t场\t2\n展板、黑板报\t块\t16", "boards=16 experts=2")]
    [InlineData("开设消防安全课\t节\t28\n展板、黑板报\t块\t／\n国旗下讲话\t次\t\n检查学生宿舍\t间\t0", "dorms=0 lessons=28")]
    [InlineData("消防安全课\t节\t28\n疏散演练参演师生\t人次\t1305", "drill.people=1305 lessons=28")]
    [InlineData("是否建立微型消防站\t是/否\t是\n检查学生宿舍\t间\t86", "dorms=86 station=1")]
    [InlineData("是否建立微型消防站\t□是 ☑否\t\n检查学生宿舍\t间\t86", "dorms=86 station=0")]
    public void A_row_fills_the_blank_its_label_names_and_no_other(string text, string metrics) => Assert.Equal(metrics, Metrics(School, text));

    [Theory]
    [InlineData("检查场所\t家\t12\t30\n印发宣传单\t份/张\t500", "leaflets=500 sites=12 sites.all=30")]
    [InlineData("组织岗位培训\t期\t3\n参加\t人次\t140", "train=3 train.people=140")]
    public void Columns_side_by_side_and_words_that_lean_on_the_row_above_are_read_as_printed(string text, string metrics) => Assert.Equal(metrics, Metrics(Yard, text));

    [Theory]
    [InlineData("参演师生\t约1300\t人次", Bound.About)]
    [InlineData("参演师生\t人次\t1300余", Bound.Over)]
    [InlineData("参演师生\t人次\t近1300", Bound.Under)]
    public void What_bounds_a_number_in_a_cell_is_kept(string text, Bound bound) => Assert.Equal(bound, Assert.Single(Read(School, text).Metrics()).Bound);

    [Theory]
    [InlineData("开设消防安全课\t节\t28\n栽种树木\t棵\t12", "lessons=28", "12")]
    [InlineData("开设消防安全课\t节\t28\n场\t5", "lessons=28", "5")]
    [InlineData("开设消防安全课\t节\t28\n开设消防安全课\t节\t6", "lessons=28", "6")]
    [InlineData("参演师生\t人次\t1305\n组织疏散演练\t场\t2\t含夜间1场", "drill=2 drill.people=1305", "1场")]
    public void What_a_row_does_not_tell_is_left_over_and_never_added_up(string text, string metrics, string left)
    {
        Assert.Equal(metrics, Metrics(School, text));
        Assert.Contains(Read(School, text).LeftOver, span => text[span.From..span.To].Contains(left, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("6月12日\n参演师生：1305")]
    [InlineData("6月12日情况\n参演师生\t人次\t1305")]
    public void A_day_above_a_row_or_two_is_when_it_was_done(string text) => Assert.Equal(new DateOnly(2024, 6, 12), Assert.Single(Read(School, text).Days).From);

    [Fact]
    public void An_empty_table_sent_round_is_no_report() =>
        Assert.Equal(ReadingKind.Other, Read(School, "项目\t单位\t数量\n开设消防安全课\t节\t\n组织疏散演练\t场\t\n参演师生\t人次\t").Kind);

    private static ReportReading Read(IReportReader reader, string text) => reader.Read(text, new ReadingContext { SaidAt = new DateTime(2024, 6, 28, 15, 0, 0), Unit = "甲" });

    private static string Metrics(IReportReader reader, string text) => string.Join(' ', Read(reader, text).Metrics().OrderBy(metric => metric.Slot.Value, StringComparer.Ordinal)
        .Select(metric => $"{metric.Slot.Value}={metric.Value:0}{(metric.Implied ? "*" : string.Empty)}"));

    private static IReportReader Compile(params (string Slot, string Phrase, string Measure)[] blanks) =>
        ReportReader.Compile(CorpusCampaigns.Of([.. blanks.Select(blank => (blank.Slot, "1", "活动", blank.Phrase, blank.Measure))]));
}
