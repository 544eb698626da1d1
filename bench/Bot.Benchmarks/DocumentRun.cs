using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Bot.Adapters.Blobs;
using Bot.Adapters.Campaigns;
using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Adapters.Photos;
using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Bot.Host.Files;

namespace Bot.Benchmarks;

/// <summary>
/// What leaves the bot as files, each in a process of its own so that its peak of memory is its own: the form of 1,000 units,
/// a workbook of 100,000 records, an evidence pack of 2,000 photos; and looking at a photo of 12 megapixels beside opening it.
/// </summary>
internal static class DocumentRun
{
    private const int Units = 1_000;
    private const int Records = 100_000;
    private const int Photos = 2_000;
    private const int Looks = 15;

    /// <summary>Says that it is the process of one measurement.</summary>
    private const string Own = "own";

    private static readonly (string Name, string What, Func<string, Task<int>> Run)[] All =
    [
        ("forms", "the form of 1,000 units, one Word file each, in a zip", FormsAsync),
        ("workbook", "a workbook of 100,000 records", WorkbookAsync),
        ("pack", "an evidence pack of 2,000 photos of 1600 × 1200: zip, a document for each of 40 units, index", folder => PackAsync(folder, again: false)),
        ("pack-again", "the same again, after it was broken off at its end", folder => PackAsync(folder, again: true)),
        ("look", "looking at 15 photos of 12 megapixels: process, decoding, print", folder => LooksAsync(folder, plain: false)),
        ("open", "opening the same: decoding whole, in such a process too", folder => LooksAsync(folder, plain: true)),
    ];

    /// <summary>Measures one, or all of them.</summary>
    public static async Task PrintAsync(string[] which, TextWriter output)
    {
        if (which is [Own, var one, var folder])
        {
            var began = Stopwatch.GetTimestamp();
            var made = await All.Single(a => a.Name == one).Run(folder);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            using var self = Process.GetCurrentProcess();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made}\t{seconds:0.00}\t{self.TotalProcessorTime.TotalSeconds:0.00}\t{self.PeakWorkingSet64 >> 20}"));
            return;
        }

        output.WriteLine("| what | made | s | s of processor in the program itself | peak MB |");
        output.WriteLine("|---|--:|--:|--:|--:|");
        var work = Directory.CreateTempSubdirectory("safetymonth-bench");
        try
        {
            foreach (var (name, what, _) in All.Where(a => which.Length == 0 || which.Contains(a.Name)))
            {
                using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["documents", Own, name, work.FullName]) { RedirectStandardOutput = true, UseShellExecute = false })!;
                var line = (await process.StandardOutput.ReadToEndAsync()).Trim().Split('\t');
                await process.WaitForExitAsync();
                output.WriteLine($"| {what} | {line[0]} | {line[1]} | {line[2]} | {line[3]} |");
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<int> FormsAsync(string folder)
    {
        var campaign = Load();
        var units = UnitsOf(Units);
        var own = Figures(campaign, units, Units * 20).ToLookup(f => f.Unit);
        var sheet = FormSheet.Drawn(FigureStyle.Default);
        await using var file = File.Create(Path.Combine(folder, "forms.zip"));
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var unit in units)
        {
            var filled = RollupBuilder.Build(new RollupRequest { Campaign = campaign, Form = campaign.Forms[0], UnitName = unit.Name, Units = [unit], Figures = [.. own[unit.Id]] });
            await using var to = await zip.CreateEntry($"{unit.Name}.docx", CompressionLevel.NoCompression).OpenAsync();
            await to.WriteAsync(sheet.Write(filled, new FormDocxOptions()));
        }

