namespace Bot.Adapters.Photos;

/// <summary>The parts of a HEIC picture (ISO/IEC 23008-12): which there are, where they lie, how large they are shown.</summary>
internal sealed class HeicItems
{
    private const int MostItems = 10_000;

    private readonly MediaBytes _file;
    private readonly Dictionary<uint, (string Type, string ContentType)> _kinds = [];
    private readonly Dictionary<uint, List<(long At, long Length)>> _places = [];
    private readonly Dictionary<uint, List<int>> _properties = [];
    private readonly List<Box> _propertyBoxes = [];
    private long _dataAt;

    private HeicItems(MediaBytes file) => _file = file;

    /// <summary>The part that is the picture; 0: none is said to be.</summary>
    public uint Primary { get; private set; }

    /// <summary>All parts with their kinds: <c>hvc1</c>, <c>grid</c>, <c>Exif</c>, <c>mime</c> with its content type.</summary>
    public IEnumerable<(uint Id, string Type, string ContentType)> All => _kinds.Select(k => (k.Key, k.Value.Type, k.Value.ContentType));

    /// <summary>Reads a picture's <c>meta</c> box.</summary>
    public static HeicItems Read(MediaBytes file, Box meta)
    {
        var items = new HeicItems(file);
        var boxes = meta.InsideMeta(file);
        items._dataAt = boxes.Where(b => b.Type == "idat").Select(b => b.Body).FirstOrDefault();
        foreach (var box in boxes)
        {
            switch (box.Type)
            {
                case "pitm":
                    items.Primary = file.Byte(box.Body) == 0 ? (uint)file.UInt16(box.Body + 4) : file.UInt32(box.Body + 4);
                    break;
                case "iinf":
                    items.ReadKinds(box);
                    break;
                case "iloc":
                    items.ReadPlaces(box);
                    break;
                case "iprp":
                    items.ReadProperties(box);
                    break;
            }
        }

        return items;
    }

    /// <summary>Where a part's bytes lie, in order; empty: nowhere.</summary>
    public IReadOnlyList<(long At, long Length)> Places(uint id) => _places.GetValueOrDefault(id) ?? [];

    /// <summary>The properties of a part.</summary>
    public IEnumerable<Box> Properties(uint id) =>
        (_properties.GetValueOrDefault(id) ?? []).Where(i => i >= 1 && i <= _propertyBoxes.Count).Select(i => _propertyBoxes[i - 1]);

    /// <summary>The properties of all parts.</summary>
    public IEnumerable<Box> Properties() => _propertyBoxes;

    private void ReadKinds(Box box)
    {
        foreach (var entry in box.Inside(_file, _file.Byte(box.Body) == 0 ? 6 : 8).Where(b => b.Type == "infe"))
        {
            var version = _file.Byte(entry.Body);
            if (version < 2)
                continue; // From before pictures were stored so.
            var wide = version == 2 ? 0 : 2;
            var id = version == 2 ? (uint)_file.UInt16(entry.Body + 4) : _file.UInt32(entry.Body + 4);
            var type = _file.FourLetters(entry.Body + 8 + wide);
            _kinds[id] = (type, type == "mime" ? ContentType(entry.Body + 12 + wide, entry.End) : "");
            Limit(_kinds.Count);
        }
    }

    /// <summary>The second of two zero-terminated texts: name, content type.</summary>
    private string ContentType(long at, long end)
    {
        var texts = System.Text.Encoding.Latin1.GetString(_file.Copy(at, end - at, 4096)).Split('\0');
        return texts.Length > 1 ? texts[1] : "";
    }

    private void ReadPlaces(Box box)
    {
        var version = _file.Byte(box.Body);
        var sizes = _file.UInt16(box.Body + 4);
        var (offsetSize, lengthSize, baseSize) = (sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15);
        var indexSize = version == 0 ? 0 : sizes & 15;
        var at = box.Body + 6;
        var items = Number(ref at, version < 2 ? 2 : 4);
        for (var i = 0L; i < items; i++)
        {
            Limit(i);
            var id = (uint)Number(ref at, version < 2 ? 2 : 4);
            var method = version == 0 ? 0 : Number(ref at, 2) & 15;
            at += 2; // in this file
            var start = Number(ref at, baseSize);
            var places = new List<(long, long)>();
            var extents = Number(ref at, 2);
            for (var e = 0L; e < extents; e++)
            {
                Number(ref at, indexSize);
                var offset = Number(ref at, offsetSize);
                places.Add((checked(start + offset + (method == 1 ? _dataAt : 0)), Number(ref at, lengthSize)));
            }

            if (method <= 1)
                _places[id] = places;
        }
    }

    private void ReadProperties(Box box)
    {
        foreach (var inner in box.Inside(_file))
        {
            if (inner.Type == "ipco")
                _propertyBoxes.AddRange(inner.Inside(_file));
            else if (inner.Type == "ipma")
                ReadAssociations(inner);
        }
    }

    private void ReadAssociations(Box box)
    {
        var version = _file.Byte(box.Body);
        var isWide = (_file.Byte(box.Body + 3) & 1) != 0;
        var at = box.Body + 4;
        var items = Number(ref at, 4);
        for (var i = 0L; i < items; i++)
        {
            Limit(i);
            var id = (uint)Number(ref at, version < 1 ? 2 : 4);
            var count = Number(ref at, 1);
            var list = new List<int>();
            for (var p = 0L; p < count; p++)
                list.Add((int)Number(ref at, isWide ? 2 : 1) & (isWide ? 0x7FFF : 0x7F));
            _properties[id] = list;
        }
    }

    /// <summary>A number of 0, 1, 2, 4 or 8 bytes; 0 bytes: 0.</summary>
    private long Number(ref long at, int bytes)
    {
        var value = bytes switch
        {
            0 => 0,
            1 => _file.Byte(at),
            2 => _file.UInt16(at),
            4 => _file.UInt32(at),
            8 => _file.Int64(at),
            _ => throw new InvalidDataException("No such number."),
        };
        at += bytes;
        return value;
    }

    private static void Limit(long items)
    {
        if (items > MostItems)
            throw new InvalidDataException("There are more parts than in any picture.");
    }
}
