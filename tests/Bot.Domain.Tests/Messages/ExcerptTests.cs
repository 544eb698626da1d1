using Bot.Domain.Messages;
using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Messages;

public class ExcerptTests
{
    private const string Report = "6月13日下午，我社区组织应急疏散演练2场，一百二十余人参加，张贴海报30张，电话13900000000";

    [Fact]
    public void A_short_text_is_shown_whole() => Assert.Equal("演练2场", Excerpt.Around("演练2场", new TextSpan(2, 4)));

    [Fact]
    public void A_long_text_is_cut_on_both_sides()
    {
        var at = Report.IndexOf("2场", StringComparison.Ordinal);
        Assert.Equal("…月13日下午，我社区组织应急疏散演练2场，一百二十余人参加，张贴…", Excerpt.Around(Report, new TextSpan(at, at + 2)));
    }

    [Fact]
    public void Only_the_line_of_the_figure_is_shown()
    {
        const string text = "白塔社区\n演练2场\n海报30张";
        Assert.Equal("…演练2场…", Excerpt.Around(text, new TextSpan(7, 9)));
    }

    [Fact]
    public void Telephone_numbers_are_covered()
    {
        var at = Report.IndexOf("30张", StringComparison.Ordinal);
        Assert.EndsWith("30张，电话139****00…", Excerpt.Around(Report, new TextSpan(at, at + 3)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(2, 900)]
    [InlineData(800, 900)]
    [InlineData(9, 2)]
    public void A_span_outside_the_text_shows_what_is_there(int from, int to) => Assert.NotNull(Excerpt.Around("演练😀2场", new TextSpan(from, to)));

    [Fact]
    public void Characters_of_two_halves_are_not_cut()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 100));
        for (var at = 0; at < text.Length; at++)
        {
            var shown = Excerpt.Around(text, new TextSpan(at, at)).Trim('…');
            Assert.False(char.IsLowSurrogate(shown[0]) || char.IsHighSurrogate(shown[^1]));
        }
    }
}
