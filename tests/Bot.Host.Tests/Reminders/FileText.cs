using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Bot.Host.Tests.Reminders;

/// <summary>The words of an office file, without its marks.</summary>
internal static partial class FileText
{
    public static string Of((System.Net.HttpStatusCode Status, byte[] Content, string? Type, string? Name) file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        var xml = string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
        return Tag().Replace(xml, "");
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}
