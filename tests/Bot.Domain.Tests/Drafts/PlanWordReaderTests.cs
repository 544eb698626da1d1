using Bot.Domain.Drafts;
using Xunit;

namespace Bot.Domain.Tests.Drafts;

/// <summary>What an admin says about a draft, and what only looks like it.</summary>
public sealed class PlanWordReaderTests
{
    public static TheoryData<string, PlanWord?> Said => new()
    {
        { "第2项改为6月28日前", new PlanWord.Change(2, "6月28日前") },
        { "把第二项的时间改成每周五前。", new PlanWord.Change(2, "每周五前") },
        { "第 12 条改到月底", new PlanWord.Change(12, "月底") },
        { "删除第3项", new PlanWord.Delete(3) },
        { "第三项不要了", new PlanWord.Delete(3) },
        { "第3条：不要", new PlanWord.Delete(3) },
        { "删除3", new PlanWord.Delete(3) },
        { "删3项", new PlanWord.Delete(3) },
        { "第2条 报送单位 各社区", new PlanWord.Whom(2, "各社区") },
        { "第2项报送单位改为各社区、村", new PlanWord.Whom(2, "各社区、村") },
        { "第2项谁报：白塔社区", new PlanWord.Whom(2, "白塔社区") },
        { "第2项由各企业报", new PlanWord.Whom(2, "各企业") },
        { "第2项只要社区和村报送", new PlanWord.Whom(2, "社区和村") },
        { "第2项内容改为隐患排查清单", new PlanWord.What(2, "隐患排查清单") },
        { "第2项名称 活动总结", new PlanWord.What(2, "活动总结") },
        { "第2项报送至 街道应急办", new PlanWord.Where(2, "街道应急办") },
        { "第2条 报送时间 6月28日前", new PlanWord.Change(2, "6月28日前") },
        { "时间改为6月1日至6月30日", new PlanWord.Period("6月1日至6月30日") },
        { "活动时间：6月1日至6月30日", new PlanWord.Period("6月1日至6月30日") },
        { "主题改为人人讲安全", new PlanWord.Theme("人人讲安全") },
        { "标题改为柳河街道安全生产月方案", new PlanWord.Title("柳河街道安全生产月方案") },
        { "启用方案", new PlanWord.Activate(null) },
        { "启用方案！", new PlanWord.Activate(null) },
        { "启用方案 新版", new PlanWord.Activate(ActivateAs.Revision) },
        { "启用方案 另立", new PlanWord.Activate(ActivateAs.Own) },
        { "启用方案，作为新活动", new PlanWord.Activate(ActivateAs.Own) },
        { "放弃方案", new PlanWord.Discard() },
        { "看方案", new PlanWord.Show() },
        { "启用方案的事明天再说", null },
        { "6月12日组织演练1场", null },
        { "第2项是什么时候报？", null },
        { "第2项改为", null },
        { "第2项 总结", null },
        { "第2项报送单位", null },
        { "第2项报送单位 是哪些？", null },
        { "第2项工作由安监科牵头，各社区报名", null },
        { "删除", null },
        { "删除3张照片", null },
        { "第2项改为6月28日前\n第3项删除", null },
        { "演练时间改为6月13日", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void Words_about_a_draft_are_told_from_others(string text, PlanWord? word) => Assert.Equal(word, PlanWordReader.Read(text));
}
