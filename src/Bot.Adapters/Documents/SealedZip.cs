using System.IO.Compression;

namespace Bot.Adapters.Documents;

/// <summary>Packs an office document again with fixed times and order, so that the same figures give the same bytes.</summary>
internal static class SealedZip
{
    /// <summary>The first moment a zip entry can carry.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same entries; <c>[Content_Types].xml</c> stays first, as readers expect.</summary>
    public static byte[] Pack(Stream document)
    {
        document.Position = 0;
        using var target = new MemoryStream();
        using (var source = new ZipArchive(document, ZipArchiveMode.Read, leaveOpen: true))
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(e => e.FullName is not "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Time;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
