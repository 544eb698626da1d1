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
    [InlineData("课后没有“一讲了之”：社区紧接着组织应急疏散演练1场，60人参加。", "lifeline.drill.attendance=60 lifeline.drill.sessions=1")]
    [InlineData("社区开展应急疏散演练1场，60人参加。各班趁热打铁召开安全主题班会，共18节。", "lifeline.drill.attendance=60 lifeline.drill.sessions=1")]
    [InlineData("社区组织疏散演练1场，演练中1名住户“晕倒”，参演的60名居民有序下楼。", "lifeline.drill.attendance=60 lifeline.drill.sessions=1")]
    [InlineData("社区算是练了一场应急演练，家家派了代表，人数有60出头。", "lifeline.drill.attendance=60 lifeline.drill.sessions=1")]
    [InlineData("先后走进前屯村、后屯村、河口村开展安全宣传进农村活动，共120人参加。", "fivein.rural.attendance=120 fivein.rural.sessions=3")]
    [InlineData("6月16日、17日连续两个晚上开展安全宣传进家庭活动，每晚各1场，居民70人参与。", "fivein.family.attendance=70 fivein.family.sessions=2")]
    [InlineData("今天两个工地都开了班前会，67人参加。", "study.open_class.attendance=67 study.open_class.sessions=2")]
    [InlineData("知识竞赛和应急疏散演练各办1场，分别有居民80人、60人参加。", "lifeline.drill.attendance=60 lifeline.drill.sessions=1 lifeline.quiz.attendance=80 lifeline.quiz.sessions=1")]
    [InlineData("书记走上“邻里大讲堂”，围绕治本攻坚三年行动带头宣讲1场，90人到场聆听。", "study.cadre_talk.attendance=90 study.cadre_talk.sessions=1")]
    [InlineData("社区组织消防疏散演练1场，60人参加，演练分知识抢答、油锅灭火、绳结自救等环节。", "lifeline.drill.attendance=60 lifeline.drill.sessions=1")]
    public void A_story_is_counted_by_how_it_is_told(string text, string metrics) => Assert.Equal(metrics, Metrics(text));

    [Theory]
    [InlineData("农历五月十三，社区赶集。6月18日组织演练1场，60人参加。")]
    [InlineData("6月19日供稿。6月18日，社区组织演练1场，60人参加。")]
    [InlineData("6月18日，社区结合“6·11”某地燃爆事故组织演练1场，60人参加，当日下午复盘。")]
    [InlineData("6月18日，社区在1号、2号、5号楼组织演练1场，60人参加。")]
    public void Only_the_day_of_the_activity_is_its_day(string text) =>
        Assert.Equal([new DateOnly(2024, 6, 18)], CorpusCampaigns.Reader("baita-2024").Read(text, Said).Days.Select(day => day.From));

    [Fact]
    public void Lines_with_dashes_that_begin_with_activities_name_no_units()
    {
        var reading = CorpusCampaigns.Reader("baita-2024").Read("安全月台账\n一、灭火器实操——1场——约55人\n二、文创围裙——发放130条\n三、全民安全公开课——0场", Said);
        Assert.All(reading.Metrics(), metric => Assert.Null(metric.Unit));
    }

    [Fact]
    public void An_office_s_findings_about_others_are_nobody_s_report() => Assert.Equal(
        ReadingKind.Other,
        CorpusCampaigns.Reader("baita-2024").Read("【情况通报】本月15日，我办抽查各社区：河口社区演练1场、80人参加，值得肯定；另有1家方案不符。请有关单位于6月24日前书面说明。", Said).Kind);

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
