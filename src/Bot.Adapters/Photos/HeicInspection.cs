using System.Buffers.Binary;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Looks through a HEIC picture, box by box and part by part, without decoding anything.</summary>
internal sealed class HeicInspection
{
    private const int MostDescription = 4 << 20;

    private readonly MediaBytes _file;
    private readonly List<Edit> _edits = [];
    private DateTime? _takenAt;
    private bool _hasLocation;

    private HeicInspection(MediaBytes file) => _file = file;

    /// <summary>Looks through the file.</summary>
    public static Inspection Inspect(MediaBytes file) => new HeicInspection(file).Walk();

    private Inspection Walk()
    {
        var (boxes, end) = Box.Outermost(_file, "meta", "mdat");
        var items = HeicItems.Read(_file, boxes.Find(b => b.Type == "meta"));
        foreach (var (id, type, contentType) in items.All)
        {
            var places = items.Places(id);
            if (places.Any(p => p.At < 0 || p.Length < 0 || p.At > _file.Length - p.Length))
                throw new InvalidDataException("A part lies outside the file.");
            if (type == "Exif")
                Exif(places);
            else if (type == "mime")
                Description(places, contentType);
        }

        var film = FilmLocation.In(_file, boxes);
        return new Inspection.Fine
        {
            Kind = MediaKind.Heic,
            Size = Size(items),
            LargestPixels = items.Properties().Where(p => p.Type == "ispe").Max(p => SizeIn(p).Pixels),
            TakenAt = _takenAt,
            HasLocation = _hasLocation || film.IsThere,
            LocationEdits = [.. _edits, .. film.Edits],
            End = end,
        };
    }

    /// <summary>The main part's size, turned as it says.</summary>
    private PixelSize Size(HeicItems items)
    {
        var own = items.Properties(items.Primary).ToList();
        if (own.FindIndex(p => p.Type == "ispe") is var at && at < 0)
            throw new InvalidDataException("The picture has no size.");
        return own.Exists(p => p.Type == "irot" && (_file.Byte(p.Body) & 1) != 0) ? SizeIn(own[at]).Turned : SizeIn(own[at]);
    }

    private PixelSize SizeIn(Box ispe)
    {
        var width = _file.UInt32(ispe.Body + 4);
        var height = _file.UInt32(ispe.Body + 8);
        return width is 0 or > int.MaxValue || height is 0 or > int.MaxValue
            ? throw new InvalidDataException("The picture has no size.")
            : new PixelSize((int)width, (int)height);
    }

    /// <summary>Four bytes say how far the block is from there; then it comes.</summary>
    private void Exif(IReadOnlyList<(long At, long Length)> places)
    {
        var bytes = Gather(places);
        if (bytes.Length < 4)
            return;
        var skip = 4 + (long)BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (skip > bytes.Length)
            skip = 4;
        var exif = ExifBlock.Read(bytes.AsSpan((int)skip));
        _takenAt ??= exif.TakenAt;
        _hasLocation |= exif.HadLocation;
        if (!exif.IsChanged)
            return;
        exif.Cleaned.CopyTo(bytes, (int)skip);
        Put(places, bytes);
    }

    /// <summary>XMP and the like: an empty packet and spaces instead, if it names coordinates.</summary>
    private void Description(IReadOnlyList<(long At, long Length)> places, string contentType)
    {
        if (contentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || !LocationWords.In(Gather(places)))
            return;
        _hasLocation = true;
        var blank = new byte[places.Sum(p => p.Length)];
        Array.Fill(blank, (byte)' ');
        var empty = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>"u8;
        if (empty.Length <= blank.Length)
            empty.CopyTo(blank);
        Put(places, blank);
    }

    private void Put(IReadOnlyList<(long At, long Length)> places, byte[] bytes)
    {
        var from = 0;
        foreach (var (at, length) in places)
        {
            _edits.Add(Edit.Put(at, bytes[from..(from + (int)length)]));
            from += (int)length;
        }
    }

    private byte[] Gather(IReadOnlyList<(long At, long Length)> places)
    {
        if (places.Sum(p => p.Length) > MostDescription)
            throw new InvalidDataException("A description is larger than any.");
        return [.. places.SelectMany(p => _file.Copy(p.At, p.Length, MostDescription))];
    }
}
