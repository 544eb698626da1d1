using Bot.Adapters.Documents;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

public class RowHeightTests
{
    [Theory]
    [InlineData("", 18)]
    [InlineData("场", 18)]
    [InlineData("开展专题研讨", 33)]
    [InlineData("sessions", 18)]
    [InlineData("一\n二\n三", 48)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", 183)]
    public void A_row_is_as_high_as_its_longest_text_in_its_column(string text, double height) =>
        Assert.Equal(height, RowHeight.Of([SheetCell.Text(text), SheetCell.Number(12)], [10, 10]));

    [Fact]
    public void An_empty_row_has_one_line() => Assert.Equal(18, RowHeight.Of([], []));
}
