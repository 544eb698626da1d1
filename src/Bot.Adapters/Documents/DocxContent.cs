using Bot.Domain.Gathering;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>
/// The paragraphs and tables of a Word document as a reader sees them. Text boxes stand before the paragraph that holds
/// them; headers, footers, foot- and endnotes are left out.
/// </summary>
internal sealed class DocxContent
{
    private const int MostParagraphs = 4000;
    private const int MostCells = 20_000;
    private const int Deepest = 12;
    private readonly List<DocumentBlock> blocks = [];
    private readonly List<OpenXmlElement> sources = [];
    private readonly DocxNumbering? numbers;
    private readonly DocxLine lines;
    private string unfinished = string.Empty;
    private Paragraph? unfinishedIn;
    private int tables;
    private int cells;

    private DocxContent(MainDocumentPart main, bool asPrinted)
    {
        var styles = new DocxStyles(main);
        numbers = asPrinted ? new DocxNumbering(main, styles) : null;
        lines = new DocxLine(styles, raised: asPrinted);
    }

    /// <summary>The blocks in order.</summary>
    public IReadOnlyList<DocumentBlock> Blocks => blocks;

    /// <summary>For each block, the paragraph or table of the document it was read from.</summary>
    public IReadOnlyList<OpenXmlElement> Sources => sources;

    /// <summary>The blocks in order; null: there are more than anybody reads.</summary>
    /// <param name="content">The file.</param>
    /// <param name="asPrinted">
    /// Whether automatic numbers stand in front of their paragraphs, raised text counts, and a soft line break begins a
    /// paragraph. Not for reports: there a list's number could be taken for a figure.
    /// </param>
    public static IReadOnlyList<DocumentBlock>? Read(Stream content, bool asPrinted = false)
    {
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        return document.MainDocumentPart is not { Document.Body: not null } main ? [] : Of(main, asPrinted)?.Blocks;
    }

    /// <summary>What an open document holds; null: more than anybody reads.</summary>
    public static DocxContent? Of(MainDocumentPart main, bool asPrinted)
    {
        var reading = new DocxContent(main, asPrinted);
        reading.Walk(main.Document.Body!, 0);
        reading.Finish();
        return reading.blocks.Count > MostParagraphs || reading.cells > MostCells ? null : reading;
    }

    private void Walk(OpenXmlElement parent, int depth)
    {
        foreach (var child in parent.ChildElements)
        {
            if (depth > Deepest || blocks.Count > MostParagraphs || cells > MostCells)
                return;
            if (child is Paragraph paragraph)
                Add(paragraph, depth);
            else if (child is Table table)
                Add(table, depth);
            else if (child is SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun)
                Walk(child, depth + 1);
        }
    }

    private void Add(Paragraph paragraph, int depth)
    {
        foreach (var box in DocxLine.Boxes(paragraph))
            Walk(box, depth + 1);
        var text = lines.Text(paragraph);
        if (DocxLine.RunsOn(paragraph))
        {
            unfinished += text;
            unfinishedIn = paragraph;
            return;
        }

        text = numbers?.Of(paragraph) + unfinished + text;
        unfinished = string.Empty;
        foreach (var line in numbers is null ? [text] : text.Split('\n'))
            Add(new DocumentBlock.Paragraph(line), paragraph);
    }

    private void Add(DocumentBlock block, OpenXmlElement source)
    {
        blocks.Add(block);
        sources.Add(source);
    }

    private void Finish()
    {
        if (unfinished.Length > 0)
            Add(new DocumentBlock.Paragraph(unfinished), unfinishedIn!);
        unfinished = string.Empty;
    }

    private void Add(Table table, int depth)
    {
        Finish();
        var number = ++tables;
        var rows = new List<IReadOnlyList<DocumentCell>>();
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table && row.TableRowProperties?.GetFirstChild<Deleted>() is null))
        {
            rows.Add(Cells(row, rows.Count > 0 ? rows[^1] : [], number, rows.Count + 1));
            if (cells > MostCells)
                return;
        }

        Add(new DocumentBlock.Table(rows), table);
        // A table within a cell is read as one of its own.
        foreach (var inner in table.Descendants<Table>().Where(inner => inner.Ancestors<Table>().First() == table && !inner.Ancestors<AlternateContentFallback>().Any()))
        {
            if (depth < Deepest)
                Add(inner, depth + 1);
        }
    }

    private List<DocumentCell> Cells(TableRow row, IReadOnlyList<DocumentCell> above, int table, int number)
    {
        var made = new List<DocumentCell>();
        for (var skipped = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0; skipped > 0 && made.Count < 64; skipped--)
            made.Add(new DocumentCell(string.Empty, string.Empty));
        var at = 0;
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            at++;
            var place = FormattableString.Invariant($"表{table}第{number}行第{at}格");
            var merge = cell.TableCellProperties?.VerticalMerge;
            var continues = merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
            var text = continues && made.Count < above.Count ? above[made.Count].Text : Text(cell);
            made.Add(new DocumentCell(text, place, continues));
            for (var span = Math.Min(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 64); span > 1; span--)
                made.Add(new DocumentCell(text, place, Merged: true));
        }

        cells += made.Count;
        return made;
    }

    private string Text(TableCell cell) => string.Join('\n', cell.Descendants<Paragraph>()
        .Where(paragraph => paragraph.Ancestors<TableCell>().First() == cell && !paragraph.Ancestors<AlternateContentFallback>().Any())
        .Select(paragraph => numbers?.Of(paragraph) + lines.Text(paragraph))).Trim('\n');
}
