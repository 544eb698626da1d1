using System.Text;
using Bot.Adapters.Photos;

namespace Bot.Adapters.Charts;

/// <summary>A chart of ours as a picture for chats that show no SVG, drawn by the program that scales photos.</summary>
internal static class ChartPng
{
    private const int Width = 1350;
    private static readonly DecoderLimits Limits = new(TimeSpan.FromSeconds(30), 2L << 30, 32L << 20, Untrusted: false);

    /// <summary>The picture; null: no program is installed that draws it.</summary>
    public static async Task<byte[]?> DrawAsync(string svg, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("safetymonth-chart");
        try
        {
            var (from, to) = (Path.Combine(work.FullName, "chart.svg"), Path.Combine(work.FullName, "chart.png"));
            await File.WriteAllTextAsync(from, svg, new UTF8Encoding(false), cancel);
            var end = await DecoderProcess.RunAsync(ScaledPhotos.Program, [from, "--size", FormattableString.Invariant($"{Width}x30000"), "-o", to + "[strip,compression=9]"], work.FullName, Limits, cancel);
            return end is { IsWell: true } && File.Exists(to) ? await File.ReadAllBytesAsync(to, cancel) : null;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
