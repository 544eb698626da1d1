using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>Forms compiled from plans: what they print beside a blank, under several headings, in two columns, for several kinds of people.</summary>
public class CompiledFormTests
{
    private static readonly IReportReader Mountain = Compile(
        ("mine.firms", "矿山", "矿山 · 检查企业", "家"), ("mine.found", "矿山", "矿山 · 发现隐患", "条"), ("mine.fixed", "矿山", "矿山 · 完成整改", "条"), ("mine.spent", "矿山", "矿山 · 整改投入", "万元"),
        ("site.firms", "建筑施工", "建筑施工 · 检查企业", "家"), ("site.found", "建筑施工", "建筑施工 · 发现隐患", "条"), ("site.fixed", "建筑施工", "建筑施工 · 完成整改", "条"), ("site.spent", "建筑施工", "建筑施工 · 整改投入", "万元"));

    private static readonly IReportReader Estate = Compile(
        ("lesson", "宣传", "组织收看消防第一课", "人"), ("teams", "宣传", "参赛作业班", "个"), ("horns", "宣传", "启用大喇叭", "个"), ("sprinklers", "宣传", "新装简易喷淋", "家"),
        ("faults", "设施", "发现故障点位", "处"), ("repaired", "设施", "发现故障点位 · 已修复", "处"),
        ("drill", "演练", "组织疏散逃生演练", "次"), ("drill.owners", "演练", "组织疏散逃生演练 · 参加业主", "人次"), ("drill.staff", "演练", "组织疏散逃生演练 · 参加员工", "人次"), ("drill.plan", "演练", "组织疏散逃生演练 · 其中综合预案演练", "次"),
        ("visits", "入户", "上门入户 · 当日", "户"), ("visits.all", "入户", "上门入户 · 累计", "户"), ("time", "用时", "全院疏散用时", "秒"));

    [Theory]
    [InlineData("6月10日矿山检查企业8家，发现隐患46条，完成整改41条，整改投入12万元。", "mine.firms=8 mine.fixed=41 mine.found=46 mine.spent=12", "")]
    [InlineData("建筑施工领域：本周检查企业15家，发现隐患72条，已整改65条", "site.firms=15 site.fixed=65 site.found=72", "")]
    [InlineData("矿山检查企业8家；建筑施工检查企业15家", "mine.firms=8 site.firms=15", "")]
    [InlineData("6月10日检查企业23家，发现隐患58条", "", "mine.firms mine.found site.firms site.found")]
    public void Of_blanks_printed_alike_the_heading_said_tells_which(string text, string metrics, string asks) => AssertReads(Mountain, text, metrics, asks);

    [Theory]
    [InlineData("参赛作业班8个", "teams=8", "")]
    [InlineData("今天全镇18个大喇叭同时响起", "horns=18", "")]
    [InlineData("6月3日已有12家商户新装简易喷淋", "sprinklers=12", "")]
    [InlineData("发现故障9处，已修复7处，剩下2处等配件", "faults=9 repaired=7", "")]
    [InlineData("组织疏散逃生演练1次，108名业主和32名物业员工参加", "drill=1 drill.owners=108 drill.staff=32", "")]
    [InlineData("组织疏散逃生演练1次，140人参加", "drill=1", "drill.owners drill.staff")]
    [InlineData("6月3日开展综合预案演练1次，另外各车间疏散演练3次", "drill=4 drill.plan=1", "")]
    [InlineData("今天上门入户46户", "visits=46", "")]
    [InlineData("截至6月20日累计上门入户460户", "visits.all=460", "")]
    [InlineData("疏散演练两次，第一次用时165秒，第二次用时142秒", "drill=2", "time")]
    public void What_the_form_prints_beside_a_figure_wins(string text, string metrics, string asks) => AssertReads(Estate, text, metrics, asks);

    [Theory]
    [InlineData("6月10日，公司讲安全课2场，召开班前会12次，参与146人次", "study.lecture.sessions=2 study.open_class.attendance=146 study.open_class.sessions=12")]
    [InlineData("6月10日，举办安全宣传咨询日活动，有奖竞答1场85人参加，参与群众共计460余人", "consult.day.attendance=460 consult.day.sessions=1 lifeline.quiz.attendance=85 lifeline.quiz.sessions=1")]
    [InlineData("6月10日，23名工人开了班前会。自6月1日以来累计召开班前会152场，参加4200人次", "study.open_class.attendance=4200 study.open_class.sessions=152")]
    [InlineData("各社区、企业开展公开课、班组会46场，参加1580人次", "study.open_class.attendance=1580 study.open_class.sessions=46")]
    [InlineData("6月10日，社区开了班前会1场，30人参加。这样的会每天要开8场", "study.open_class.attendance=30 study.open_class.sessions=1")]
    [InlineData("更正：班前会参与人次由540改为954", "study.open_class.attendance=954")]
    public void Totals_and_the_figures_beside_them_are_told_apart(string text, string metrics) => Assert.Equal(metrics, string.Join(' ',
        CorpusCampaigns.Reader("baita-2024").Read(text, Said).Metrics().Select(metric => $"{metric.Slot.Value}={metric.Value:0}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("截至上周日，已有19家单位报送材料，累计演练42场、宣讲65场，还差5家，请抓紧。")]
    [InlineData("各村：已报12家，未报3家，全镇演练20场，请尽快补报。")]
    public void How_many_have_reported_is_an_offices_tally(string text) => Assert.Equal(ReadingKind.Other, CorpusCampaigns.Reader("baita-2024").Read(text, Said).Kind);

    private static ReadingContext Said => new() { SaidAt = new DateTime(2024, 6, 28, 15, 0, 0), Unit = "甲" };

    private static IReportReader Compile(params (string Slot, string Row, string Phrase, string Measure)[] blanks) =>
        ReportReader.Compile(CorpusCampaigns.Of([.. blanks.Select(blank => (blank.Slot, "1", blank.Row, blank.Phrase, blank.Measure))]));

    private static void AssertReads(IReportReader reader, string text, string metrics, string asks)
    {
        var reading = reader.Read(text, Said);
        Assert.Equal(metrics, string.Join(' ', reading.Metrics().OrderBy(metric => metric.Slot.Value, StringComparer.Ordinal).Select(metric => $"{metric.Slot.Value}={metric.Value:0}")));
        Assert.Equal(asks, string.Join(' ', reading.Asks.Select(ask => ask.Slot.Value).Order(StringComparer.Ordinal)));
    }
}
