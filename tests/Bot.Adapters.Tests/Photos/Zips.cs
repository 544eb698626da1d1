using System.Buffers.Binary;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Bold = DocumentFormat.OpenXml.Wordprocessing;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Adapters.Tests.Photos;

/// <summary>Word and Excel files, real ones and such as attackers make.</summary>
internal static class Zips
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Docx()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Bold.Document(new Bold.Body(new Bold.Paragraph(new Bold.Run(new Bold.Text("活动总结")))));
        return stream.ToArray();
    }

    public static byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Sheet.Worksheet(new Sheet.SheetData());
            book.Workbook = new Sheet.Workbook(new Sheet.Sheets(new Sheet.Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "汇总" }));
        }

        return stream.ToArray();
    }

    /// <summary>A plain archive.</summary>
    public static byte[] Of(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>An Office file made by hand: the two tables, a main part, and more.</summary>
    public static byte[] Office(string mainType, params (string Name, byte[] Content)[] more) => Of(
    [
        ("[Content_Types].xml", System.Text.Encoding.UTF8.GetBytes(
            $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{mainType}"/></Types>""")),
        ("_rels/.rels", [.. """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""u8]),
        ("word/document.xml", [.. "<document/>"u8]),
        .. more,
    ]);

    /// <summary>The same as a Word file.</summary>
    public static byte[] Word(params (string Name, byte[] Content)[] more) => Office(WordMain, more);

    /// <summary>Changes a field in the directory's entry of a part; the fields are those of APPNOTE 4.3.12.</summary>
    public static byte[] WithField(byte[] zip, string part, int field, uint value, int bytes = 4)
    {
        var changed = (byte[])zip.Clone();
        var at = EntryOf(zip, part) + field;
        if (bytes == 2)
            BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(at), (ushort)value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), value);
        return changed;
    }

    public static uint Field(byte[] zip, string part, int field) => BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(EntryOf(zip, part) + field));

    private static int EntryOf(byte[] zip, string part)
    {
        var name = System.Text.Encoding.UTF8.GetBytes(part);
        for (var at = 0; at + 46 + name.Length <= zip.Length; at++)
        {
            if (zip.AsSpan(at).StartsWith("PK\x01\x02"u8) && zip.AsSpan(at + 46).StartsWith(name))
                return at;
        }

        throw new InvalidOperationException("The sample has no such part.");
    }
}
