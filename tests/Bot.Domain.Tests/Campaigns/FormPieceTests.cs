using Bot.Domain.Campaigns;
using Xunit;

namespace Bot.Domain.Tests.Campaigns;

public class FormPieceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("张贴海报", "张贴海报@0")]
    [InlineData("演练（{a.b}）场", "演练（@0 <a.b>@3 ）场@8")]
    [InlineData("{a.b}", "<a.b>@0")]
    [InlineData("{a.b}{c.d}", "<a.b>@0 <c.d>@5")]
    [InlineData("甲{ a.b }乙", "甲@0 <a.b>@1 乙@8")]
    [InlineData("甲{乙", "甲{乙@0")]
    [InlineData("甲}乙", "甲}乙@0")]
    [InlineData("甲{{a.b}", "甲{@0 <a.b>@2")]
    [InlineData("甲{}乙", "甲@0 {}@1 乙@3")]
    public void A_line_falls_into_text_and_blanks(string line, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', FormPiece.Of(line).Select(piece => piece.Slot is { } slot ? $"<{slot}>@{piece.At}" : $"{piece.Text}@{piece.At}")));

    [Theory]
    [InlineData("演练（{a.b}）场，{c.d}")]
    [InlineData("}{}{{a}}")]
    public void The_pieces_make_the_line_again(string line) =>
        Assert.Equal(line, string.Concat(FormPiece.Of(line).Select(piece => piece.Text)));
}
