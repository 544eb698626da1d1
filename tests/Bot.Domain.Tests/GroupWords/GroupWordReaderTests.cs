using Bot.Domain.GroupWords;
using Xunit;

namespace Bot.Domain.Tests.GroupWords;

public sealed class GroupWordReaderTests
{
    public static TheoryData<string, GroupWord?> Cases => new()
    {
        { "帮助", new GroupWord.Help() },
        { " /help ", new GroupWord.Help() },
        { "@安全月助手 帮助", new GroupWord.Help() },
        { "帮助！", new GroupWord.Help() },
        { "绑定 ab12CD34", new GroupWord.Bind("AB12CD34") },
        { "绑定：AB12CD34", new GroupWord.Bind("AB12CD34") },
        { "/join ab12cd34", new GroupWord.Register("AB12CD34") },
        { "我的", new GroupWord.Mine() },
        { "汇总", new GroupWord.Rollup("") },
        { "汇总 上周", new GroupWord.Rollup("上周") },
        { "汇总 12月份", new GroupWord.Rollup("12月份") },
        { "汇总 那周", new GroupWord.Rollup("那周") },
        { "汇总 演练2场", null },
        { "汇总 昨天演练两场，四十人", null },
        { "明细 桃仙社区", new GroupWord.Detail("桃仙社区") },
        { "导出 xlsx", new GroupWord.Export("xlsx") },
        { "后台", new GroupWord.Console() },
        { "代报 河畔社区 演练1场", new GroupWord.ReportFor("河畔社区", 8) },
        { "代报河畔社区", null },

        { "进度", new GroupWord.Progress("") },
        { "/progress 沈阳行", new GroupWord.Progress("沈阳行") },
        { "@安全月助手 未报", new GroupWord.Missing("") },
        { "未报？", new GroupWord.Missing("") },
        { "未报 总结", new GroupWord.Missing("总结") },
        { "/missing 6月20日", new GroupWord.Missing("6月20日") },
        { "催报", new GroupWord.Nudge("", false) },
        { "催报 现在", new GroupWord.Nudge("", true) },
        { "催报 总结 现在！", new GroupWord.Nudge("总结", true) },
        { "/nudge 图文 now", new GroupWord.Nudge("图文", true) },
        { "日程", new GroupWord.Schedule() },
        { "/schedule", new GroupWord.Schedule() },
        { "免报 前榆村 总结 换届", new GroupWord.Excuse("前榆村 总结 换届") },
        { "免报", new GroupWord.Excuse("") },
        { "/excuse 前榆村", new GroupWord.Excuse("前榆村") },
        { "撤销免报 前榆村", new GroupWord.Reopen("前榆村") },
        { "请假 家里有事，这周报不了。", new GroupWord.Leave("家里有事，这周报不了") },
        { "/leave", new GroupWord.Leave("") },
        { "延期 总结 到 6月28日 台风", new GroupWord.Postpone("总结 到 6月28日 台风") },
        { "/postpone 图文 到 周五", new GroupWord.Postpone("图文 到 周五") },

        // What only begins like a word is what people write anyway.
        { "进度表见附件", null },
        { "进度 一、演练2场；二、培训1场", null },
        { "未报告的隐患3处", null },
        { "未报\n1. 前榆村", null },
        { "催报表格", null },
        { "催报 各村：请抓紧", null },
        { "日程安排：上午演练", null },
        { "日程 上午演练", null },
        { "免报名费", null },
        { "请假条已交", null },
        { "请假\n原因：换届\n演练2场", null },
        { "延期举行的演练今天完成，参加40人", null },
        { "延期至6月20日的演练", null },
        { "汇总如下：演练2场", null },
        { "明细表见附件", null },
        { "帮助居民排查隐患3处", null },
        { "帮助 居民排查隐患3处", null },
        { "绑定 登记表一份", null },
        { "登记 居民43位", null },
        { "我的单位今天演练1场", null },
        { "我的 单位今天演练1场", null },
        { "汇总\n一、演练2场", null },
        { "导出的数据不对", null },
        { "后台管理员好", null },
        { "", null },
        { "@", null },
        { "/", null },
        { "代报 ", null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_stand_alone_or_before_their_argument(string text, GroupWord? expected) => Assert.Equal(expected, GroupWordReader.Read(text));

    [Fact]
    public void A_long_text_without_a_word_is_none() => Assert.Null(GroupWordReader.Read("汇总 " + new string('一', 100_000)));
}
