using Bot.Domain.Proposals;
using Xunit;

namespace Bot.Domain.Tests.Proposals;

/// <summary>What a text loses before it leaves the program, and what it keeps.</summary>
public sealed class DiscretionTests
{
    [Theory]
    [InlineData("联系电话13900001234，整改17项", "联系电话***********，整改17项")]
    [InlineData("电话 024-2300 0000", "电话 ***-**** ****")]
    [InlineData("身份证21010219900101123X的居民", "身份证******************的居民")]
    [InlineData("王小明书记带队排查12处", "某某某书记带队排查12处")]
    [InlineData("由王书记讲课", "由某书记讲课")]
    [InlineData("网格员李娜入户35户", "网格员某某某户35户")] // rather too much than too little
    [InlineData("联系人：欧阳娜娜", "联系人：某某某娜")]
    [InlineData("小红帽志愿队发放120份", "某某某志愿队发放120份")]
    [InlineData("书记带队走访30户，发放明白纸500份", "书记带队走访30户，发放明白纸500份")]
    [InlineData("6月12日整改身边毛病17项", "6月12日整改身边毛病17项")]
    [InlineData("", "")]
    public void Names_and_private_numbers_are_covered_and_figures_stay(string text, string covered) =>
        Assert.Equal(covered, Discretion.Apply(text, ["小红帽", "某某", "", "李"]));

    [Fact]
    public void Hostile_texts_end()
    {
        foreach (var text in new[] { new string('王', 20_000), string.Concat(Enumerable.Repeat("书记", 10_000)), string.Concat(Enumerable.Repeat("13900001234", 1_000)), "\ud83d书记\ud83d" })
            Assert.Equal(text.Length, Discretion.Apply(text, ["王王", "书记"]).Length);
    }
}
