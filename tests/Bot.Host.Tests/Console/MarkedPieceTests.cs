using Bot.Domain.Reading;
using Bot.Host.Console;
using Xunit;

namespace Bot.Host.Tests.Console;

public class MarkedPieceTests
{
    private const string Text = "演练2场120人";

    [Fact]
    public void A_text_is_cut_at_its_marks() => Assert.Equal("演练[2场]120[人]", Cut((2, 4), (7, 8)));

    [Fact]
    public void Marks_of_one_place_join_their_titles()
    {
        var piece = Assert.Single(MarkedPiece.Cut(Text, [Mark(2, 4, "甲"), Mark(2, 4, "乙"), Mark(3, 7, "甲")]), p => p.Mark is not null);
        Assert.Equal(("2场120", "甲；乙"), (piece.Text, piece.Mark!.Title));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(7, 99)]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    public void A_mark_outside_the_text_marks_nothing(int from, int to) => Assert.Equal(Text, Cut((from, to)));

    [Fact]
    public void Of_a_long_text_the_part_around_the_mark_is_shown()
    {
        var text = new string('前', 50) + "2场" + new string('后', 50);
        var (shown, span) = MarkedPiece.Around(text, new TextSpan(50, 52), 3);
        Assert.Equal("…前前前2场后后后…", shown);
        Assert.Equal("2场", shown[span.From..span.To]);
        Assert.Equal((Text, new TextSpan(2, 4)), MarkedPiece.Around(Text, new TextSpan(2, 4), 100));
    }

    private static string Cut(params (int From, int To)[] marks) =>
        string.Concat(MarkedPiece.Cut(Text, marks.Select(m => Mark(m.From, m.To, "甲"))).Select(p => p.Mark is null ? p.Text : $"[{p.Text}]"));

    private static MarkedSpan Mark(int from, int to, string title) => new(new TextSpan(from, to), "figure", title);
}
