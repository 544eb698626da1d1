using System.Globalization;
using System.IO.Compression;
using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Plans;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Host.Files;

/// <summary>The official form of every unit asked for, one Word file each in official order, and in front the one of all together.</summary>
internal sealed class FormZip(OwnForms own)
{
    // The first moment a zip entry can carry: the same figures give the same bytes.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task WriteAsync(OfficeId office, FormFigures figures, FormDocxOptions options, Stream target, CancellationToken cancel)
    {
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var together = figures.Filled().Rollups;
        foreach (var (form, all) in figures.Forms.Zip(together))
        {
            var folder = figures.Forms.Count == 1 ? "" : FileName.Clean(form.Name) + "/";
            if (figures.Chosen.Count != 1) await AddAsync(zip, folder, $"00 汇总 {all.UnitName}", await own.WriteAsync(office, all, options, cancel), cancel);
            var sheet = await own.SheetAsync(office, all.Campaign, form, cancel);
            var digits = Math.Max(2, figures.Chosen.Count.ToString(CultureInfo.InvariantCulture).Length);
            foreach (var (at, rollup) in figures.EachUnit(form).Index())
            {
                cancel.ThrowIfCancellationRequested();
                await AddAsync(zip, folder, $"{(at + 1).ToString($"D{digits}", CultureInfo.InvariantCulture)} {rollup.UnitName}", sheet.Write(rollup, options), cancel);
            }
        }
    }

    private static async Task AddAsync(ZipArchive zip, string folder, string name, byte[] content, CancellationToken cancel)
    {
        // A Word file is packed already.
        var entry = zip.CreateEntry(folder + FileName.Clean(name + ".docx"), CompressionLevel.NoCompression);
        entry.LastWriteTime = Time;
        await using var to = await entry.OpenAsync(cancel);
        await to.WriteAsync(content, cancel);
    }
}
