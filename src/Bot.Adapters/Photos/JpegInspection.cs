using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Looks through a JPEG, segment by segment (ITU-T T.81 annex B), without decoding anything.</summary>
internal sealed class JpegInspection
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte FirstApp = 0xE0;
    private const byte LastApp = 0xEF;

    private static readonly byte[] ExifName = [.. "Exif\0\0"u8];
    private static readonly byte[] XmpPartName = [.. "http://ns.adobe.com/xmp/extension/\0"u8];

    private readonly MediaBytes _file;
    private readonly List<Edit> _edits = [];
    private PixelSize? _size;
    private ExifBlock? _exif;
    private bool _hasLocation;

    private JpegInspection(MediaBytes file) => _file = file;

    /// <summary>Looks through the file.</summary>
    public static Inspection Inspect(MediaBytes file, CancellationToken cancellation) =>
        new JpegInspection(file).Walk(cancellation);

    private Inspection Walk(CancellationToken cancellation)
    {
        var hasScan = false;
        var at = 2L;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            at = NextMarker(at);
            var marker = _file.Byte(at + 1);
            at += 2;
            if (marker == EndOfImage)
                break;
            if (marker is 0x01 or 0xD8)
                continue; // Stands alone.
            var length = _file.UInt16(at);
            if (length < 2)
                throw new InvalidDataException("A segment is shorter than its own length.");
            Segment(marker, at + 2, length - 2);
            hasScan |= marker == StartOfScan;
            at += length;
        }

        if (_size is not { } size || !hasScan)
            throw new InvalidDataException("There is no picture in it.");
        return new Inspection.Fine
        {
            Kind = MediaKind.Jpeg,
            Size = _exif?.IsTurned == true ? size.Turned : size,
            TakenAt = _exif?.TakenAt,
            HasLocation = _hasLocation,
            LocationEdits = _edits,
            End = at,
        };
    }

    /// <summary>
    /// Where the next marker is: FF and a code, where FF00 is picture data, FFD0–FFD7 restart it and FFFF is filling. Runs
    /// over picture data and, as decoders do, over rubbish between segments.
    /// </summary>
    private long NextMarker(long at)
    {
        while (true)
        {
            var here = _file.From(at);
            if (here.IsEmpty)
                throw new InvalidDataException("The picture is cut off.");
            var found = here.IndexOf((byte)0xFF);
            if (found < 0)
            {
                at += here.Length;
                continue;
            }

            at += found;
            if (_file.Byte(at + 1) is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
            at += _file.Byte(at + 1) == 0xFF ? 1 : 2;
        }
    }

    private void Segment(byte marker, long at, int length)
    {
        _file.Span(at, length); // whole, or cut off
        switch (marker)
        {
            case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                Frame(at);
                break;
            case 0xE1 when _file.Has(at, ExifName):
                Exif(at + ExifName.Length, length - ExifName.Length);
                break;
            case (>= FirstApp and <= LastApp) or Comment:
                Description(at, length);
                break;
        }
    }

    private void Frame(long at)
    {
        var height = _file.UInt16(at + 1);
        var width = _file.UInt16(at + 3);
        if (width == 0 || height == 0)
            throw new InvalidDataException("The picture has no size.");
        if (_size is null || _size.Value.Pixels < (long)width * height)
            _size = new PixelSize(width, height);
    }

    private void Exif(long at, int length)
    {
        var exif = ExifBlock.Read(_file.Span(at, length));
        _exif ??= exif;
        _hasLocation |= exif.HadLocation;
        if (exif.IsChanged)
            _edits.Add(Edit.Put(at, exif.Cleaned));
    }

    /// <summary>XMP, comments, makers' own: dropped whole if they name coordinates.</summary>
    private void Description(long at, int length)
    {
        var tells = LocationWords.In(_file.Span(at, length));
        _hasLocation |= tells;
        // Long XMP comes in pieces, and a cut may fall inside a name.
        if (tells || _file.Has(at, XmpPartName))
            _edits.Add(Edit.Erase(at, length));
    }
}
