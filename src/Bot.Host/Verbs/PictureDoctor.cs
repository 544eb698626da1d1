using Bot.Adapters.Photos;
using Bot.Adapters.Plans;
using Bot.Adapters;
namespace Bot.Host.Verbs;

/// <summary>Whether the programs for photos and PDF files are installed. The bot works without them; what it then cannot do is said.</summary>
internal static class PictureDoctor
{
    private static readonly (string Program, string Package, string With, string Without)[] Programs =
    [
        (ScaledPhotos.Program, "libvips-tools", "photos are turned upright and scaled, charts are drawn as pictures, photos that look alike are found.",
            "evidence packs hold the original photos, charts come as SVG only, photos that look alike are not found."),
        (PdfText.Program, "poppler-utils", "plans and reports that come as PDF are read.", "PDF files are kept but not read."),
    ];

    /// <summary>A finding for each of them; that one is missing is no illness.</summary>
    public static async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>(Programs.Length);
        foreach (var (program, package, with, without) in Programs)
        {
            findings.Add(new Finding(true, await PictureTools.IsThereAsync(program, cancel)
                ? $"{program}: installed; {with}"
                : $"{program}: not installed; {without} To add it: apt-get install {package}"));
        }

        return findings;
    }
}
