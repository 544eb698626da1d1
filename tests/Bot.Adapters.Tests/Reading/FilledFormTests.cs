using Bot.Adapters.Campaigns;
using Bot.Domain.Reading;
using Xunit;

namespace Bot.Adapters.Tests.Reading;

/// <summary>What is the official form, filled in, and what is a report that happens to use its words.</summary>
public sealed class FilledFormTests
{
    private static readonly Dictionary<string, IReportReader> Readers = [];

    [Theory]
    [InlineData("dongming-2023", "东明镇“安全生产月”活动进展情况统计表\n填报单位：黄庄村（截至6月30日累计）\n家庭开展安全隐患排查（96）户；\n张贴悬挂安全标语、横幅、挂图等（6）条；")]
    [InlineData("dongming-2023", "东明镇“安全生产月”活动进展情况统计表\n填报单位：裕民农机合作社\n组织专题学习研讨（1）场，参与（14）人次；")]
    [InlineData("dongming-2023", "東明鎮「安全生產月」活動進展情況統計表\n填報單位：裕民農機合作社\n組織專題學習研討（1）場，參與（14）人次；")]
    [InlineData("dongming-2023", "填报单位：五里桥村\n开播农村安全“小喇叭”（20）次；发布安全风险提示信息（0）条；")]
    [InlineData("dongming-2023", "填表单位：五里桥村    填表日期：6月30日\n开播农村安全“小喇叭”__20__次")]
    [InlineData("dongming-2023", "填报单位：五里桥村 填报日期：6月30日 组织专题学习研讨（1）场，参与（19）人次")]
    [InlineData("changzhou-2022", "“安全生产月”活动进展情况统计表（澄湖区工信局）\n开展应急演练活动（ 1 ）场，参与（ 80 ）人次")]
    [InlineData("changzhou-2022", "单位（盖章）：澄湖区工信局  联系人：甲\n开展应急演练活动（1）场，参与（80）人次；")]
    [InlineData("baita-2024", "附件1\n“安全生产月”活动进展情况统计表\n填报单位：白塔社区\n观看安全生产警示片（2）场，参与（60）人次；布置展板（5）块")]
    [InlineData("changzhou-2022", "“安全生产月”活动进展情况统计表\n应急演练3场210人次，公开课2场95人次")]
    public void The_form_with_the_few_rows_a_unit_has_is_the_form(string campaign, string text) => Assert.NotNull(Read(campaign, text).FilledForm);

    [Theory]
    [InlineData("dongming-2023", "今天组织专题学习研讨（1）场，参与（14）人次")]
    [InlineData("dongming-2023", "填报单位：五里桥村\n6月12日组织专题学习研讨1场，14人参加。")]
    [InlineData("dongming-2023", "填报单位：五里桥村\n6月12日组织专题学习研讨（1）场，参与（14）人次")]
    [InlineData("dongming-2023", "统计表里农村安全“小喇叭”（22）次")]
    [InlineData("dongming-2023", "东明镇“安全生产月”活动进展情况统计表\n填报单位：五里桥村\n组织专题学习研讨（  ）场，参与（  ）人次；")]
    [InlineData("changzhou-2022", "6月14日应急演练（3）场，参与（210）人次；统计表稍后上报")]
    [InlineData("changzhou-2022", "报送“安全生产月”活动进展情况统计表，请查收。昨天应急演练3场，210人参加")]
    [InlineData("baita-2024", "本周张贴海报（30）件，集中宣讲（2）场、参与（71）人次")]
    public void A_report_in_the_form_s_words_is_none(string campaign, string text) => Assert.Null(Read(campaign, text).FilledForm);

    private static ReportReading Read(string campaign, string text)
    {
        lock (Readers)
        {
            if (!Readers.TryGetValue(campaign, out var reader))
                Readers.Add(campaign, reader = ReportReader.Compile(ShippedCampaigns.Open(campaign).Match(c => c, faults => throw new InvalidOperationException(faults[0].ToString()))));
            return reader.Read(text, new ReadingContext { SaidAt = new DateTime(int.Parse(campaign[^4..], System.Globalization.CultureInfo.InvariantCulture), 6, 30, 10, 0, 0), Unit = "甲" });
        }
    }
}
