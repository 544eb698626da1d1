using System.IO.Compression;
using System.Text;
using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>
/// 佐证材料 as a Word document: by unit, day and activity, two photos side by side with what was said of them. Photos go straight
/// into the file, one after another, and their places follow at its end: thousands of them take no more memory than one.
/// </summary>
internal sealed class EvidenceDocx : IAsyncDisposable
{
    private const string Unreadable = "（照片无法打开）";
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly List<(EvidencePhoto Photo, (int Number, int Width, int Height)? Picture)> _placed = [];
    private readonly Dictionary<string, (int Number, int Width, int Height)> _known = new(StringComparer.Ordinal);

    /// <summary>Begins the file.</summary>
    /// <param name="target">Where it goes; stays open.</param>
    public EvidenceDocx(Stream target) => _zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Puts a photo in; null: it could not be opened, which is said in its place.</summary>
    public async Task AddAsync(EvidencePhoto photo, byte[]? jpeg, int width, int height, CancellationToken cancel)
    {
        if (jpeg is null)
        {
            _placed.Add((photo, null));
            return;
        }

        if (!_known.TryGetValue(photo.Photo.Hex, out var picture))
        {
            _known[photo.Photo.Hex] = picture = (_known.Count + 1, width, height);
            await using var to = await Entry(FormattableString.Invariant($"word/media/image{picture.Number}.jpg"), CompressionLevel.NoCompression).OpenAsync(cancel);
            await to.WriteAsync(jpeg, cancel);
        }

        _placed.Add((photo, picture));
    }

    /// <summary>Writes everything but the photos, after the last of them.</summary>
    public async Task EndAsync(Evidence evidence, CancellationToken cancel)
    {
        // Styles, fonts and footer as every paper of ours has them, from a document of their own.
        using var shell = new MemoryStream();
        string section;
        using (var document = WordprocessingDocument.Create(shell, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>($"{FormDocx.ContentType}.main+xml", "rId1");
            WordStyles.Add(main);
            var properties = new WordPage(Landscape: false, []).Section(main, "rId4");
            section = properties.OuterXml;
            main.Document = new Document(new Body(properties));
        }

        shell.Position = 0;
        using (var source = new ZipArchive(shell, ZipArchiveMode.Read))
        {
            foreach (var part in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                using var reader = new StreamReader(await part.OpenAsync(cancel));
                var content = await reader.ReadToEndAsync(cancel);
                if (part.FullName == "[Content_Types].xml") content = content.Replace("</Types>", "<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/></Types>", StringComparison.Ordinal);
                if (part.FullName.EndsWith("document.xml.rels", StringComparison.Ordinal)) content = content.Replace("</Relationships>", Relations() + "</Relationships>", StringComparison.Ordinal);
                await using var writer = new StreamWriter(await Entry(part.FullName, CompressionLevel.Optimal).OpenAsync(cancel), new UTF8Encoding(false));
                if (part.FullName.EndsWith("/document.xml", StringComparison.Ordinal))
                    await WriteBodyAsync(writer, evidence, section);
                else
                    await writer.WriteAsync(content);
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private async Task WriteBodyAsync(StreamWriter writer, Evidence evidence, string section)
    {
        await writer.WriteAsync("<?xml version=\"1.0\" encoding=\"utf-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        foreach (var block in Blocks(evidence))
            await writer.WriteAsync(block.OuterXml);
        await writer.WriteAsync(section);
        await writer.WriteAsync("</w:body></w:document>");
    }

    private IEnumerable<OpenXmlElement> Blocks(Evidence evidence)
    {
        yield return WordText.Paragraph(WordStyles.Title, "佐证材料");
        var days = evidence.Period is { } period ? $"　时段：{FormNotes.Period(period)}" : "";
        yield return WordText.Paragraph(WordStyles.Head, $"单位：{evidence.Name}　活动：{evidence.Campaign.Title}{days}　照片{_known.Count}张");
        var number = 0;
        foreach (var unit in _placed.GroupBy(p => p.Photo.Unit.Id))
        {
            yield return EvidenceBlocks.Heading(unit.First().Photo.Unit.Name, 0);
            foreach (var activity in unit.GroupBy(p => (p.Photo.Day, p.Photo.Activity, p.Photo.Caption, p.Photo.SaidAt)))
            {
                var first = activity.First().Photo;
                yield return EvidenceBlocks.Heading($"{ScheduleText.Day(first.Day)}　{first.Activity}", 1);
                yield return EvidenceBlocks.Caption($"{first.Caption switch { null => "（原文已删除）", "" => "（没有文字）", var words => words }}（{first.Sender}，{first.SaidAt:yyyy-MM-dd HH:mm}{Together(first)}）");
                var pictures = activity.Where(p => p.Picture is not null).Select(p => (p.Picture!.Value.Number, p.Picture.Value.Width, p.Picture.Value.Height)).ToList();
                if (pictures.Count > 0) yield return EvidenceBlocks.Pictures(pictures, ref number);
                if (activity.Count() > pictures.Count) yield return WordText.Paragraph(WordStyles.Note, string.Concat(Enumerable.Repeat(Unreadable, activity.Count() - pictures.Count)));
            }
        }

        if (_placed.Count == 0)
            yield return WordText.Paragraph(WordStyles.Text, "所选单位和时段还没有照片。");
    }

    private static string Together(EvidencePhoto photo) => photo.Others.Count == 0 ? "" : $"，同报：{string.Join('、', photo.Others)}";

    private string Relations() => string.Concat(_known.Values.Select(p => FormattableString.Invariant(
        $"<Relationship Id=\"pic{p.Number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/image{p.Number}.jpg\"/>")));

    private ZipArchiveEntry Entry(string name, CompressionLevel level)
    {
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = Time;
        return entry;
    }
}
