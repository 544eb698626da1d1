using System.IO.Compression;
using System.Xml;

namespace Bot.Adapters.Documents;

/// <summary>Looks at a document's parts before the package library opens them: it builds trees in memory, and by recursion.</summary>
internal static class OfficeParts
{
    /// <summary>How many bytes a part may unpack to.</summary>
    public const long MostBytes = 6L << 20;

    /// <summary>How deep elements may stand in one another; tables within tables within text boxes stay below a hundred.</summary>
    private const int Deepest = 400;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    /// <summary>Whether every part is of a size that a form, a report or a plan has. The stream stands at its beginning again.</summary>
    public static bool AreShort(Stream content) => Each(content, entry => entry.Length <= MostBytes || !IsMarkup(entry));

    /// <summary>Whether no part nests without end. The stream stands at its beginning again.</summary>
    public static bool AreFlat(Stream content) => Each(content, entry => !IsMarkup(entry) || IsFlat(entry));

    private static bool Each(Stream content, Func<ZipArchiveEntry, bool> good)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var all = zip.Entries.All(good);
        content.Position = 0;
        return all;
    }

    /// <summary>By its first bytes: the package's own table decides what a part is, not its name.</summary>
    private static bool IsMarkup(ZipArchiveEntry entry)
    {
        if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            return true;
        using var part = entry.Open();
        Span<byte> start = stackalloc byte[64];
        start = start[..part.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start.TrimStart(" \t\r\n\0"u8) is [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
    }

    private static bool IsFlat(ZipArchiveEntry entry)
    {
        try
        {
            using var part = entry.Open();
            using var reader = XmlReader.Create(part, Settings);
            while (reader.Read())
            {
                if (reader.Depth > Deepest)
                    return false;
            }
        }
        catch (XmlException)
        {
            // Nobody else reads further than this either; whether the part matters, the package library says.
        }

        return true;
    }
}
