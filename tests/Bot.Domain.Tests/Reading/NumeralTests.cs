using System.Globalization;
using Bot.Domain.Reading;
using FsCheck.Fluent;
using FsCheck;
using Xunit;

namespace Bot.Domain.Tests.Reading;

public class NumeralTests
{
    [Theory]
    [InlineData("120人", "120", "Exact")]
    [InlineData("１２０人", "120", "Exact")]
    [InlineData("1,260余人次", "1260", "Over")]
    [InlineData("一百二十余人", "120", "Over")]
    [InlineData("壹佰贰拾张", "120", "Exact")]
    [InlineData("两千三百份", "2300", "Exact")]
    [InlineData("一千零五十人", "1050", "Exact")]
    [InlineData("一百五个", "150", "Exact")]
    [InlineData("1.2万余份", "12000", "Over")]
    [InlineData("1千5百份", "1500", "Exact")]
    [InlineData("10.2w次", "102000", "Exact")]
    [InlineData("1.08亿人次", "108000000", "Exact")]
    [InlineData("二百三十余万人", "2300000", "Over")]
    [InlineData("百余人", "100", "Over")]
    [InlineData("上百人", "100", "Over")]
    [InlineData("近千人", "1000", "Under")]
    [InlineData("逾万人", "10000", "Over")]
    [InlineData("近150余人", "150", "Over")]
    [InlineData("约400人", "400", "About")]
    [InlineData("八十来人", "80", "About")]
    [InlineData("120来号人", "120", "About")]
    [InlineData("100人左右", "100", "About")]
    [InlineData("小100人", "100", "Under")]
    [InlineData("不到60人", "60", "Under")]
    [InlineData("不少于60人", "60", "Over")]
    [InlineData("60人以上", "60", "Over")]
    [InlineData("500+次", "500", "Over")]
    [InlineData("俩人", "2", "Exact")]
    [InlineData("仨人", "3", "Exact")]
    [InlineData("零起", "0", "Exact")]
    [InlineData("三吨半", "3.5", "Exact")]
    [InlineData("半天", "0.5", "Exact")]
    public void A_numeral_has_its_value_and_bound(string text, string value, string bound)
    {
        var found = Assert.Single(Quantities.Find(text));
        Assert.Null(found.Upper);
        Assert.Equal(value, found.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(bound, found.Bound.ToString());
        Assert.Equal(new TextSpan(0, text.Length), found.Span);
    }

    [Theory]
    [InlineData("三四十人", 30, 40)]
    [InlineData("30-40人", 30, 40)]
    [InlineData("40—50人", 40, 50)]
    [InlineData("3至5场", 3, 5)]
    [InlineData("一百五六十人", 150, 160)]
    [InlineData("十五六个人", 15, 16)]
    [InlineData("两三百份", 200, 300)]
    [InlineData("几十号人", 20, 90)]
    [InlineData("数百张", 200, 900)]
    [InlineData("十几个", 11, 19)]
    public void What_leaves_the_number_open_is_a_range(string text, decimal from, decimal to)
    {
        var found = Assert.Single(Quantities.Find(text));
        Assert.Equal((from, (decimal?)to), (found.Value, found.Upper));
    }

    [Fact]
    public void Every_number_written_in_Chinese_is_read_back() =>
        Prop.ForAll(Gen.Choose(1, 99_999_999).ToArbitrary(), number => ReadBack(Chinese(number) + "人", number)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_number_written_in_digits_is_read_back() => Prop.ForAll(
        Gen.Choose(0, 999_999_999).ToArbitrary(),
        number => ReadBack(number.ToString("#,0", CultureInfo.InvariantCulture) + "人", number) && ReadBack(number.ToString(CultureInfo.InvariantCulture) + "份", number))
        .QuickCheckThrowOnFailure();

    private static bool ReadBack(string text, decimal number) => Quantities.Find(text) is [{ Upper: null } found] && found.Value == number;

    // Writes a number as people do: 一千零五十万三千, 十二.
    private static string Chinese(int number)
    {
        var words = string.Empty;
        if (number >= 10_000)
        {
            words = Chinese(number / 10_000) + "万";
            number %= 10_000;
            if (number is > 0 and < 1000)
                words += "零";
        }

        return words + Below(number, words.Length == 0);
    }

    private static string Below(int number, bool first)
    {
        const string digits = "零一二三四五六七八九";
        const string units = "千百十";
        var words = string.Empty;
        var zero = false;
        for (var (i, scale) = (0, 1000); scale >= 1; i++, scale /= 10)
        {
            var digit = number / scale % 10;
            if (digit == 0)
            {
                zero = words.Length > 0;
                continue;
            }

            words += zero ? "零" : string.Empty;
            zero = false;
            words += digits[digit] + (scale > 1 ? units[i].ToString() : string.Empty);
        }

        return first && words.StartsWith("一十", StringComparison.Ordinal) ? words[1..] : words;
    }
}
