using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>An A4 page and the widths of the table's columns on it, in twentieths of a point.</summary>
internal sealed record WordPage(bool Landscape, IReadOnlyList<int> Columns)
{
    private const int ShortSide = 11906;
    private const int LongSide = 16838;
    private const int SideMargin = 1134;
    private const int EndMargin = 1247;

    /// <summary>How wide text may run.</summary>
    public int TextWidth => (Landscape ? LongSide : ShortSide) - 2 * SideMargin;

    /// <summary>Landscape where a column of requirements takes its share, else portrait.</summary>
    public static WordPage For(IReadOnlyList<ColumnRole> roles)
    {
        var page = new WordPage(roles.Contains(ColumnRole.Requirement) || roles.Count > 3, []);
        var shares = roles.Select(role => role switch
        {
            ColumnRole.Number => 6,
            ColumnRole.Name => page.Landscape ? 14 : 20,
            ColumnRole.Requirement => 32,
            ColumnRole.Lines => page.Landscape ? 54 : 80,
            _ => 10,
        }).ToList();
        return page with { Columns = [.. shares.Select(share => page.TextWidth * share / shares.Sum())] };
    }

    /// <summary>The page set-up, with the page number at its foot.</summary>
    public SectionProperties Section(MainDocumentPart main, string footerId)
    {
        main.AddNewPart<FooterPart>(footerId).Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.PageNumber }),
            WordText.Run("— "), new SimpleField(WordText.Run("1")) { Instruction = " PAGE " }, WordText.Run(" —")));
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footerId },
            new PageSize
            {
                Width = (uint)(Landscape ? LongSide : ShortSide),
                Height = (uint)(Landscape ? ShortSide : LongSide),
                Orient = Landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin { Top = EndMargin, Bottom = EndMargin, Left = SideMargin, Right = SideMargin, Header = 720, Footer = 720, Gutter = 0 });
    }
}
