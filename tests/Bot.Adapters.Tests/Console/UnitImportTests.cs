using Bot.Adapters.Console;
using Bot.Domain.Organisation;
using Xunit;

namespace Bot.Adapters.Tests.Console;

public class UnitImportTests
{
    private static readonly IReadOnlyList<Unit> Known = [new() { Id = new UnitId(Guid.Empty), Name = "白塔社区", Order = 1, Aliases = ["白塔"] }];

    [Theory]
    [InlineData("桃仙社区", "桃仙社区", "", "")]
    [InlineData("桃仙社区,社区,桃仙,仙社", "桃仙社区", "社区", "桃仙、仙社")]
    [InlineData(" 桃仙社区 ， 社区 ，桃仙、仙社 ", "桃仙社区", "社区", "桃仙、仙社")]
    [InlineData("桃仙社区\t社区\t桃仙\t桃仙", "桃仙社区", "社区", "桃仙")]
    [InlineData("桃仙社区，，桃仙社区", "桃仙社区", "", "")]
    public void A_line_is_name_type_and_aliases(string line, string name, string type, string aliases)
    {
        var unit = Assert.Single(UnitImport.Read(line, Known).Units);
        Assert.Equal((name, type, aliases), (unit.Name, unit.Type, string.Join('、', unit.Aliases)));
    }

    [Fact]
    public void Blank_lines_are_passed_over_and_known_units_left_as_they_are()
    {
        var read = UnitImport.Read("\r\n白塔社区，街道\r\n\r\n桃仙社区\n", Known);
        Assert.Equal((1, 1, 0), (read.Units.Count, read.Present, read.Faults.Count));
    }

    [Theory]
    [InlineData("桃仙社区\n河畔社区\n桃仙社区", "第3行")]
    [InlineData("桃仙社区，社区，白塔", "“白塔”")]
    [InlineData("白塔", "“白塔”")]
    [InlineData("，社区", "第1行：请填写单位名称")]
    [InlineData("桃\u202e仙", "看不见的字符")]
    [InlineData("桃仙社区桃仙社区桃仙社区桃仙社区桃仙社区桃仙社区桃仙社区桃仙社区桃仙社区桃仙社区多", "太长（41字）")]
    [InlineData("  \n ", "没有读到单位")]
    public void One_wrong_line_and_nothing_is_taken(string text, string fault)
    {
        var read = UnitImport.Read(text, Known);
        Assert.Contains(fault, Assert.Single(read.Faults), StringComparison.Ordinal);
        Assert.Empty(read.Units);
    }

    [Fact]
    public void A_list_without_end_is_refused() =>
        Assert.Contains("最多导入2000行", Assert.Single(UnitImport.Read(string.Concat(Enumerable.Repeat("甲\n", 3000)), Known).Faults), StringComparison.Ordinal);
}
