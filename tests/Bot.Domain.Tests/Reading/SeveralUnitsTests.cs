using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

/// <summary>
/// Messages that speak of several units: <c>unit slot=value</c>, <c>unit nil</c>, <c>unit ask slot</c>. What is told of no unit in
/// particular stands under <c>-</c>.
/// </summary>
public class SeveralUnitsTests
{
    private static readonly string[] Office = ["白塔社区", "桃仙社区", "汪家社区", "双园村", "富友社区"];

    [Theory]
    [InlineData("白塔社区6月11日应急疏散演练1场，参加52人；桃仙社区6月11日张贴宣传海报30张。", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("白塔社区6月11日应急疏散演练1场，参加52人。桃仙社区张贴宣传海报30张。", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("白塔社区6月11日应急疏散演练1场，参加52人，桃仙社区张贴宣传海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("6月11日白塔社区开展演练1场52人，6月12日桃仙社区贴海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("6月11日，白塔社区组织应急疏散演练1场，52人参加；桃仙社区组织观看警示片1场，40人。", "白塔社区 drill 1/52 桃仙社区 film 1/40")]
    [InlineData("白塔社區6月11日應急疏散演練1場，參加52人；桃仙社區6月11日張貼宣傳海報30張。", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("白塔社区演练1场52人、桃仙社区海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("白塔：演练1场，52人\n桃仙：海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("1.白塔社区应急疏散演练1场52人 2.桃仙社区张贴海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("【白塔社区】演练1场，52人参加\n【桃仙社区】张贴海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("（白塔社区）演练1场，52人参加\n（桃仙社区）张贴海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("报一下本周情况：白塔社区演练1场52人；桃仙社区网格员培训1场20人", "白塔社区 drill 1/52 桃仙社区 lecture 1/20")]
    [InlineData("领导好，白塔社区本周演练1场52人，桃仙社区本周演练1场60人", "白塔社区 drill 1/52 桃仙社区 drill 1/60")]
    [InlineData("白塔社区：6月11日演练1场，52人参加。\n桃仙社区：6月11日观看警示教育片1场，40人。\n两个社区合计2场92人。", "白塔社区 drill 1/52 桃仙社区 film 1/40")]
    [InlineData("白塔社区演练1场52人；桃仙社区演练1场60人；共计演练2场112人", "白塔社区 drill 1/52 桃仙社区 drill 1/60")]
    [InlineData("白塔社区演练1场52人；桃仙社区演练2场，共计60人", "白塔社区 drill 1/52 桃仙社区 drill 2/60")]
    [InlineData("白塔社区演练1场52人；桃仙社区演练1场60人；两个社区共张贴海报20张", "白塔社区 drill 1/52 桃仙社区 drill 1/60 桃仙社区 ask consult.poster.count 白塔社区 ask consult.poster.count")]
    [InlineData("两个社区各张贴海报10张", "桃仙社区 poster 10 白塔社区 poster 10")]
    [InlineData("白塔社区、桃仙社区各开展演练1场，参加人数分别为52人、60人", "白塔社区 drill 1/52 桃仙社区 drill 1/60")]
    [InlineData("白塔社区联合消防站开展演练1场，52人参加；桃仙社区和物业公司联合张贴海报30张", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    public void Who_reports_for_two_units_tells_of_both_in_one_message(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("白塔社区、桃仙社区“安全生产沈阳行”6月均为零报告。", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("白塔社区和桃仙社区本周无活动", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("白塔社區和桃仙社區本週無活動", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("两个社区都零报告", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("本周我负责的两个社区均无活动，零报告。", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("這兩個社區本月都沒有開展活動", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("俩社区本周都没活动", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("本周白塔、桃仙都没搞活动", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("白塔社区零报告；桃仙社区零报告", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("白塔社区本周无活动，桃仙社区也没有活动。", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("“安全生产沈阳行”6月进展：白塔社区、桃仙社区均无进展", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("白塔社区：无\n桃仙社区：无", "白塔社区 nil 桃仙社区 nil")]
    [InlineData("白塔社区演练1场52人，桃仙社区本周无活动", "白塔社区 drill 1/52 桃仙社区 nil")]
    [InlineData("白塔社区零报告；桃仙社区张贴海报30张，附照片3张", "桃仙社区 poster 30 白塔社区 nil")]
    [InlineData("白塔社区昨天报过了，桃仙社区本周零报告", "桃仙社区 nil")]
    public void Who_reports_for_two_units_tells_which_had_nothing(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("今天下午开展应急疏散演练1场，参加60人。", "- drill 1/60")]
    [InlineData("与桃仙社区联合开展应急疏散演练1场，参加60人。", "- drill 1/60")]
    [InlineData("白塔社区、桃仙社区联合开展应急疏散演练1场，参加60人。", "- drill 1/60")]
    [InlineData("在桃仙社区广场开展应急疏散演练1场，参加60人。", "- drill 1/60")]
    [InlineData("本周零报告", "")]
    [InlineData("三个社区都零报告", "")]
    public void What_names_neither_of_them_is_told_of_none(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("白塔社区与桃仙社区联合开展应急疏散演练1场，60人参加。", "- drill 1/60")]
    [InlineData("6月11日，我社区在桃仙社区广场开展应急疏散演练1场，60人参加。", "- drill 1/60")]
    [InlineData("白塔社区组织桃仙社区居民开展应急疏散演练1场，60人参加。", "- drill 1/60")]
    [InlineData("白塔社区组织应急疏散演练1场，60人参加，桃仙社区居民20人观摩。", "- drill 1/80")]
    [InlineData("白塔社区开展应急疏散演练1场，白塔社区参加40人，桃仙社区参加20人。", "- drill 1/60")]
    [InlineData("白塔社区演练1场52人；桃仙社区广场咨询日1场，接受咨询80人", "- drill 1/52 - day 1 - asked 80")]
    [InlineData("我社区邀请桃仙社区宣讲员宣讲1场，60人参加。", "- lecture 1/60")]
    public void A_neighbour_named_beside_one_s_own_is_no_part_of_its_own(string text, string expected) => AssertReads(text, expected, own: "白塔社区");

    [Theory]
    [InlineData("白塔社区6月11日应急疏散演练1场，参加52人；桃仙社区6月11日张贴宣传海报30张。", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    [InlineData("白塔社区：演练1场，52人。\n桃仙社区：海报30张。", "白塔社区 drill 1/52 桃仙社区 poster 30")]
    public void A_neighbour_s_own_line_is_the_neighbour_s(string text, string expected) => AssertReads(text, expected, own: "白塔社区");

    [Theory]
    [InlineData("白塔社区组织演练1场，桃仙社区52人参加", "白塔社区 drill 1/52")]
    [InlineData("白塔社区组织演练1场，52人参加，桃仙社区派8人观摩", "白塔社区 drill 1/60")]
    [InlineData("白塔社区联合桃仙社区开展演练1场，52人参加", "白塔社区 drill 1/52")]
    [InlineData("白塔社区在桃仙社区广场开展演练1场，52人参加", "白塔社区 drill 1/52")]
    [InlineData("白塔社区6月11日演练1场，桃仙社区小学师生52人参加", "白塔社区 drill 1/52")]
    [InlineData("桃仙社区6月18日下午开展应急疏散演练1场，参加60人。", "桃仙社区 drill 1/60")]
    public void The_unit_that_acts_is_meant_and_not_the_one_beside_it(string text, string expected) => AssertReads(text, expected);

    private static void AssertReads(string text, string expected, string? own = null)
    {
        var context = new ReadingContext
        {
            SaidAt = new DateTime(2024, 6, 14, 10, 0, 0), Unit = own, Units = Office, ReportsFor = own is null ? ["白塔社区", "桃仙社区"] : [],
        };
        var reading = CorpusCampaigns.Reader("baita-2024").Read(text, context);
        var told = reading.Metrics().GroupBy(m => (Unit: m.Unit ?? "-", m.Slot.Family)).Select(f => $"{f.Key.Unit} {Short(f.Key.Family)} {string.Join('/', f.Select(m => m.Value))}")
            .Concat(reading.Asks.Select(ask => $"{ask.Unit ?? "-"} ask {ask.Slot}")).Concat(reading.NilUnits.Select(unit => unit + " nil"));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), string.Join(' ', told).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    private static string Short(string family) => family switch
    {
        "lifeline.drill" => "drill", "consult.poster" => "poster", "study.film" => "film", "study.lecture" => "lecture", "consult.day" => "day", "consult.desk" => "asked",
        _ => family,
    };
}
