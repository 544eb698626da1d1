using System.Xml;
using Bot.Adapters.Plans;
using Bot.Domain.Gathering;
using DocumentFormat.OpenXml.Packaging;

namespace Bot.Adapters.Documents;

/// <summary>
/// Reads Word, Excel, PDF and text files that were taken in. Their intake has seen to it that they unpack to what they say; here each
/// part is held to a size a form or a report has.
/// </summary>
internal sealed class DocumentReader(IBlobs blobs) : IDocumentText
{
    /// <summary>The longest text that is a form or a report, in bytes.</summary>
    private const int MostTextBytes = 1 << 20;

    /// <inheritdoc />
    public async Task<DocumentOutcome> ReadAsync(BlobKey key, MediaKind kind, string name, CancellationToken cancellation)
    {
        if (kind is not (MediaKind.Docx or MediaKind.Xlsx or MediaKind.Text or MediaKind.Pdf))
            return new DocumentOutcome.Opened([]);
        await using var content = await blobs.OpenAsync(key, cancellation);
        return content is null ? DocumentOutcome.Damaged(name)
            : kind == MediaKind.Text ? await ReadTextAsync(content, name, cancellation)
            : kind == MediaKind.Pdf ? await ReadPdfAsync(content, name, cancellation)
            : Read(content, kind, name);
    }

    // A stamped scan is a hand-in all the same: only that its figures cannot be read is said. Where no program for PDF is installed, nothing is.
    private static async Task<DocumentOutcome> ReadPdfAsync(Stream content, string name, CancellationToken cancellation)
    {
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return await PdfText.ReadAsync(bytes, name, PdfText.Program, cancellation) switch
        {
            DocumentOutcome.Opened opened => opened,
            DocumentOutcome.Refused { Code: "plan-scanned" or "plan-garbled" } => DocumentOutcome.Pictured(name),
            DocumentOutcome.Refused { Code: "plan-pdf-program" } => new DocumentOutcome.Opened([]),
            DocumentOutcome.Refused { Code: "plan-too-long" or "plan-too-slow" } => DocumentOutcome.TooLong(name),
            _ => DocumentOutcome.Damaged(name),
        };
    }

    private static async Task<DocumentOutcome> ReadTextAsync(Stream content, string name, CancellationToken cancellation)
    {
        if (content.Length > MostTextBytes)
            return DocumentOutcome.TooLong(name);
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return SavedText.Decode(bytes) is { } text ? new DocumentOutcome.Opened(TextContent.Read(text, name)) : DocumentOutcome.Damaged(name);
    }

    /// <summary>What a Word or Excel document says.</summary>
    /// <param name="content">The file.</param>
    /// <param name="kind">Word or Excel.</param>
    /// <param name="name">As its sender called it.</param>
    /// <param name="asPrinted">Whether a Word file's automatic numbers are read too (<see cref="DocxContent.Read"/>).</param>
    public static DocumentOutcome Read(Stream content, MediaKind kind, string name, bool asPrinted = false)
    {
        try
        {
            if (!OfficeParts.AreShort(content))
                return DocumentOutcome.TooLong(name);
            if (!OfficeParts.AreFlat(content))
                return DocumentOutcome.Damaged(name);
            return (kind == MediaKind.Docx ? DocxContent.Read(content, asPrinted) : XlsxContent.Read(content)) is { } blocks
                ? new DocumentOutcome.Opened(blocks)
                : DocumentOutcome.TooLong(name);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or FormatException
            or ArgumentException or InvalidOperationException or KeyNotFoundException or NotSupportedException or OverflowException or EndOfStreamException or NullReferenceException)
        {
            // What the package library says of a file that contradicts itself; nothing of ours has failed.
            return DocumentOutcome.Damaged(name);
        }
    }
}
