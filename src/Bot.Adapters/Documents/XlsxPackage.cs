using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Adapters.Documents;

/// <summary>
/// A workbook written straight into its zip, sheet after sheet: what is written is gone, so that a hundred thousand rows take no
/// more memory than a hundred. Times are fixed, so that the same figures give the same bytes.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string SheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The first moment a zip entry can carry.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly int _sheets;
    private int _begun;

    /// <summary>Begins the file.</summary>
    /// <param name="target">Where it goes; stays open.</param>
    /// <param name="sheets">The sheets in their order: name, and the columns and rows printed again on every page.</param>
    public XlsxPackage(Stream target, IReadOnlyList<(string Name, string Repeated)> sheets)
    {
        _zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        _sheets = sheets.Count;
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        // First, as readers expect.
        Part("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{SheetTypes}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{SheetTypes}.styles+xml"/>{string.Concat(numbers.Select(n => FormattableString.Invariant($"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{SheetTypes}.worksheet+xml\"/>")))}</Types>
            """);
        Part("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/>{string.Concat(numbers.Select(n => FormattableString.Invariant($"<Relationship Id=\"sheet{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")))}</Relationships>
            """);
        Part("xl/workbook.xml", Workbook(sheets).OuterXml);
        Part("xl/styles.xml", XlsxStyles.Sheet().OuterXml);
    }

    /// <summary>The next sheet, to be disposed of before another is begun.</summary>
    /// <param name="widths">The columns' widths in characters.</param>
    /// <param name="frozenRows">Rows that stay when scrolling down.</param>
    /// <param name="frozenColumns">Columns that stay when scrolling right.</param>
    public SheetWriter Sheet(IReadOnlyList<double> widths, int frozenRows, int frozenColumns)
    {
        _begun++;
        return new SheetWriter(Entry(FormattableString.Invariant($"xl/worksheets/sheet{_begun}.xml")), widths, frozenRows, frozenColumns);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _zip.Dispose();
        if (_begun != _sheets)
            throw new InvalidOperationException("Every sheet that was named is to be written.");
    }

    private static Workbook Workbook(IReadOnlyList<(string Name, string Repeated)> sheets) => new(
        new Sheets(sheets.Select((sheet, at) => new Sheet { Name = sheet.Name, SheetId = (uint)at + 1, Id = FormattableString.Invariant($"sheet{at + 1}") })),
        new DefinedNames(sheets.Select((sheet, at) => new DefinedName(string.Join(',', sheet.Repeated.Split(' ').Select(range => $"'{sheet.Name}'!{range}")))
        {
            Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at,
        })));

    private void Part(string name, string content)
    {
        using var writer = new StreamWriter(Entry(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(content);
    }

    private Stream Entry(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return entry.Open();
    }
}
