namespace Bot.Adapters.Photos;

/// <summary>One box of an ISO media file (ISO/IEC 14496-12): HEIC, MP4, QuickTime.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Body">Where its content begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Box(string Type, long At, long Body, long End)
{
    /// <summary>Most boxes beside each other: a film in pieces has two for each second.</summary>
    private const int MostSiblings = 100_000;

    /// <summary>How long its content is.</summary>
    public long Length => End - Body;

    /// <summary>The boxes from one place to another, which they must fill.</summary>
    public static List<Box> Between(MediaBytes file, long from, long to)
    {
        var boxes = new List<Box>();
        while (from < to)
        {
            if (to - from < 8 && IsZero(file, from, to))
                break; // QuickTime closes some lists with four zero bytes.
            var box = One(file, from, to);
            boxes.Add(box);
            from = box.End;
            if (boxes.Count > MostSiblings)
                throw new InvalidDataException("There are more boxes than in any film.");
        }

        return boxes;
    }

    /// <summary>
    /// The outermost boxes, and where they end. Once the needed ones have come, what is no box is left out: some phones append
    /// such.
    /// </summary>
    public static (List<Box> Boxes, long End) Outermost(MediaBytes file, params string[] needed)
    {
        var boxes = new List<Box>();
        var missing = needed.ToHashSet(StringComparer.Ordinal);
        var at = 0L;
        while (at < file.Length && (missing.Count > 0 || LooksLikeBox(file, at)))
        {
            var box = One(file, at, file.Length);
            boxes.Add(box);
            missing.Remove(box.Type);
            at = box.End;
            if (boxes.Count > MostSiblings)
                throw new InvalidDataException("There are more boxes than in any film.");
        }

        return missing.Count == 0 ? (boxes, at) : throw new InvalidDataException($"There is no {missing.First()}.");
    }

    /// <summary>The box that begins here; one that does not end by <paramref name="to"/> throws.</summary>
    public static Box One(MediaBytes file, long at, long to)
    {
        var length = (long)file.UInt32(at);
        var type = file.FourLetters(at + 4);
        var body = at + 8;
        if (length == 1)
        {
            length = file.Int64(at + 8);
            body += 8;
        }
        else if (length == 0)
        {
            length = to - at;
        }

        if (length < body - at || length > to - at)
            throw new InvalidDataException("A box is cut off.");
        return new Box(type, at, body, at + length);
    }

    /// <summary>The boxes inside.</summary>
    /// <param name="file">The file.</param>
    /// <param name="skip">How many bytes of its own content come first.</param>
    public List<Box> Inside(MediaBytes file, int skip = 0) => Between(file, Body + skip, End);

    /// <summary>
    /// The boxes inside a <c>meta</c> box, which has four bytes of version and flags in MP4 and HEIC and none in QuickTime.
    /// </summary>
    public List<Box> InsideMeta(MediaBytes file) => Inside(file, file.Has(Body + 4, "hdlr"u8) ? 0 : 4);

    /// <summary>The changes that make it free space.</summary>
    public IEnumerable<Edit> Free() => [Edit.Put(At + 4, [.. "free"u8]), Edit.Erase(Body, Length)];

    private static bool LooksLikeBox(MediaBytes file, long at) =>
        at + 8 <= file.Length && file.FourLetters(at + 4).All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '©');

    private static bool IsZero(MediaBytes file, long from, long to) =>
        !file.Span(from, (int)(to - from)).ContainsAnyExcept((byte)0);
}
