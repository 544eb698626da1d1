using Bot.Host.WebChat;
using Xunit;

namespace Bot.Host.Tests.WebChat;

/// <summary>What people typed, as the page shows it.</summary>
public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("plain", "6月13日，演练2场", "6月13日，演练2场")]
    [InlineData("lines and tabs", "一\n二\t三", "一\n二\t三")]
    [InlineData("lines of Windows", "一\r\n二", "一\n二")]
    [InlineData("lines of an old Mac", "一\r二", "一\n二")]
    [InlineData("a terminal's escape", "\u001B[31m", "\u241B[31m")]
    [InlineData("nothing", "a\0b", "a\u2400b")]
    [InlineData("delete", "a\u007Fb", "a\u2421b")]
    [InlineData("a second set of controls", "a\u0085b\u009Fc", "a\uFFFDb\uFFFDc")]
    [InlineData("a turned direction", "发票\u202Egpj.exe", "发票\uFFFDgpj.exe")]
    [InlineData("an isolated direction", "\u2066a\u2069", "\uFFFDa\uFFFD")]
    [InlineData("a character of two halves", "𠮷👍", "𠮷👍")]
    [InlineData("empty", "", "")]
    public void Text_is_shown_harmlessly(string label, string typed, string shown)
    {
        Assert.NotEmpty(label);
        Assert.Equal(shown, DisplayText.Of(typed));
        Assert.Equal(shown, DisplayText.Of(shown));
    }

    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("a\uFFFDb\uFFFDc", DisplayText.Of("a\uD83Db\uDC4Dc"));
        Assert.Equal("a\uFFFD", DisplayText.Of("a\uD83D"));
    }

    [Fact]
    public void Name_stays_on_one_line() => Assert.Equal("张 三 四", DisplayText.Line("张\n三\t四"));

    [Theory]
    [InlineData("王小明", "明")]
    [InlineData("白塔社区安全员", "白")]
    [InlineData("👍", "👍")]
    [InlineData("  ", "？")]
    [InlineData("", "？")]
    public void Face_shows_one_character(string name, string initial) => Assert.Equal(initial, Faces.Initial(name));
}
