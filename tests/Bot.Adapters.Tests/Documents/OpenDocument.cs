using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Tests.Documents;

/// <summary>Reads written documents back, and holds them against the standard.</summary>
internal static class OpenDocument
{
    /// <summary>The table of a form: for each row, its cells; for each cell, its paragraphs.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Table(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. document.MainDocumentPart!.Document.Body!.Descendants<Word.TableRow>().Select(row => (IReadOnlyList<IReadOnlyList<string>>)
            [.. row.Elements<Word.TableCell>().Select(cell => (IReadOnlyList<string>)[.. cell.Elements<Word.Paragraph>().Select(p => p.InnerText)])])];
    }

    /// <summary>The paragraphs outside the table.</summary>
    public static IReadOnlyList<string> Paragraphs(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. document.MainDocumentPart!.Document.Body!.Elements<Word.Paragraph>().Select(p => p.InnerText)];
    }

    /// <summary>The cells of a sheet by name; texts in quotes.</summary>
    public static IReadOnlyDictionary<string, string> Sheet(byte[] xlsx, string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var book = document.WorkbookPart!;
        var id = book.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!;
        return ((WorksheetPart)book.GetPartById(id)).Worksheet.Descendants<Cell>()
            .Where(cell => cell.InlineString is not null || cell.CellValue is not null)
            .ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InlineString is { } text ? $"\"{text.InnerText}\"" : cell.CellValue!.Text);
    }

    public static void IsValid(OpenXmlPackage document) => Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013)
        .Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
}
