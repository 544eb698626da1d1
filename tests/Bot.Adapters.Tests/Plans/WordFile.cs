using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Tests.Plans;

/// <summary>Word files from the XML that Word and WPS write, so that lists, styles and drawings are as they make them.</summary>
internal static class WordFile
{
    private const string Spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    /// <summary>A file.</summary>
    /// <param name="body">What stands within <c>w:body</c>.</param>
    /// <param name="numbering">What stands within <c>w:numbering</c>.</param>
    /// <param name="styles">What stands within <c>w:styles</c>.</param>
    /// <param name="header">The text of a header.</param>
    public static byte[] Of(string body, string? numbering = null, string? styles = null, string? header = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Spaces}><w:body>{body}</w:body></w:document>");
            if (numbering is not null)
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Spaces}>{numbering}</w:numbering>");
            if (styles is not null)
                main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Spaces}>{styles}</w:styles>");
            if (header is not null)
                main.AddNewPart<HeaderPart>().Header = new Header($"<w:hdr {Spaces}>{Line(header)}</w:hdr>");
        }

        return stream.ToArray();
    }

    /// <summary>A paragraph; <paramref name="properties"/> stand within <c>w:pPr</c>.</summary>
    public static string Line(string text, string properties = "") => Raw($"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>", properties);

    /// <summary>A paragraph of runs.</summary>
    public static string Raw(string runs, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>";

    /// <summary>A paragraph in a list.</summary>
    public static string Item(int list, int level, string text) => Line(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    /// <summary>A list definition: each level by its format and text; more may follow the start.</summary>
    public static string Definition(int id, params (string Format, string Text, string More)[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\">{string.Concat(levels.Select((level, at) => Level(at, level.Format, level.Text, 1, level.More)))}</w:abstractNum>";

    /// <summary>A level of a list definition.</summary>
    public static string Level(int at, string format, string text, int start = 1, string more = "") =>
        $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    /// <summary>A list made from a definition.</summary>
    public static string List(int id, int definition, string more = "") => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{more}</w:num>";

    /// <summary>A text box as newer programs write it, with its twin for old ones.</summary>
    public static string Box(string paragraphs) => $"""
        <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
        """;
}
