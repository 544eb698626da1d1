using Bot.Domain.Reading;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Adapters.Documents;

/// <summary>How a spreadsheet cell looks; the value is its place in the style sheet.</summary>
internal enum CellStyle : uint
{
    Plain,
    Title,
    Head,
    Text,

    /// <summary>Text that begins like a formula and is marked so that it stays text when edited.</summary>
    Guarded,
    Number,
    Over,
    Under,
    About,
    Day,
    Moment,
}

/// <summary>The style sheet. A bound is a number format, so that <c>约120</c> is shown and 120 is counted.</summary>
internal static class XlsxStyles
{
    private const uint FirstFormat = 164;

    private static readonly string[] Formats = ["General\"余\"", "\"近\"General", "\"约\"General", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm"];

    /// <summary>The style of a figure with its bound.</summary>
    public static CellStyle Of(Bound bound) => bound switch
    {
        Bound.Over => CellStyle.Over,
        Bound.Under => CellStyle.Under,
        Bound.About => CellStyle.About,
        _ => CellStyle.Number,
    };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Formats.Select((code, at) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)at, FormatCode = code })),
        new Fonts(Font(11), Font(16, bold: true), Font(11, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(0, 0, 0),
            Format(1, 0, 0),
            Format(2, 2, 1, new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true }),
            Format(0, 0, 1, Wrapped()),
            Guarded(),
            Format(0, 0, 1, Centred()),
            Format(0, 0, 1, Centred(), FirstFormat),
            Format(0, 0, 1, Centred(), FirstFormat + 1),
            Format(0, 0, 1, Centred(), FirstFormat + 2),
            Format(0, 0, 1, Centred(), FirstFormat + 3),
            Format(0, 0, 1, Centred(), FirstFormat + 4)));

    private static Font Font(double size, bool bold = false)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin });

    private static CellFormat Guarded()
    {
        var format = Format(0, 0, 1, Wrapped());
        format.QuotePrefix = true;
        return format;
    }

    private static Alignment Wrapped() => new() { Vertical = VerticalAlignmentValues.Center, WrapText = true };

    private static Alignment Centred() => new() { Vertical = VerticalAlignmentValues.Center };

    private static CellFormat Format(uint font, uint fill, uint border, Alignment? alignment = null, uint number = 0)
    {
        var format = new CellFormat { FontId = font, FillId = fill, BorderId = border, NumberFormatId = number, FormatId = 0, ApplyFont = true, ApplyNumberFormat = number != 0 };
        if (alignment is null)
            return format;
        format.ApplyAlignment = true;
        format.Append(alignment);
        return format;
    }
}
