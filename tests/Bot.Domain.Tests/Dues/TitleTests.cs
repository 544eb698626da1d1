using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Dues;

public sealed class TitleTests
{
    [Theory]
    [InlineData("“安全生产月”活动总结报告\n浑河站社区高度重视、周密部署", ObligationKind.Summary)]
    [InlineData("白塔社区2024年安全生产月工作总结：今年以来", ObligationKind.Summary)]
    [InlineData("【安全生产月总结】白塔社区高度重视", ObligationKind.Summary)]
    [InlineData("《白塔社区安全生产月活动总结》\n一、高度重视", ObligationKind.Summary)]
    [InlineData("安全生产月总结（白塔社区）\n一、高度重视", ObligationKind.Summary)]
    [InlineData("安全生产月总结 白塔社区\n一、高度重视", ObligationKind.Summary)]
    [InlineData("各位领导好：\n白塔社区安全生产月总结如下：一、高度重视", ObligationKind.Summary)]
    [InlineData("附件：\n安全生产月活动情况总结\n一、高度重视", ObligationKind.Summary)]
    [InlineData("今年6月是全国第23个安全生产月，我社区高度重视，现将活动开展情况总结如下：", ObligationKind.Summary)]
    [InlineData("安全生产月综合情况\n一、高度重视", ObligationKind.Summary)]
    [InlineData("６月安全生产月小结：", ObligationKind.Summary)]
    [InlineData("「安全生產月」活動總結\n我局高度重視", ObligationKind.Summary)]
    [InlineData("安全生产月活动总结（截至6月25日）\n一、高度重视", ObligationKind.Summary)]
    [InlineData("“安全生产沈阳行”6月进展情况：制作", ObligationKind.Progress)]
    [InlineData("安全生产月推进情况汇报\n一、高度重视", ObligationKind.Progress)]
    [InlineData("现将沈阳行活动进展情况报告如下：", ObligationKind.Progress)]
    [InlineData("安全生产月工作周报（6.10—6.16）\n一、", ObligationKind.Progress)]
    [InlineData("白塔社区6月13日日报\n一、", ObligationKind.Progress)]
    [InlineData("白塔社区安全生产月活动方案\n为扎实开展", ObligationKind.Plan)]
    public void A_title_says_what_it_is(string text, ObligationKind kind) => Assert.Equal(kind, Of(text).Kind);

    [Theory]
    [InlineData("请各社区6月25日前报送总结")]
    [InlineData("关于报送安全生产月总结的通知")]
    [InlineData("各社区活动总结6月25日前报送")]
    [InlineData("安全生产月总结会\n6月26日召开")]
    [InlineData("6月26日召开安全生产月总结大会，30人参加")]
    [InlineData("认真总结经验，查找不足")]
    [InlineData("6月12日演练结束后进行了总结，效果良好")]
    [InlineData("现场总结：大家配合得很好")]
    [InlineData("应急疏散演练总结\n6月12日组织演练")]
    [InlineData("6.16安全宣传咨询日活动总结\n发放资料")]
    [InlineData("消防安全培训小结：培训30人")]
    [InlineData("6月13日小结：演练1场")]
    [InlineData("总结晚点发")]
    [InlineData("安全生产月总结明天交，今天先报数")]
    [InlineData("总结还没写好")]
    [InlineData("转发：白塔社区安全生产月总结")]
    [InlineData("收到，总结：")]
    [InlineData("辖区企业的总结、台账要规范")]
    [InlineData("沈阳日报：我市开展安全生产月活动")]
    [InlineData("在沈阳日报刊登报道1篇")]
    [InlineData("隐患整治进展顺利，已完成80%")]
    [InlineData("请报一下进展情况")]
    [InlineData("我社区制定了安全生产月活动方案，成立领导小组")]
    [InlineData("“安全生产月”活动进展情况统计表\n演练（2）场")]
    [InlineData("")]
    public void What_only_speaks_of_one_is_none(string text) => Assert.Null(Of(text).Kind);

    [Theory]
    [InlineData("白塔社区安全生产月总结", ObligationKind.Summary)]
    [InlineData("总结-白塔社区-最终版2", ObligationKind.Summary)]
    [InlineData("安全生產月工作總結", ObligationKind.Summary)]
    [InlineData("附件2 “安全生产月”活动进展情况统计表", ObligationKind.Statistics)]
    [InlineData("沈阳行6月进展情况", ObligationKind.Progress)]
    [InlineData("安全生产月实施方案", ObligationKind.Plan)]
    [InlineData("附件1联络员反馈表", ObligationKind.Liaison)]
    [InlineData("白塔社区6月第二周活动信息", ObligationKind.Material)]
    [InlineData("应急演练总结", ObligationKind.Material)]
    public void A_file_is_what_it_is_called(string name, ObligationKind kind) => Assert.Equal(kind, Title.OfFile(Folded(name)).Kind);

    [Theory]
    [InlineData("总结模板")]
    [InlineData("关于报送安全生产月总结的通知")]
    [InlineData("安全生产月总结会议通知")]
    [InlineData("应急演练方案")]
    [InlineData("安全员名册")]
    [InlineData("扫描件0001")]
    [InlineData("")]
    public void Another_file_is_nothing(string name) => Assert.Null(Title.OfFile(Folded(name)).Kind);

    private static Title Of(string text) => Title.Of(Folded(text));

    private static string Folded(string text) => SourceText.Fold(text).Text.ToString();
}
