using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Looks through a WebP, chunk by chunk (RFC 9649), without decoding anything.</summary>
internal sealed class WebPInspection
{
    private const int MostDescription = 4 << 20;
    private const byte XmpFlag = 0x04;

    private readonly MediaBytes _file;
    private readonly List<Edit> _edits = [];
    private PixelSize? _canvas;
    private PixelSize? _frame;
    private ExifBlock? _exif;
    private long _flagsAt = -1;
    private bool _hasData;
    private bool _hasLocation;

    private WebPInspection(MediaBytes file) => _file = file;

    /// <summary>Looks through the file.</summary>
    public static Inspection Inspect(MediaBytes file, CancellationToken cancellation) =>
        new WebPInspection(file).Walk(cancellation);

    private Inspection Walk(CancellationToken cancellation)
    {
        var end = 8L + _file.UInt32Low(4);
        if (end > _file.Length)
            throw new InvalidDataException("The picture is cut off.");
        for (var at = 12L; at + 8 <= end;)
        {
            cancellation.ThrowIfCancellationRequested();
            var length = _file.UInt32Low(at + 4);
            if (at + 8 + length > end)
                throw new InvalidDataException("A chunk is cut off.");
            Chunk(_file.FourLetters(at), at + 8, length);
            at += 8 + length + (length & 1);
        }

        // An extended file counts by its canvas; what is inside must not be larger than that.
        if ((_canvas ?? _frame) is not { } size || !_hasData || (_frame is { } frame && frame.Pixels > size.Pixels))
            throw new InvalidDataException("There is no proper picture in it.");
        return new Inspection.Fine
        {
            Kind = MediaKind.WebP,
            Size = _exif?.IsTurned == true ? size.Turned : size,
            TakenAt = _exif?.TakenAt,
            HasLocation = _hasLocation,
            LocationEdits = _edits,
            End = end,
        };
    }

    private void Chunk(string type, long at, long length)
    {
        switch (type)
        {
            case "VP8X" when length >= 10:
                _flagsAt = at;
                _canvas = new PixelSize(1 + UInt24(at + 4), 1 + UInt24(at + 7));
                break;
            case "VP8 " when length >= 10 && _file.Has(at + 3, [0x9D, 0x01, 0x2A]):
                Frame(_file.UInt16Low(at + 6) & 0x3FFF, _file.UInt16Low(at + 8) & 0x3FFF);
                break;
            case "VP8L" when length >= 5 && _file.Byte(at) == 0x2F:
                var bits = _file.UInt32Low(at + 1);
                Frame((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
                break;
            case "ANMF":
                _hasData = true;
                break;
            case "EXIF":
                Exif(at, length);
                break;
            case "XMP ":
                Xmp(at, length);
                break;
        }
    }

    private void Frame(int width, int height)
    {
        if (width == 0 || height == 0)
            throw new InvalidDataException("The picture has no size.");
        _hasData = true;
        _frame = new PixelSize(width, height);
    }

    private void Exif(long at, long length)
    {
        var bytes = _file.Copy(at, length, MostDescription);
        // Some programs put JPEG's introduction before the block.
        var skip = bytes.AsSpan().StartsWith("Exif\0\0"u8) ? 6 : 0;
        var exif = ExifBlock.Read(bytes.AsSpan(skip));
        _exif ??= exif;
        _hasLocation |= exif.HadLocation;
        if (exif.IsChanged)
            _edits.Add(Edit.Put(at + skip, exif.Cleaned));
    }

    /// <summary>Dropped if it names coordinates: an unknown chunk of zeros, and the header no longer announces XMP.</summary>
    private void Xmp(long at, long length)
    {
        if (!LocationWords.In(_file.Copy(at, length, MostDescription)))
            return;
        _hasLocation = true;
        _edits.Add(Edit.Put(at - 8, "SKIP"u8.ToArray()));
        _edits.Add(Edit.Erase(at, length));
        if (_flagsAt >= 0)
            _edits.Add(Edit.Put(_flagsAt, [(byte)(_file.Byte(_flagsAt) & ~XmpFlag)]));
    }

    private int UInt24(long at)
    {
        var bytes = _file.Span(at, 3);
        return bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    }
}
