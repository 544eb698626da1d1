using Bot.Adapters.Documents;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

public sealed class ListNumberTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 12, "十二")]
    [InlineData("chineseCounting", 20, "二十")]
    [InlineData("chineseCountingThousand", 21, "二十一")]
    [InlineData("chineseCountingThousand", 105, "一百零五")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("japaneseCounting", 3, "三")]
    [InlineData("ideographDigital", 10, "一○")]
    [InlineData("ideographDigital", 3, "三")]
    [InlineData("ideographLegalTraditional", 12, "壹拾贰")]
    [InlineData("ideographTraditional", 2, "乙")]
    [InlineData("ideographZodiac", 3, "寅")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("decimalEnclosedCircleChinese", 21, "㉑")]
    [InlineData("decimalEnclosedCircle", 51, "51")]
    [InlineData("decimalEnclosedParen", 3, "⑶")]
    [InlineData("ideographEnclosedCircle", 3, "㊂")]
    [InlineData("upperLetter", 27, "AA")]
    [InlineData("lowerLetter", 2, "b")]
    [InlineData("upperRoman", 4, "IV")]
    [InlineData("none", 4, "")]
    [InlineData("hebrew1", 4, "4")]
    public void Numbers_are_written_as_word_prints_them(string format, int number, string text) => Assert.Equal(text, ListNumber.Write(number, format));
}
