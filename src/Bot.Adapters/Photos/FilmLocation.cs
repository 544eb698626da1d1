using System.Text;

namespace Bot.Adapters.Photos;

/// <summary>
/// Where a film says it was made, to be dropped without moving anything: 3GPP's <c>loci</c>, QuickTime's <c>©xyz</c>, Apple's <c>…location.ISO6709</c> keys, XMP,
/// and positions recorded along with it.
/// (TS 26.244 clause 8; QuickTime File Format, "User Data Atoms", "Metadata Structure".)
/// </summary>
internal sealed class FilmLocation
{
    private const int MostXmp = 4 << 20;
    private const int MostKeys = 64 * 1024;

    private static readonly byte[] XmpId =
        [0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC];

    private readonly MediaBytes _file;
    private readonly List<Edit> _edits = [];

    private FilmLocation(MediaBytes file) => _file = file;

    /// <summary>Whether it says so.</summary>
    public bool IsThere { get; private set; }

    /// <summary>The changes after which it does not.</summary>
    public IReadOnlyList<Edit> Edits => _edits;

    /// <summary>Looks through the outermost boxes of a film, or of a picture that has one beside it.</summary>
    public static FilmLocation In(MediaBytes file, IEnumerable<Box> boxes)
    {
        var location = new FilmLocation(file);
        location.Outermost(boxes);
        return location;
    }

    private void Outermost(IEnumerable<Box> boxes)
    {
        foreach (var box in boxes)
        {
            if (box.Type == "moov")
                Film(box);
            else if (box.Type == "mpvd")
                Outermost(Parts(box, film => film.Inside(_file))); // A whole film that a phone puts beside a photo.
            else
                Beside(box);
        }
    }

    private void Film(Box film)
    {
        foreach (var box in film.Inside(_file))
        {
            if (box.Type == "trak")
                Track(box);
            else
                Beside(box);
        }
    }

    private void Track(Box box)
    {
        box.Inside(_file).ForEach(Beside);
        var track = FilmTrack.Read(_file, box);
        // What is recorded along with the film: positions of action cameras and drones, a phone's sensors. None is shown.
        var isRecord = track.Handler is "meta" or "camm" or "gpmd";
        var isText = track.Handler is "text" or "sbtl" or "subt";
        if (!isRecord && !isText)
            return;
        var tells = track.Format is "gpmd" or "camm" or "djmd" or "rtmd";
        foreach (var (at, length) in track.Chunks())
        {
            var has = HasPlace(at, length);
            tells |= has;
            if (isRecord || has)
                _edits.Add(Edit.Erase(at, length));
        }

        IsThere |= tells;
    }

    private bool HasPlace(long at, long length)
    {
        for (var done = 0L; done < length; done += MediaBytes.WindowBytes)
        {
            var text = _file.Span(at + done, (int)Math.Min(MediaBytes.WindowBytes, length - done));
            if (LocationWords.In(text) || text.IndexOf("GPS"u8) >= 0)
                return true;
        }

        return false;
    }

    private void Beside(Box box)
    {
        switch (box.Type)
        {
            case "udta":
                Parts(box, b => b.Inside(_file)).ForEach(UserData);
                break;
            case "meta":
                Meta(box);
                break;
            case "uuid" when _file.Has(box.Body, XmpId):
                Xmp(box);
                break;
        }
    }

    /// <summary>What is inside; if that cannot be told, nothing of it is kept.</summary>
    private List<Box> Parts(Box box, Func<Box, List<Box>> inside)
    {
        try
        {
            return inside(box);
        }
        catch (InvalidDataException)
        {
            _edits.AddRange(box.Free());
            return [];
        }
    }

    private void UserData(Box box)
    {
        switch (box.Type)
        {
            case "©xyz" or "loci" or "©gps" or "GPS " or "gps ":
                Drop(box);
                break;
            case "meta":
                Meta(box);
                break;
            case "XMP_" or "uuid":
                Xmp(box);
                break;
        }
    }

    private void Meta(Box meta)
    {
        var boxes = Parts(meta, m => m.InsideMeta(_file));
        var placed = boxes.Where(b => b.Type == "keys").SelectMany(Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var item in boxes.Where(b => b.Type == "ilst").SelectMany(b => Parts(b, list => list.Inside(_file))))
        {
            if (item.Type == "©xyz")
                Drop(item);
            else if (placed.Contains(item.Type))
                Parts(item, i => i.Inside(_file)).FindAll(b => b.Type == "data").ForEach(Drop);
        }
    }

    /// <summary>The list items named after keys that tell a location: the item's type is the key's number, from 1.</summary>
    private List<string> Keys(Box keys)
    {
        var found = new List<string>();
        var at = keys.Body + 8;
        for (var number = 1; at + 8 <= keys.End && number <= MostKeys; number++)
        {
            var length = _file.UInt32(at);
            if (length < 8 || at + length > keys.End)
                throw new InvalidDataException("A key is cut off.");
            var name = Encoding.Latin1.GetString(_file.Copy(at + 8, length - 8, MostKeys));
            if (name.Contains("location", StringComparison.OrdinalIgnoreCase) || name.Contains("gps", StringComparison.OrdinalIgnoreCase))
                found.Add(Encoding.Latin1.GetString([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]));
            at += length;
        }

        return found;
    }

    private void Xmp(Box box)
    {
        if (LocationWords.In(_file.Copy(box.Body, box.Length, MostXmp)))
            Drop(box);
    }

    private void Drop(Box box)
    {
        IsThere = true;
        _edits.AddRange(box.Free());
    }
}