        return units.Count;
    }

    private static async Task<int> WorkbookAsync(string folder)
    {
        var campaign = Load();
        var units = UnitsOf(Units);
        var rollup = RollupBuilder.Build(new RollupRequest { Campaign = campaign, Form = campaign.Forms[0], UnitName = "街道", Units = units, Figures = Figures(campaign, units, Records) });
        await using var file = File.Create(Path.Combine(folder, "book.xlsx"));
        await RollupXlsx.WriteAsync(file, new RollupBook { Rollups = [rollup], Records = Lines }, CancellationToken.None);
        return rollup.Sources.Count;
    }

    // The words are made line by line, as they are read from the database page by page.
    private static async IAsyncEnumerable<RecordLine> Lines(Rollup rollup)
    {
        foreach (var (at, source) in rollup.Sources.Index())
            yield return new RecordLine(source.Unit, source.Figure with { Who = "联络员", Excerpt = FormattableString.Invariant($"6月13日组织应急疏散演练{at}场，120余人参加") }, ["演练.jpg"]);
        await Task.CompletedTask;
    }

    private static async Task<int> PackAsync(string folder, bool again)
    {
        var blobs = FolderBlobs.Open(Path.Combine(folder, "blobs"));
        var units = UnitsOf(40);
        var photos = new List<EvidencePhoto>(Photos);
        if (!again) await DrawAsync(folder, 100, "1600x1200");
        for (var i = 0; i < Photos; i++)
        {
            // A remark behind the picture makes each file one of its own.
            byte[] content = [.. await File.ReadAllBytesAsync(Path.Combine(folder, FormattableString.Invariant($"d{i % 100:D3}.jpg"))), .. BitConverter.GetBytes(i)];
            var key = (await blobs.StoreAsync(new MemoryStream(content), CancellationToken.None)).Key;
            photos.Add(new EvidencePhoto
            {
                Unit = units[i % units.Count], Day = new DateOnly(2024, 6, 1 + i % 28), Activity = "应急疏散演练", Rows = ["应急演练"], Caption = "组织应急疏散演练1场，120人参加", Sender = "联络员",
                SaidAt = new DateTime(2024, 6, 1 + i % 28, 15, 0, 0, DateTimeKind.Unspecified), Photo = key, Position = 0, Name = "演练.jpg", Others = [],
            });
        }

        using var scaled = new ScaledPhotos(blobs, Path.Combine(folder, "scaled"), TimeProvider.System);
        await using var file = File.Create(Path.Combine(folder, "pack.zip"));
        var evidence = new Evidence { Campaign = Load(), Period = null, Name = "街道", Photos = [.. photos.OrderBy(p => p.Unit.Order).ThenBy(p => p.Day)] };
        await new EvidencePack(scaled, blobs).WriteZipAsync(evidence, file, CancellationToken.None);
        return photos.Count;
    }

    private static async Task<int> LooksAsync(string folder, bool plain)
    {
        var path = Path.Combine(folder, "d000.jpg");
        await DrawAsync(folder, 1, "4000x3000");
        var blobs = FolderBlobs.Open(Path.Combine(folder, "blobs"));
        var key = (await blobs.StoreAsync(new MemoryStream(await File.ReadAllBytesAsync(path)), CancellationToken.None)).Key;
        var seen = new SeenPhotos(blobs);
        for (var i = 0; i < Looks; i++)
        {
            var well = plain
                ? await DecoderProcess.RunAsync("vips", ["avg", path], folder, DecoderLimits.Photo, CancellationToken.None) is { IsWell: true }
                : (await seen.LookAsync(key, MediaKind.Jpeg, CancellationToken.None))?.Print is not null;
            if (!well) throw new InvalidOperationException("The photo was not opened.");
        }

        return Looks;
    }

    private static async Task DrawAsync(string folder, int count, string size)
    {
        for (var i = 0; i < count; i++)
            await File.WriteAllBytesAsync(Path.Combine(folder, FormattableString.Invariant($"d{i:D3}.ppm")), DrawnScene.Ppm(i, 0));
        using var process = Process.Start(ScaledPhotos.Program, ["--size", size, "-o", "%s.jpg[Q=88]", .. Enumerable.Range(0, count).Select(i => Path.Combine(folder, FormattableString.Invariant($"d{i:D3}.ppm")))]);
        await process.WaitForExitAsync();
    }

    private static Campaign Load() => ShippedCampaigns.Open("baita-2024").Match(static c => c, static _ => throw new InvalidOperationException("The campaign is shipped."));

    private static List<Unit> UnitsOf(int count) => [.. Enumerable.Range(1, count).Select(i => new Unit { Id = new UnitId(Number(i)), Name = FormattableString.Invariant($"第{i}社区"), Order = i })];

    private static List<BookedFigure> Figures(Campaign campaign, IReadOnlyList<Unit> units, int count)
    {
        var slots = campaign.Forms[0].Slots.ToList();
        return [.. Enumerable.Range(1, count).Select(i => new BookedFigure
        {
            Slot = slots[i % slots.Count].Id, Unit = units[i % units.Count].Id, Activity = new ActivityId(Number(i)), Day = new DateOnly(2024, 6, 1 + i % 28), Delta = 1 + i % 40,
            Cause = BookingCause.Report, Message = new MessageId(Number(i)), SaidAt = new DateTime(2024, 6, 1 + i % 28, 15, 0, 0, DateTimeKind.Unspecified), Who = "", Span = new TextSpan(0, 4),
        })];
    }

    private static Guid Number(int number) => new(number, 0, 0, new byte[8]);
}
