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

        // What only begins like a word is what people write anyway.
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
