using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>Totals so far, told by the head of a form or table, by a closing summary, or in words.</summary>
public class BasisTests
{
    private const string Rows = "\n应急疏散演练（3）场，参与（150）人次；\n张贴宣传海报（60）件";
    private const string Table = "\n项目｜场次｜人次\n应急疏散演练｜3｜150";

    [Theory]
    [InlineData("填报单位：白塔社区（截至6月27日累计）" + Rows)]
    [InlineData("填报單位：白塔社區（截至6月27日累計）" + Rows)]
    [InlineData("“安全生产月”活动进展情况统计表\n填报单位：白塔社区  截止日期：截至6月27日" + Rows)]
    [InlineData("“安全生产月”活动统计表\n填报单位：白塔社区\n统计时间：6月1日至27日" + Rows)]
    [InlineData("“安全生产月”活动统计表（统计时段：2024年6月1日—6月27日）" + Rows)]
    [InlineData("填报单位：白塔社区\n数据时间：6.1-6.25" + Rows)]
    [InlineData("“安全生产月”活动统计表（累计数）" + Rows)]
    [InlineData("填报单位：白塔社区  填报日期：6月27日\n以下均为累计数：" + Rows)]
    [InlineData("填报单位：白塔社区" + Rows + "\n注：以上为累计数")]
    [InlineData("截至6月27日累计" + Table)]
    [InlineData("白塔社区统计表\n统计时间：6月1日至27日" + Table)]
    [InlineData("项目｜累计场次｜累计人次\n应急疏散演练｜3｜150")]
    [InlineData("项目｜本周场次｜本周人次｜累计场次｜累计人次\n应急疏散演练｜1｜50｜3｜150")]
    public void The_head_of_a_form_or_table_speaks_for_all_its_rows(string text) => AssertDrill(text, Basis.Cumulative);

    [Theory]
    [InlineData("填报单位：白塔社区" + Rows)]
    [InlineData("填报单位：白塔社区  填报日期：6月27日" + Rows)]
    [InlineData("“安全生产月”活动进展情况周报表\n统计时间：6月21日至27日" + Rows)]
    [InlineData("填报单位：白塔社区\n统计时间：6月1日至6日" + Rows)]
    [InlineData("白塔社区本周情况（6月21日—27日）" + Rows)]
    [InlineData("6月21日—6月27日" + Table)]
    [InlineData("项目｜本周场次｜本周人次\n应急疏散演练｜3｜150")]
    public void A_week_s_form_or_table_holds_new_numbers(string text) => AssertDrill(text, Basis.Incremental);

    [Theory]
    [InlineData("丰乐社区“安全生产月”活动总结：截至6月24日，累计应急疏散演练3场、参与150人次")]
    [InlineData("豐樂社區「安全生產月」活動總結：截至6月24日，累計應急疏散演練3場、參與150人次")]
    [InlineData("“安全生产月”活动总结\n活动开展以来，应急疏散演练3场，参与150人次")]
    [InlineData("“安全生产月”活动总结报告\n我社区共开展应急疏散演练3场，150人参加，取得良好成效。")]
    [InlineData("安全生产月工作总结\n一、高度重视。\n二、组织应急疏散演练3场，参与150人次。")]
    [InlineData("安全生产月活动总结（截至6月24日）：应急疏散演练3场，150人次参加")]
    [InlineData("安全生产月总结：6月共开展应急疏散演练3场，150人次参加")]
    [InlineData("6月安全生产月总结：开展应急疏散演练3场，150人次参加")]
    [InlineData("安全生产月活动总结\n6月3日召开动员会部署。活动期间累计开展应急疏散演练3场，150人次参加")]
    [InlineData("6月共组织应急疏散演练3场，150人参加")]
    [InlineData("截至6月24日，应急疏散演练3场，150人参加")]
    public void A_closing_summary_and_words_for_so_far_give_totals(string text) => AssertDrill(text, Basis.Cumulative);

    [Theory]
    [InlineData("应急疏散演练总结\n6月12日组织应急疏散演练3场，参加150人。")]
    [InlineData("本周工作小结：组织应急疏散演练3场，150人参加")]
    [InlineData("6月第三周活动总结：组织应急疏散演练3场，150人参加")]
    [InlineData("安全生产月活动总结\n6月12日组织应急疏散演练3场，参加150人。")]
    [InlineData("6月12日组织应急疏散演练3场，累计150人参加")]
    [InlineData("6月12日组织应急疏散演练3场，150人参加，演练后进行了总结。")]
    [InlineData("6月共同组织应急疏散演练3场，150人参加")]
    [InlineData("总结发您邮箱了，昨天组织应急疏散演练3场，150人参加")]
    public void One_occasion_or_one_week_gives_new_numbers(string text) => AssertDrill(text, Basis.Incremental);

    private static void AssertDrill(string text, Basis basis)
    {
        var reading = CorpusCampaigns.Reader("baita-2024").Read(text, new ReadingContext { SaidAt = new DateTime(2024, 6, 27, 15, 0, 0), Unit = "白塔社区" });
        Assert.Equal(basis, reading.Basis);
        Assert.Contains(reading.Metrics(), metric => metric.Slot.Value == "lifeline.drill.attendance" && metric.Value == 150);
        Assert.Contains(reading.Metrics(), metric => metric.Slot.Value == "lifeline.drill.sessions" && metric.Value == 3);
    }
}
