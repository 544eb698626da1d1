using Bot.Domain.Messages;
using Xunit;

namespace Bot.Domain.Tests.Messages;

public class PrivateNumbersTests
{
    [Theory]
    [InlineData("联系人电话13900000000。", "联系人电话139****0000。")]
    [InlineData("139 0000 0000", "139 **** 0000")]
    [InlineData("139-0000-0000转王", "139-****-0000转王")]
    [InlineData("+8613900000000", "+86139****0000")]
    [InlineData("+86 139 0000 0000", "+86 139 **** 0000")]
    [InlineData("１３９００００００００", "１３９****００００")]
    [InlineData("座机024-23000000", "座机024-2*****00")]
    [InlineData("02423000000", "0242*****00")]
    [InlineData("电话：23001234", "电话：23****34")]
    [InlineData("身份证210000199001010000", "身份证2100**************")]
    [InlineData("21000019900101000X）", "2100**************）")]
    [InlineData("卡号6222000000000000000", "卡号6222***************")]
    public void Private_numbers_are_covered(string text, string shown) => Assert.Equal(shown, PrivateNumbers.Mask(text));

    [Theory]
    [InlineData("组织演练2场，120余人参加")]
    [InlineData("发放传单13800份")]
    [InlineData("覆盖12000000人次")]
    [InlineData("时间2024-06-13 15:00")]
    [InlineData("20240613")]
    [InlineData("6月10-12日，138 家企业")]
    [InlineData("安委〔2024〕12号，12350")]
    [InlineData("")]
    public void Figures_days_and_document_numbers_stay(string text) => Assert.Same(text, PrivateNumbers.Mask(text));

    [Fact]
    public void Every_position_stays_where_it_was()
    {
        const string text = "13900000000李某报：演练2场😀电话024-23000000，参加120人";
        var shown = PrivateNumbers.Mask(text);
        Assert.Equal(text.Length, shown.Length);
        Assert.Equal(text.IndexOf("2场", StringComparison.Ordinal), shown.IndexOf("2场", StringComparison.Ordinal));
        Assert.Equal(text.IndexOf("120人", StringComparison.Ordinal), shown.IndexOf("120人", StringComparison.Ordinal));
    }

    [Fact]
    public void A_megabyte_of_digits_is_covered_at_once()
    {
        var shown = PrivateNumbers.Mask(new string('1', 1_000_000));
        Assert.Equal(1_000_000, shown.Length);
        Assert.Equal("1111*", shown[..5]);
    }
}
