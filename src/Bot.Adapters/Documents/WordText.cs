using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>Paragraphs and runs of text.</summary>
internal static class WordText
{
    /// <summary>A paragraph of a style.</summary>
    public static Paragraph Paragraph(string style, params string[] texts)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        foreach (var text in texts)
            paragraph.Append(Run(text));
        return paragraph;
    }

    /// <summary>A run of text; spaces are kept, and quotation marks are the wide Chinese ones.</summary>
    public static Run Run(string text) => new(
        new RunProperties(new RunFonts { Hint = FontTypeHintValues.EastAsia }),
        new Text(DocumentText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A figure; its digits stay together on a line.</summary>
    public static Run Figure(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A small raised run, for marks.</summary>
    public static Run Raised(string text) => new(
        new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }),
        new Text(text));

    /// <summary>A ballot box, which only symbol fonts hold; East Asian, so that it is as wide as a character.</summary>
    public static Run Box(string text) => new(
        new RunProperties(BoxFonts()),
        new Text(text));

    /// <summary>The fonts that hold boxes and ticks.</summary>
    public static RunFonts BoxFonts() =>
        new() { Ascii = "Segoe UI Symbol", HighAnsi = "Segoe UI Symbol", EastAsia = "Segoe UI Symbol", Hint = FontTypeHintValues.EastAsia };
}
