using System.Diagnostics;
using System.Globalization;
using Bot.Adapters.Photos;

namespace Bot.Benchmarks;

/// <summary>
/// How many of the photos that were saved anew are found among thousands, and how many others are taken for them: drawn scenes,
/// among them many shots of one event, each with a copy of another size, quality or format. Needs libvips-tools.
/// </summary>
internal static class PhotoPairRun
{
    private const int ShotsOfAnEvent = 4;
    private const int AtOnce = 250;

    private static readonly (string Size, string Ending)[] Copies =
    [
        ("75%", ".jpg[Q=50,strip]"), ("50%", ".jpg[Q=80,strip]"), ("100%", ".jpg[Q=35,strip]"), ("30%", ".jpg[Q=60,strip]"), ("60%", ".webp[Q=60,strip]"), ("90%", ".png[strip]"), ("150%", ".jpg[Q=70,strip]"), ("25%", ".jpg[Q=45,strip]"),
    ];

    /// <summary>Measures.</summary>
    /// <param name="count">How many pictures in all, copies included.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task PrintAsync(int count, TextWriter output)
    {
        var work = Directory.CreateTempSubdirectory("safetymonth-pairs");
        try
        {
            var began = Stopwatch.GetTimestamp();
            var originals = Draw(work.FullName, count / 2);
            var all = new List<(string File, int Original)>(originals.Select((f, i) => (f, i)));
            all.AddRange(await CopyAsync(originals));
            var prints = await PrintsAsync([.. all.Select(a => a.File)]);
            await Console.Error.WriteLineAsync($"drawn, saved anew and looked at in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
            Tell(all, prints, output);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Tell(List<(string File, int Original)> all, PhotoPrint[] prints, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} pictures, {all.Count / 2} of them copies of the others; {ShotsOfAnEvent} shots of every second event."));
        output.WriteLine();
        output.WriteLine("| differing bits at most | copies found | other pairs taken for copies | of all other pairs | of those found |");
        output.WriteLine("|--:|--:|--:|--:|--:|");
        foreach (var near in (int[])[4, 7, PhotoPrint.Near, 14, 18, 22])
        {
            var (found, wrong, others) = (0L, 0L, 0L);
            for (var i = 0; i < all.Count; i++)
            {
                for (var j = i + 1; j < all.Count; j++)
                {
                    var isNear = prints[i].Distance(prints[j]) <= near;
                    if (all[i].Original == all[j].Original)
                        found += isNear ? 1 : 0;
                    else
                        (others, wrong) = (others + 1, wrong + (isNear ? 1 : 0));
                }
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {near}{(near == PhotoPrint.Near ? " (in use)" : "")} | {100.0 * found / (all.Count / 2):0.00} % | {wrong} | {(double)wrong / others:0.0000000} | {(found + wrong == 0 ? 0 : (double)wrong / (found + wrong)):0.00000} |"));
        }
    }

    private static List<string> Draw(string folder, int count)
    {
        var files = new List<string>(count);
        for (var (place, made) = (0, 0); made < count; place++)
        {
            for (var shot = 0; shot < (place % 2 == 0 ? ShotsOfAnEvent : 1) && made < count; shot++, made++)
            {
                files.Add(Path.Combine(folder, FormattableString.Invariant($"s{made:D5}.ppm")));
                File.WriteAllBytes(files[^1], DrawnScene.Ppm(place, shot));
            }
        }

        return files;
    }

    private static async Task<List<(string File, int Original)>> CopyAsync(List<string> originals)
    {
        var copies = new List<(string, int)>();
        foreach (var (how, (size, ending)) in Copies.Index())
        {
            var mine = originals.Index().Where(o => o.Index % Copies.Length == how).ToList();
            var percent = int.Parse(size.TrimEnd('%'), CultureInfo.InvariantCulture);
            await VipsAsync([.. mine.Select(o => o.Item)], FormattableString.Invariant($"{DrawnScene.Width * percent / 100}x{DrawnScene.Height * percent / 100}"), "%s-copy" + ending);
            copies.AddRange(mine.Select(o => (Path.ChangeExtension(o.Item, null) + "-copy" + ending[..ending.IndexOf('[', StringComparison.Ordinal)], o.Index)));
        }

        return copies;
    }

    private static async Task<PhotoPrint[]> PrintsAsync(IReadOnlyList<string> files)
    {
        await VipsAsync(files, FormattableString.Invariant($"{PhotoPrint.Side}x{PhotoPrint.Side}!"), "%s-print.pgm");
        return [.. files.Select(f => PhotoPrint.Of(GreyPicture.Read(File.ReadAllBytes(Path.ChangeExtension(f, null) + "-print.pgm"))))];
    }

    private static async Task VipsAsync(IReadOnlyList<string> files, string size, string to)
    {
        foreach (var some in files.Chunk(AtOnce))
        {
            var start = new ProcessStartInfo(ScaledPhotos.Program) { UseShellExecute = false };
            foreach (var argument in (string[])["--size", size, "-o", to, .. some])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{ScaledPhotos.Program} ended with {process.ExitCode}.");
        }
    }
}
