using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>What stands beside the report in town news: rates, plans, other people's deeds, what a place is, how a drill goes on.</summary>
public class TownNewsTests
{
    private const string Drill = "6月18日，社区组织消防疏散演练1场，参加60人。";

    [Theory]
    [InlineData("该馆日均接待1300人次，场均参与40人。")]
    [InlineData("医院全年急诊量15.8万人次。")]
    [InlineData("网格员一天要跑40户，人均负责320户。")]
    [InlineData("新华市场是一家开了22年的批发市场，有商户640家，从业人员2000人。")]
    [InlineData("全村4个村民组、612户、1985口人。")]
    [InlineData("公司2009年建成投用，累计接待参观者1.9万人次。")]
    [InlineData("去年6月，社区举办了3场演练，参与居民只有140人。")]
    [InlineData("上年组织演练3次，最多一次才来了90人。")]
    [InlineData("5月底，社区组织演练2场，参加75人。")]
    [InlineData("6月25日前要对全部163台叉车进行检查，并安排72人参加疏散演练2场。")]
    [InlineData("书记表示，要持续巩固成效，开展演练5场。")]
    [InlineData("三季度继续组织疏散演练2场。")]
    [InlineData("7月开展疏散演练3场，覆盖48个班组。")]
    [InlineData("6月下旬将连续举办3场疏散演练。")]
    [InlineData("一场直播抵得上过去两百场演练。")]
    [InlineData("6月5日，区安委会召开全区视频会，各街道160余人参会。")]
    [InlineData("据市应急局通报，5月份全市共组织演练410场、2.6万人次。")]
    [InlineData("人家全镇组织演练38场、参与5200人次；疏散演练做到村村有，累计62场。")]
    [InlineData("外省某街道以“楼道会”形式开展演练126场，惠及居民8900人次。")]
    public void Beside_the_report_nothing_counts(string beside)
    {
        Assert.Equal(Metrics(Drill), Metrics(Drill + beside));
    }

    [Theory]
    [InlineData("6月12日，社区组织防汛演练，演练设定堤段出现管涌。接到指令后，村干部分成3路逐户敲门。整个过程共有214名村民参加。", "lifeline.drill.attendance=214 lifeline.drill.sessions=1")]
    [InlineData("6月12日，社区走进白塔一小开展安全宣传进校园活动1场，师生300人参加。互动环节，36名学生抢答成功。", "fivein.school.attendance=300 fivein.school.sessions=1")]
    [InlineData("6月12日，社区组织集中宣讲1场，从形势、责任、措施三个方面讲解，80人参加。", "study.lecture.attendance=80 study.lecture.sessions=1")]
    [InlineData("6月12日，组织干部观看警示教育片1场，37人参加；6月13日，组织一线员工观看2场，参与404人次。", "study.film.attendance=441 study.film.sessions=3")]
    [InlineData("6月12日，厂里分白班、夜班2批，组织职工集中观看警示教育片，参与94人次。", "study.film.attendance=94 study.film.sessions=2")]
    [InlineData("6月12日，社区在食堂大屏幕播放警示教育片2场，有63位老人观看。", "study.film.attendance=63 study.film.sessions=2")]
    [InlineData("6月12日，公司组织演练1场，参演人员86人，全区项目负责人、安全总监共110人现场观摩。", "lifeline.drill.attendance=196 lifeline.drill.sessions=1")]
    [InlineData("6月12日，园区企业各类应急疏散演练共41场，参与3260人次。", "lifeline.drill.attendance=3260 lifeline.drill.sessions=41")]
    [InlineData("6月12日，公司组织在岗职工86人开展疏散演练1场。", "lifeline.drill.attendance=86 lifeline.drill.sessions=1")]
    [InlineData("6月18日，公司结合“8·2”事故教训组织演练1场，30人参加。", "lifeline.drill.attendance=30 lifeline.drill.sessions=1")]
    public void What_was_done_counts_whole(string text, string expected)
    {
        Assert.Equal(expected, Metrics(text));
    }

    [Fact]
    public void Hazards_found_are_asked_about_where_several_blanks_want_them_and_no_word_tells_which()
    {
        var blanks = new[] { ("a", "查找身边的隐患，查找隐患", "条"), ("b", "自查互查发现隐患", "条"), ("c", "检举重大风险隐患", "项") };
        var reader = ReportReader.Compile(CorpusCampaigns.Of([.. blanks.Select(blank => (blank.Item1, "1", "隐患", blank.Item2, blank.Item3))]));
        var open = reader.Read("6月18日，公司组织排查，发现隐患9条。", Said);
        Assert.Empty(open.Metrics());
        Assert.Equal(["a", "b", "c"], open.Asks.Select(ask => ask.Slot.Value).Order(StringComparer.Ordinal));
        Assert.Equal("b=9", Join(reader.Read("6月18日，公司开展自查互查，发现隐患9条。", Said)));
    }

    [Fact]
    public void Units_of_a_round_up_in_prose_are_known_by_what_they_do()
    {
        var reading = CorpusCampaigns.Reader("baita-2024").Read(
            "各企业6月17日至18日活动汇总：天晟光电组织全员观看警示教育片2场，214人次。柏盛家具开展疏散演练1场，60人参加。", Said);
        Assert.Equal(["天晟光电", "柏盛家具"], reading.Activities.Select(activity => activity.Unit).Distinct(StringComparer.Ordinal));
    }

    private static ReadingContext Said => new() { SaidAt = new DateTime(2024, 6, 19, 15, 0, 0), Unit = "白塔社区" };

    private static string Metrics(string text) => Join(CorpusCampaigns.Reader("baita-2024").Read(text, Said));

    private static string Join(ReportReading reading) => string.Join(' ', reading.Metrics().Select(metric => $"{metric.Slot.Value}={metric.Value:0}").Order(StringComparer.Ordinal));
}
