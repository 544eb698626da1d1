using System.Text;

namespace Bot.Adapters.Photos;

/// <summary>
/// Reads a ZIP archive's directory (APPNOTE 6.3.10) as strictly as no unpacker does: every part must be described alike in
/// both places, parts must not overlap, and nothing may stand before, between directory and end, or after.
/// </summary>
internal sealed class ZipDirectory
{
    private const int EndBytes = 22;
    private const int Zip64EndBytes = 56 + 20; // Some writers add the large-file record and its locator to small files too.
    private const int LongestComment = ushort.MaxValue;
    private const uint Elsewhere = uint.MaxValue; // The true number stands in the ZIP64 field.

    private readonly MediaBytes _file;

    private ZipDirectory(MediaBytes file) => _file = file;

    /// <summary>How many parts it says it has.</summary>
    public int Count { get; private set; }

    /// <summary>The parts by their place; empty if there are more than asked for.</summary>
    public IReadOnlyList<ZipEntry> Entries { get; private set; } = [];

    /// <summary>Reads it.</summary>
    public static ZipDirectory Read(MediaBytes file, int mostEntries)
    {
        var directory = new ZipDirectory(file);
        directory.Read(mostEntries);
        return directory;
    }

    private void Read(int mostEntries)
    {
        var end = EndRecord();
        Count = _file.UInt16Low(end + 10);
        if (Count > mostEntries)
            return;
        var length = _file.UInt32Low(end + 12);
        var start = _file.UInt32Low(end + 16);
        var close = start + (long)length;
        var isNext = close == end || (close + Zip64EndBytes == end && _file.Has(close, "PK\x06\x06"u8));
        if (_file.UInt16Low(end + 4) != 0 || _file.UInt16Low(end + 8) != Count || !isNext)
            throw new InvalidDataException("The directory is not where it should be.");
        var entries = new List<ZipEntry>(Count);
        var at = (long)start;
        for (var i = 0; i < Count; i++)
            entries.Add(Entry(ref at));
        if (at != close)
            throw new InvalidDataException("The directory is longer than its parts.");
        Entries = [.. entries.OrderBy(e => e.At)];
        RequireApart(start);
    }

    private long EndRecord()
    {
        for (var at = _file.Length - EndBytes; at >= Math.Max(0, _file.Length - EndBytes - LongestComment); at--)
        {
            if (_file.Has(at, "PK\x05\x06"u8) && at + EndBytes + _file.UInt16Low(at + 20) == _file.Length)
                return at;
        }

        throw new InvalidDataException("The archive is cut off.");
    }

    private ZipEntry Entry(ref long at)
    {
        if (!_file.Has(at, "PK\x01\x02"u8))
            throw new InvalidDataException("A part of the directory is missing.");
        var flags = _file.UInt16Low(at + 8);
        var method = _file.UInt16Low(at + 10);
        var checksum = _file.UInt32Low(at + 16);
        long packed = _file.UInt32Low(at + 20);
        long unpacked = _file.UInt32Low(at + 24);
        var (nameLength, extraLength, commentLength) = (_file.UInt16Low(at + 28), _file.UInt16Low(at + 30), _file.UInt16Low(at + 32));
        long header = _file.UInt32Low(at + 42);
        var name = _file.Span(at + 46, nameLength).ToArray();
        Large(at + 46 + nameLength, extraLength, ref unpacked, ref packed, ref header);
        at += 46 + nameLength + extraLength + commentLength;
        if (method is not (0 or 8) || !_file.Has(header, "PK\x03\x04"u8) || _file.UInt16Low(header + 8) != method
            || _file.UInt16Low(header + 26) != nameLength || !_file.Has(header + 30, name))
        {
            throw new InvalidDataException("A part is described in two ways.");
        }

        return new ZipEntry
        {
            Name = Encoding.UTF8.GetString(name),
            At = header,
            DataAt = header + 30 + nameLength + _file.UInt16Low(header + 28),
            Packed = packed,
            Unpacked = unpacked,
            Checksum = checksum,
            IsDeflated = method == 8,
            IsEncrypted = (flags & 0x2041) != 0,
        };
    }

    /// <summary>Sizes and place that do not fit into 32 bits: in this order, only those that are needed.</summary>
    private void Large(long at, int length, ref long unpacked, ref long packed, ref long header)
    {
        for (var end = at + length; at + 4 <= end;)
        {
            var (id, fieldEnd) = (_file.UInt16Low(at), at + 4 + _file.UInt16Low(at + 2));
            at += 4;
            if (id == 1)
            {
                unpacked = Next(unpacked, ref at, fieldEnd);
                packed = Next(packed, ref at, fieldEnd);
                header = Next(header, ref at, fieldEnd);
            }

            at = fieldEnd;
        }
    }

    private long Next(long known, ref long at, long end)
    {
        if (known != Elsewhere || at + 8 > end)
            return known;
        at += 8;
        return _file.UInt32Low(at - 8) | ((long)_file.UInt32Low(at - 4) << 32);
    }

    private void RequireApart(long directory)
    {
        var free = 0L;
        foreach (var entry in Entries)
        {
            if (entry.At < free || entry.Packed < 0 || entry.Unpacked < 0 || entry.End > directory)
                throw new InvalidDataException("Parts overlap.");
            free = entry.End;
        }

        if (Entries.Count > 0 && Entries[0].At != 0)
            throw new InvalidDataException("Something stands before the first part.");
        if (Entries.Select(e => e.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != Entries.Count)
            throw new InvalidDataException("Two parts have one name.");
    }
}
