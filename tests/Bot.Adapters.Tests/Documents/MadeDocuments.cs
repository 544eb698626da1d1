using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Tests.Documents;

/// <summary>Word and Excel files as offices and liaisons make them.</summary>
internal static class MadeDocuments
{
    public static byte[] Docx(params OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Word.Document(new Word.Body(blocks));
        return stream.ToArray();
    }

    public static Word.Paragraph Paragraph(string text) => new(new Word.Run(new Word.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    public static Word.Table Table(params OpenXmlElement[] rows) => new([new Word.TableProperties(), .. rows]);

    public static Word.TableRow Row(params object[] cells) => new(cells.Select(cell => cell as OpenXmlElement ?? Cell((string)cell)));

    public static Word.TableCell Cell(string text, int span = 1, Word.MergedCellValues? down = null)
    {
        var properties = new Word.TableCellProperties();
        if (span > 1)
            properties.Append(new Word.GridSpan { Val = span });
        if (down is { } merge)
            properties.Append(new Word.VerticalMerge { Val = merge });
        return new Word.TableCell([properties, .. text.Split('\n').Select(Paragraph)]);
    }

    /// <summary>A workbook; numbers are number cells, the rest shared strings.</summary>
    public static byte[] Xlsx(object?[][] rows, params string[] merged) => Xlsx([("Sheet1", rows)], merged);

    public static byte[] Xlsx((string Name, object?[][] Rows)[] sheets, params string[] merged)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var strings = new Sheet.SharedStringTable();
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = strings;
            var list = new Sheet.Sheets();
            foreach (var (name, rows) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Sheet.Worksheet(new Sheet.SheetData(rows.Select((row, at) => new Sheet.Row(row.Select((value, column) => Cell(value, $"{(char)('A' + column)}{at + 1}", strings))) { RowIndex = (uint)at + 1 })));
                if (merged.Length > 0)
                    part.Worksheet.Append(new Sheet.MergeCells(merged.Select(range => new Sheet.MergeCell { Reference = range })));
                list.Append(new Sheet.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)list.ChildElements.Count + 1, Name = name });
            }

            book.Workbook = new Sheet.Workbook(list);
        }

        return stream.ToArray();
    }

    private static Sheet.Cell Cell(object? value, string place, Sheet.SharedStringTable strings)
    {
        var cell = new Sheet.Cell { CellReference = place };
        if (value is string text)
        {
            strings.Append(new Sheet.SharedStringItem(new Sheet.Text(text)));
            (cell.DataType, cell.CellValue) = (Sheet.CellValues.SharedString, new Sheet.CellValue(strings.ChildElements.Count - 1));
        }
        else if (value is int number)
        {
            cell.CellValue = new Sheet.CellValue(number);
        }

        return cell;
    }
}
