using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Bot.Adapters.Documents;

/// <summary>
/// The text of a paragraph as a reader sees it: no field codes, nothing a revision took out, nothing hidden; what a drawing
/// holds beside the line (text boxes) is not part of it.
/// </summary>
/// <param name="styles">The document's styles.</param>
/// <param name="raised">Whether raised text counts; our own forms raise their marks.</param>
internal sealed class DocxLine(DocxStyles styles, bool raised)
{
    /// <summary>Elements nested deeper than anybody's are not followed.</summary>
    private const int Deepest = 64;

    /// <summary>The text; soft line breaks as <c>\n</c>.</summary>
    public string Text(Paragraph paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text, 0);
        return text.ToString();
    }

    /// <summary>Whether a revision took out the paragraph's end, so that the next one goes on in its line.</summary>
    public static bool RunsOn(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphMarkRunProperties is { } mark
        && (mark.GetFirstChild<Deleted>() is not null || mark.GetFirstChild<MoveFrom>() is not null);

    /// <summary>The text boxes anchored in a paragraph, each once: those in the form for old programs repeat the others.</summary>
    public static IEnumerable<TextBoxContent> Boxes(Paragraph paragraph) => paragraph.Descendants<TextBoxContent>()
        .Where(box => box.Ancestors<Paragraph>().First() == paragraph && !box.Ancestors<AlternateContentFallback>().Any(IsRepeated));

    private void Append(OpenXmlElement parent, StringBuilder text, int depth)
    {
        if (depth > Deepest)
            return;
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Run run:
                    if (!styles.IsHidden(run) && (raised || run.RunProperties?.VerticalTextAlignment?.Val?.InnerText != "superscript"))
                        Append(run, text, depth + 1);
                    break;
                case RunText words:
                    text.Append(words.Text);
                    break;
                case TabChar when parent is Run:
                    text.Append('\t');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case SymbolChar symbol:
                    text.Append(Symbol(symbol));
                    break;
                case AlternateContentFallback fallback:
                    if (!IsRepeated(fallback))
                        Append(fallback, text, depth + 1);
                    break;
                case DeletedRun or MoveFromRun or TextBoxContent or RubyContent or ParagraphProperties or RunProperties:
                    break;
                default:
                    if (child.HasChildren)
                        Append(child, text, depth + 1);
                    break;
            }
        }
    }

    private static bool IsRepeated(AlternateContentFallback fallback) => fallback.Parent is AlternateContent alternatives
        && alternatives.Elements<AlternateContentChoice>().Any(choice => choice.Descendants().Any(part => part is RunText or TextBoxContent))
        || !fallback.Descendants().Any(part => part is RunText or TextBoxContent or SymbolChar);

    /// <summary>Ticks and boxes of the symbol fonts Word puts in: Wingdings 2 and Wingdings; empty: another sign.</summary>
    public static string Symbol(SymbolChar symbol) => (symbol.Font?.Value, symbol.Char?.Value?.ToUpperInvariant()) switch
    {
        ("Wingdings 2", "F052" or "F050") or ("Wingdings", "F0FE" or "F0FC") => "☑",
        ("Wingdings 2", "F0A3") or ("Wingdings", "F0A8" or "F06F") => "□",
        _ => string.Empty,
    };
}
