using System.Buffers.Binary;
using System.IO.Compression;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Looks through a PNG, chunk by chunk (PNG third edition), without decoding anything.</summary>
internal sealed class PngInspection
{
    /// <summary>Length, type and checksum around a chunk's data.</summary>
    private const int Around = 12;
    private const int MostDescription = 4 << 20;

    private readonly MediaBytes _file;
    private readonly List<Edit> _edits = [];
    private ExifBlock? _exif;
    private bool _hasLocation;

    private PngInspection(MediaBytes file) => _file = file;

    /// <summary>Looks through the file.</summary>
    public static Inspection Inspect(MediaBytes file, CancellationToken cancellation) =>
        new PngInspection(file).Walk(cancellation);

    private Inspection Walk(CancellationToken cancellation)
    {
        var size = Header();
        var hasData = false;
        var at = 8L;
        string type;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var length = _file.UInt32(at);
            type = _file.FourLetters(at + 4);
            if (length > int.MaxValue || at + Around + length > _file.Length || !type.All(char.IsAsciiLetter))
                throw new InvalidDataException("A chunk is cut off or is none.");
            hasData |= type == "IDAT";
            Chunk(type, at + 8, (int)length);
            at += Around + length;
        }
        while (type != "IEND");

        if (!hasData)
            throw new InvalidDataException("There is no picture in it.");
        return new Inspection.Fine
        {
            Kind = MediaKind.Png,
            Size = _exif?.IsTurned == true ? size.Turned : size,
            TakenAt = _exif?.TakenAt,
            HasLocation = _hasLocation,
            LocationEdits = _edits,
            End = at,
        };
    }

    private PixelSize Header()
    {
        var chunk = _file.Span(8, 25);
        var width = BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]);
        if (!chunk.StartsWith("\0\0\0\x0DIHDR"u8) || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue
            || Crc32.Append(Crc32.Start, chunk[4..21]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[21..]))
        {
            throw new InvalidDataException("The picture has no proper header.");
        }

        return new PixelSize((int)width, (int)height);
    }

    private void Chunk(string type, long at, int length)
    {
        switch (type)
        {
            case "eXIf":
                var exif = ExifBlock.Read(_file.Copy(at, length, MostDescription));
                _exif ??= exif;
                _hasLocation |= exif.HadLocation;
                if (exif.IsChanged)
                    Put(at, exif.Cleaned);
                break;
            case "tEXt" or "zTXt" or "iTXt":
                Text(type, at, length);
                break;
        }
    }

    /// <summary>XMP and other text: dropped if it names coordinates or holds a profile that may.</summary>
    private void Text(string type, long at, int length)
    {
        var text = _file.Copy(at, length, MostDescription);
        var tells = LocationWords.In(text) || (Unpacked(type, text) is { } unpacked && LocationWords.In(unpacked));
        _hasLocation |= tells;
        // Some programs write whole Exif blocks as hexadecimal text.
        if (tells || text.AsSpan().StartsWith("Raw profile type"u8))
            Drop(at, length);
    }

    /// <summary>The packed part of such a chunk; null: there is none, or it cannot be read by anybody.</summary>
    private static byte[]? Unpacked(string type, byte[] text)
    {
        var keyword = Array.IndexOf(text, (byte)0);
        if (keyword < 0 || type == "tEXt" || (type == "iTXt" && (keyword + 1 >= text.Length || text[keyword + 1] == 0)))
            return null;
        var packed = keyword + 2;
        if (type == "iTXt")
        {
            var language = Array.IndexOf(text, (byte)0, Math.Min(keyword + 3, text.Length));
            var translated = language < 0 ? -1 : Array.IndexOf(text, (byte)0, language + 1);
            if (translated < 0)
                return null;
            packed = translated + 1;
        }

        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(text, Math.Min(packed, text.Length), text.Length - Math.Min(packed, text.Length)), CompressionMode.Decompress);
            var plain = new byte[MostDescription];
            return plain[..unpacking.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private void Put(long at, byte[] data)
    {
        _edits.Add(Edit.Put(at, data));
        Seal(at + data.Length, Crc32.Append(Crc32.Append(Crc32.Start, _file.Span(at - 4, 4)), data));
    }

    /// <summary>
    /// Makes the chunk one of zeros that nobody reads: lower-case first and second letters are for private chunks that may
    /// be skipped.
    /// </summary>
    private void Drop(long at, int length)
    {
        var type = "skIp"u8;
        _edits.Add(Edit.Put(at - 4, type.ToArray()));
        _edits.Add(Edit.Erase(at, length));
        Seal(at + length, Crc32.Append(Crc32.Append(Crc32.Start, type), new byte[length]));
    }

    private void Seal(long at, uint crc)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, crc);
        _edits.Add(Edit.Put(at, bytes));
    }
}
