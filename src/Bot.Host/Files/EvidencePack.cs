using System.Globalization;
using System.IO.Compression;
using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Photos;
using Bot.Domain.Gathering;

namespace Bot.Host.Files;

/// <summary>
/// Writes 佐证材料: photos upright and scaled, with the words of their messages. What was scaled stays for some days, so that a
/// download that was broken off, by a restart too, soon comes to where it stopped.
/// </summary>
internal sealed class EvidencePack(ScaledPhotos scaled, IBlobs blobs)
{
    private const int InDocument = 900;
    private const int InZip = 1600;
    private const int Ahead = 4;

    /// <summary>Whether photos can be scaled here.</summary>
    public static Task<bool> CanScaleAsync(CancellationToken cancel) => PictureTools.HasAsync(ScaledPhotos.Program, cancel);

    /// <summary>One Word document.</summary>
    public async Task WriteDocxAsync(Evidence evidence, Stream target, CancellationToken cancel)
    {
        await using var document = new EvidenceDocx(target);
        await FillAsync(document, evidence, evidence.Photos, cancel);
    }

    /// <summary>The photos in folders by unit, day and activity, a Word document for every unit, and an index.</summary>
    public async Task WriteZipAsync(Evidence evidence, Stream target, CancellationToken cancel)
    {
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var index = new List<(EvidencePhoto, string)>(evidence.Photos.Count);
        var units = evidence.Photos.GroupBy(p => p.Unit.Id).ToList();
        foreach (var (at, unit) in units.Index())
        {
            var folder = FileName.Clean(string.Create(CultureInfo.InvariantCulture, $"{at + 1:D2} {unit.First().Unit.Name}"));
            foreach (var report in unit.GroupBy(p => (p.Day, p.Activity)))
            {
                var names = report.Select((photo, n) => (photo, Name: Name(photo, n + 1))).ToList();
                await foreach (var (photo, content) in EachAsync([.. names.Select(n => n.photo)], InZip, cancel))
                {
                    var place = $"{folder}/{FileName.Clean(string.Create(CultureInfo.InvariantCulture, $"{photo.Day:yyyyMMdd} {photo.Activity}"))}/{names.First(n => ReferenceEquals(n.photo, photo)).Name}";
                    index.Add((photo, await AddAsync(zip, photo, content, place, cancel)));
                }
            }

            if (await CanScaleAsync(cancel)) await AddDocumentAsync(zip, evidence, [.. unit], $"{folder}/{folder}.docx", cancel);
        }

        await using var sheet = await SpooledFile.MakeAsync(file => { EvidenceIndex.Write(file, index); return Task.CompletedTask; });
        await using var to = await Entry(zip, "索引.xlsx").OpenAsync(cancel);
        await sheet.CopyToAsync(to, cancel);
    }

    private async Task<string> AddAsync(ZipArchive zip, EvidencePhoto photo, ScaledPhoto content, string place, CancellationToken cancel)
    {
        switch (content)
        {
            case ScaledPhoto.Made made:
                await using (var to = await Entry(zip, place + ".jpg").OpenAsync(cancel))
                    await to.WriteAsync(made.Jpeg, cancel);
                return place + ".jpg";
            case ScaledPhoto.NoProgram when await blobs.OpenAsync(photo.Photo, cancel) is { } original:
                // As it came: what told where it was made is gone since its intake.
                await using (original)
                await using (var to = await Entry(zip, place + Path.GetExtension(photo.Name)).OpenAsync(cancel))
                    await original.CopyToAsync(to, cancel);
                return place + Path.GetExtension(photo.Name);
            case ScaledPhoto.Refused:
                return "照片无法打开";
            default:
                return RollupSourceSheet.Erased;
        }
    }

    private async Task AddDocumentAsync(ZipArchive zip, Evidence evidence, IReadOnlyList<EvidencePhoto> photos, string place, CancellationToken cancel)
    {
        await using var made = await SpooledFile.MakeAsync(async file =>
        {
            await using var document = new EvidenceDocx(file);
            await FillAsync(document, evidence with { Name = photos[0].Unit.Name }, photos, cancel);
        });
        await using var to = await Entry(zip, place).OpenAsync(cancel);
        await made.CopyToAsync(to, cancel);
    }

    private async Task FillAsync(EvidenceDocx document, Evidence evidence, IReadOnlyList<EvidencePhoto> photos, CancellationToken cancel)
    {
        await foreach (var (photo, content) in EachAsync(photos, InDocument, cancel))
        {
            var made = content as ScaledPhoto.Made;
            await document.AddAsync(photo, made?.Jpeg, made?.Width ?? 0, made?.Height ?? 0, cancel);
        }

        await document.EndAsync(evidence, cancel);
    }

    // In their order; a few are in the making while one is written.
    private async IAsyncEnumerable<(EvidencePhoto Photo, ScaledPhoto Content)> EachAsync(
        IReadOnlyList<EvidencePhoto> photos, int longSide, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var making = new Queue<(EvidencePhoto Photo, Task<ScaledPhoto> Content)>();
        foreach (var photo in photos)
        {
            making.Enqueue((photo, scaled.MakeAsync(photo.Photo, longSide, cancel)));
            if (making.Count < Ahead) continue;
            var (first, content) = making.Dequeue();
            yield return (first, await content);
        }

        foreach (var (photo, content) in making) yield return (photo, await content);
    }

    private static string Name(EvidencePhoto photo, int number) =>
        FileName.Clean(string.Create(CultureInfo.InvariantCulture, $"{photo.Unit.Name}_{photo.Day:yyyyMMdd}_{photo.Activity}_{number:D2}"));

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }
}
