using Bot.Domain.Replies;
using Bot.Domain.Returns;
using Bot.Domain.Tests.Reading;
using Xunit;

namespace Bot.Domain.Tests.Replies;

/// <summary>Which words of reports a 总结 takes over.</summary>
public sealed class OfficeSummaryTests
{
    [Theory]
    [InlineData("社区党委高度重视，召开专题会议部署安全生产月各项工作", true)]
    [InlineData("通过悬挂横幅、发放资料等方式向居民宣传用电用气安全知识", true)]
    [InlineData("组织应急疏散演练2场，居民和物业人员参加", false)]
    [InlineData("组织应急疏散演练两场，居民和物业人员积极参加", false)]
    [InlineData("一百二十余人参加了本次应急疏散演练活动", false)]
    [InlineData("已上报", false)]
    [InlineData("请问这次活动的照片什么时候之前要报上来呢？", false)]
    public void Only_sentences_that_count_nothing_are_taken_over(string sentence, bool may) => Assert.Equal(may, SummaryWords.MayBeQuoted(sentence));

    [Fact]
    public void Without_figures_the_draft_says_so_and_invents_nothing()
    {
        var draft = OfficeSummary.Compose(CorpusCampaigns.Load("baita-2024"), "白塔街道", [], [], notes: true);
        Assert.Contains("台账中还没有白塔街道的活动数字", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("数字来源", draft, StringComparison.Ordinal);
    }
}
