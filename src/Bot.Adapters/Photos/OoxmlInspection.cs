using System.Buffers;
using System.IO.Compression;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>
/// Looks through a Word or Excel file: every part is unpacked once, into nothing, and what really comes out is counted, so
/// that whoever opens the file later can trust its numbers. Nothing is run, followed or extracted.
/// </summary>
internal sealed class OoxmlInspection
{
    /// <summary>Small files may unpack to this much at any ratio: tables of empty rows do.</summary>
    private const long RatioFrom = 10L << 20;
    private const int MostTableBytes = 1 << 20;
    private const string ContentTypes = "[Content_Types].xml";
    private const string Relations = "_rels/.rels";

    private readonly MediaBytes _file;
    private readonly MediaOptions _limits;
    private readonly Dictionary<string, byte[]> _tables = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private OoxmlInspection(MediaBytes file, MediaOptions limits) => (_file, _limits) = (file, limits);

    /// <summary>Looks through the file.</summary>
    public static Inspection Inspect(MediaBytes file, MediaOptions limits, CancellationToken cancellation) =>
        new OoxmlInspection(file, limits).Walk(cancellation);

    private Inspection Walk(CancellationToken cancellation)
    {
        var directory = ZipDirectory.Read(_file, _limits.MaxZipEntries);
        if (directory.Count > _limits.MaxZipEntries)
            return new Inspection.Refuse(IntakeRefusals.Bomb);
        var entries = directory.Entries;
        if (entries.Any(e => e.IsEncrypted))
            return new Inspection.Refuse(IntakeRefusals.Encrypted);
        if (!entries.Any(e => IsNamed(e, ContentTypes)) || !entries.Any(e => IsNamed(e, Relations)))
            return new Inspection.Refuse(IntakeRefusals.Archive);
        if (entries.Any(e => HasMacros(e.Name)))
            return new Inspection.Refuse(IntakeRefusals.Macros);
        foreach (var entry in entries)
        {
            if (!Unpack(entry, cancellation))
                return new Inspection.Refuse(IntakeRefusals.Bomb);
        }

        var package = OfficePackage.Read(_tables[ContentTypes], _tables[Relations]);
        if (package.HasMacros)
            return new Inspection.Refuse(IntakeRefusals.Macros);
        return package.Kind is { } kind && entries.Any(e => IsNamed(e, package.MainPart))
            ? new Inspection.Fine { Kind = kind, End = _file.Length }
            : new Inspection.Refuse(IntakeRefusals.Archive);
    }

    /// <summary>False: too much comes out.</summary>
    private bool Unpack(ZipEntry entry, CancellationToken cancellation)
    {
        var isTable = IsNamed(entry, ContentTypes) || IsNamed(entry, Relations);
        if (isTable && entry.Unpacked > MostTableBytes)
            throw new InvalidDataException("A table is larger than any document needs.");
        var kept = isTable ? new MemoryStream() : null;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var packed = new Slice(_file, entry.DataAt, entry.Packed);
            using var content = entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : (Stream)packed;
            var crc = Crc32.Start;
            var length = 0L;
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                length += read;
                _unpacked += read;
                if (IsTooMuch())
                    return false;
                if (length > entry.Unpacked)
                    throw new InvalidDataException("A part is longer than it says.");
                crc = Crc32.Append(crc, buffer.AsSpan(0, read));
                kept?.Write(buffer, 0, read);
            }

            if (length != entry.Unpacked || crc != entry.Checksum)
                throw new InvalidDataException("A part is not what it says.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (kept is not null)
            _tables[entry.Name] = kept.ToArray();
        return true;
    }

    private bool IsTooMuch() =>
        _unpacked > _limits.MaxUnzippedBytes || (_unpacked > RatioFrom && _unpacked / _limits.MaxUnzipRatio > _file.Length);

    private static bool IsNamed(ZipEntry entry, string? name) => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool HasMacros(string name) =>
        name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase);
}
