using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Plans;
using Xunit;

namespace Bot.Domain.Tests.Plans;

/// <summary>What the blanks of a printed line are called: which stand behind a head, which for themselves.</summary>
public sealed class FormPhraseTests
{
    [Theory]
    [InlineData("检查场所（ ）家，发现隐患（ ）处，当场整改（ ）处", "检查场所|检查场所 · 发现隐患|检查场所 · 当场整改")]
    [InlineData("检查船舶（ ）艘次，检查渡口（ ）处，发现隐患（ ）处，完成整改（ ）处", "检查船舶|检查渡口|发现隐患|完成整改")]
    [InlineData("检查船舶（ ）艘次，检查渡口（ ）处；发现隐患（ ）处，完成整改（ ）处", "检查船舶|检查渡口|发现隐患|发现隐患 · 完成整改")]
    [InlineData("排查企业（ ）家，检查渡口（ ）处，发现隐患（ ）处", "排查企业|检查渡口|检查渡口 · 发现隐患")]
    [InlineData("组织演练（ ）场，组织培训（ ）场，参加（ ）人次", "组织演练|组织培训|组织培训 · 参加")]
    [InlineData("检查船舶（ ）艘次，检查渡口（ ）处，发现隐患（ ）处；开展演练（ ）场，参加（ ）人次，发现问题（ ）个", "检查船舶|检查渡口|发现隐患|开展演练|开展演练 · 参加|开展演练 · 发现问题")]
    public void What_several_heads_have_in_common_belongs_to_none_of_them(string line, string phrases)
    {
        Assert.Equal(phrases, string.Join('|', Slots(line).Select(slot => slot.Phrase)));
    }

    [Fact]
    public void A_blank_is_named_after_the_row_it_stands_in_however_many_lines_that_has()
    {
        var slots = Slots("1\t甲类事项\t添置灯笼（ ）户", "\t甲类事项\t添置木椅（ ）张", "2\t乙类事项\t添置木凳（ ）张");
        Assert.Equal(["row1.item.homes", "row1.item_2.sheets", "row2.item.sheets"], slots.Select(slot => slot.Id.Value));
    }

    [Theory]
    [InlineData("是否建立微型消防站\t□是 □否\t")]
    [InlineData("是否建立微型消防站\t□是□否\t")]
    [InlineData("是否建立微型消防站\t是□ 否□\t")]
    [InlineData("是否建立微型消防站\t\t□是 □否")]
    [InlineData("是否建立微型消防站\t是/否\t□是 □否")]
    [InlineData("是否建立微型消防站\t是/否\t")]
    [InlineData("是否建立微型消防站 □是 □否\t\t")]
    public void A_box_in_any_cell_makes_its_row_a_question_and_leaves_the_others_alone(string asked)
    {
        var slots = Slots("项目\t填报内容\t计量单位\t数量", "宣传\t开设消防课\t节\t", "\t制作展板\t块\t", "演练\t组织演练\t场\t", "\t参演师生\t人次\t", $"队伍\t{asked}", "\t招募志愿者\t名\t");
        Assert.Equal("开设消防课 节|制作展板 块|组织演练 场|参演师生 人次|是否建立微型消防站 是否|招募志愿者 名", string.Join('|', slots.Select(slot => $"{slot.Phrase} {slot.Measure}")));
    }

    private static List<Slot> Slots(params string[] lines) => [.. PlanCompiler.Read(
        [.. lines.Prepend("“安全生产月”活动情况统计表").Prepend("附件1").Prepend("某县2025年“安全生产月”活动方案").Select(text => new DocumentBlock.Paragraph(text))], WorkingDays.ByWeek)
        .Forms.SelectMany(form => form.Slots)];
}
