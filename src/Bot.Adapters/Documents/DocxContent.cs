using System.Text;
using Bot.Domain.Gathering;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>The paragraphs and tables of a Word document, without what is raised, struck out by revision, or a field's code.</summary>
internal sealed class DocxContent
{
    private const int MostParagraphs = 4000;
    private const int MostCells = 20_000;
    private const int Deepest = 12;
    private readonly List<DocumentBlock> blocks = [];
    private int tables;
    private int cells;

    /// <summary>The blocks in order; null: there are more than anybody reads.</summary>
    public static IReadOnlyList<DocumentBlock>? Read(Stream content)
    {
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        var reading = new DocxContent();
        if (document.MainDocumentPart?.Document?.Body is { } body)
            reading.Walk(body, 0);
        return reading.blocks.Count > MostParagraphs || reading.cells > MostCells ? null : reading.blocks;
    }

    private void Walk(OpenXmlElement parent, int depth)
    {
        foreach (var child in parent.ChildElements)
        {
            if (depth > Deepest || blocks.Count > MostParagraphs || cells > MostCells)
                return;
            if (child is Paragraph paragraph)
                blocks.Add(new DocumentBlock.Paragraph(Text(paragraph)));
            else if (child is Table table)
                Add(table, depth);
            else if (child is SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun)
                Walk(child, depth + 1);
        }
    }

    private void Add(Table table, int depth)
    {
        var number = ++tables;
        var rows = new List<IReadOnlyList<DocumentCell>>();
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            rows.Add(Cells(row, rows.Count > 0 ? rows[^1] : [], number, rows.Count + 1));
            if (cells > MostCells)
                return;
        }

        blocks.Add(new DocumentBlock.Table(rows));
        // A table within a cell is read as one of its own.
        foreach (var inner in table.Descendants<Table>().Where(inner => inner.Ancestors<Table>().First() == table))
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

    private static string Text(TableCell cell) => string.Join('\n', cell.Descendants<Paragraph>()
        .Where(paragraph => paragraph.Ancestors<TableCell>().First() == cell).Select(Text)).Trim('\n');

    private static string Text(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            if (element.Parent is Run { RunProperties: { } properties } && (properties.VerticalTextAlignment?.Val?.Value == VerticalPositionValues.Superscript || properties.Vanish is not null))
                continue;
            text.Append(element switch
            {
                Text words => words.Text,
                TabChar when element.Parent is Run => "\t",
                Break or CarriageReturn => "\n",
                SymbolChar symbol => Symbol(symbol),
                NoBreakHyphen => "-",
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    // Ticks and boxes of the symbol fonts Word puts in: Wingdings 2 and Wingdings.
    private static string Symbol(SymbolChar symbol) => (symbol.Font?.Value, symbol.Char?.Value?.ToUpperInvariant()) switch
    {
        ("Wingdings 2", "F052" or "F050") or ("Wingdings", "F0FE" or "F0FC") => "☑",
        ("Wingdings 2", "F0A3") or ("Wingdings", "F0A8" or "F06F") => "□",
        _ => string.Empty,
    };
}
