using System.Text;
using Bot.Adapters.Documents;
using Bot.Adapters.Photos;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Plans;

/// <summary>
/// Opens a plan (方案, 通知) as people have it: .docx, .pdf, .txt, .md. A paragraph is one line; of text files the lines are as
/// they stand. What a file is, its first bytes say; the name only tells Markdown from plain text.
/// </summary>
internal static class PlanFile
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 10 << 20;

    private const int MostLines = 20_000;
    private const int MostCharacters = 2_000_000;

    /// <summary>What the file says, or why it is not read; never throws because of what is in it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">As its sender called it.</param>
    /// <param name="cancellation">Breaks off.</param>
    public static async Task<DocumentOutcome> ReadAsync(byte[] content, string name, CancellationToken cancellation)
    {
        if (content.Length > MostBytes)
            return PlanRefusals.TooLarge(name);
        if (content.Length == 0)
            return PlanRefusals.Empty(name);
        if (Starts(content, "PK\x03\x04"u8) || Starts(content, "PK\x05\x06"u8))
            return Docx(content, name, cancellation);
        if (Starts(content, [0xD0, 0xCF, 0x11, 0xE0]))
            return content.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? PlanRefusals.Encrypted(name) : PlanRefusals.OldOffice(name);
        // Some programs put a few bytes before a PDF's own first line.
        if (content.AsSpan(0, Math.Min(content.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
            return await PdfText.ReadAsync(content, name, PdfText.Program, cancellation) is var pdf && pdf is DocumentOutcome.Opened opened ? Held(opened.Blocks, name) : pdf;
        return Words(content, name);
    }

    private static bool Starts(byte[] content, ReadOnlySpan<byte> with) => content.AsSpan().StartsWith(with);

    private static DocumentOutcome Docx(byte[] content, string name, CancellationToken cancellation)
    {
        if (Refusal(content, name, cancellation) is { } refusal)
            return refusal;
        return DocumentReader.Read(new MemoryStream(content, writable: false), MediaKind.Docx, name, asPrinted: true) switch
        {
            DocumentOutcome.Opened opened => Held(opened.Blocks, name),
            DocumentOutcome.Refused { Code: "document-too-long" } => PlanRefusals.TooLong(name),
            _ => PlanRefusals.Damaged(name),
        };
    }

    /// <summary>What the intake would say of the same file: it is looked through before anything of it is unpacked into memory.</summary>
    private static DocumentOutcome.Refused? Refusal(byte[] content, string name, CancellationToken cancellation)
    {
        try
        {
            return OoxmlInspection.Inspect(new MediaBytes(new MemoryStream(content)), new MediaOptions(), cancellation) switch
            {
                Inspection.Fine { Kind: MediaKind.Docx } => null,
                Inspection.Refuse refuse => refuse.Because(name).Code switch
                {
                    "encrypted" => PlanRefusals.Encrypted(name),
                    "macros" => PlanRefusals.Macros(name),
                    "bomb" => PlanRefusals.Bomb(name),
                    _ => PlanRefusals.OtherKind(name),
                },
                _ => PlanRefusals.OtherKind(name),
            };
        }
        catch (InvalidDataException)
        {
            return PlanRefusals.Damaged(name);
        }
    }

    private static DocumentOutcome Words(byte[] content, string name)
    {
        var ending = Path.GetExtension(FileName.Clean(name)).ToUpperInvariant();
        if (ending is ".DOCX" or ".PDF")
            return PlanRefusals.Damaged(name);
        if (ending is ".DOC" or ".WPS" or ".WPT" or ".DOT")
            return PlanRefusals.OldOffice(name);
        if (Starts(content, @"{\rtf"u8) || SavedText.Decode(content) is not { } text || IsNoText(text))
            return PlanRefusals.OtherKind(name);
        return Held(TextContent.Read(text, name), name);
    }

    /// <summary>Pages of the web and pictures that happen to decode.</summary>
    private static bool IsNoText(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || text.Count(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f' or '\u001A')) > text.Length / 100;
    }

    private static DocumentOutcome Held(IReadOnlyList<DocumentBlock> blocks, string name)
    {
        var characters = blocks.Sum(block => block switch
        {
            DocumentBlock.Paragraph paragraph => paragraph.Text.Length,
            DocumentBlock.Table table => table.Rows.Sum(row => row.Sum(cell => (long)cell.Text.Length)),
            _ => 0,
        });
        if (blocks.Count > MostLines || characters > MostCharacters)
            return PlanRefusals.TooLong(name);
        return blocks.Any(HasWords) ? new DocumentOutcome.Opened(blocks) : PlanRefusals.Empty(name);
    }

    private static bool HasWords(DocumentBlock block) => block switch
    {
        DocumentBlock.Paragraph paragraph => !string.IsNullOrWhiteSpace(paragraph.Text),
        DocumentBlock.Table table => table.Rows.Any(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell.Text))),
        _ => false,
    };
}
