using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>The draft of a 总结 as a Word document, to be gone on with: its first line is the title.</summary>
internal static class SummaryDocx
{
    /// <summary>三号, in half points.</summary>
    private const string Size = "32";

    /// <summary>The document. The same draft gives the same bytes.</summary>
    public static byte[] Write(string draft)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>($"{FormDocx.ContentType}.main+xml", "rId1");
            WordStyles.Add(main);
            main.Document = new Document(new Body([.. Paragraphs(draft), new WordPage(Landscape: false, []).Section(main, "rId4")]));
        }

        return SealedZip.Pack(stream);
    }

    private static IEnumerable<Paragraph> Paragraphs(string draft)
    {
        var lines = draft.Split('\n');
        yield return WordText.Paragraph(WordStyles.Title, lines[0]);
        foreach (var line in lines.Skip(1))
        {
            // Two characters' indent, as official papers have it.
            var paragraph = new Paragraph(new ParagraphProperties(
                new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact }, new Indentation { FirstLineChars = 200 },
                new Justification { Val = JustificationValues.Both }));
            var run = WordText.Run(line);
            run.RunProperties!.Append(new FontSize { Val = Size });
            paragraph.Append(run);
            yield return paragraph;
        }
    }
}
