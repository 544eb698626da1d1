using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>One track of a film: pictures, sound, text or records (ISO/IEC 14496-12, clause 8).</summary>
internal sealed class FilmTrack
{
    private const int MostChunks = 1_000_000;

    private readonly MediaBytes _file;
    private readonly List<Box> _table;

    private FilmTrack(MediaBytes file, List<Box> table, string handler, PixelSize? size)
    {
        (_file, _table, Handler, Size) = (file, table, handler, size);
        Format = table.Where(b => b.Type == "stsd" && b.Length >= 16).Select(b => file.FourLetters(b.Body + 12)).FirstOrDefault("");
    }

    /// <summary>What it is: <c>vide</c>, <c>soun</c>, <c>meta</c> …; empty: it does not say.</summary>
    public string Handler { get; }

    /// <summary>How it is coded; empty: it does not say.</summary>
    public string Format { get; }

    /// <summary>As shown; null: nothing is.</summary>
    public PixelSize? Size { get; }

    /// <summary>Reads a <c>trak</c> box.</summary>
    public static FilmTrack Read(MediaBytes file, Box track)
    {
        var boxes = track.Inside(file);
        var media = boxes.Where(b => b.Type == "mdia").SelectMany(b => b.Inside(file)).ToList();
        var table = media.Where(b => b.Type == "minf").SelectMany(b => b.Inside(file)).Where(b => b.Type == "stbl").SelectMany(b => b.Inside(file)).ToList();
        return new FilmTrack(
            file,
            table,
            media.Where(b => b.Type == "hdlr").Select(b => file.FourLetters(b.Body + 8)).FirstOrDefault(""),
            boxes.Where(b => b.Type == "tkhd").Select(b => SizeIn(file, b)).FirstOrDefault());
    }

    /// <summary>Where its samples lie, in pieces; what lies outside the file throws.</summary>
    public IEnumerable<(long At, long Length)> Chunks()
    {
        var places = Numbers("stco", 8, 4).Concat(Numbers("co64", 8, 8)).ToList();
        var runs = Numbers("stsc", 8, 4).Chunk(3).Where(r => r.Length == 3).ToList();
        var sizes = Sizes().GetEnumerator();
        var run = -1;
        for (var chunk = 0; chunk < places.Count; chunk++)
        {
            while (run + 1 < runs.Count && runs[run + 1][0] <= chunk + 1)
                run++;
            var length = 0L;
            for (var sample = 0L; run >= 0 && sample < runs[run][1] && sizes.MoveNext(); sample++)
                length += sizes.Current;
            if (places[chunk] > _file.Length - length)
                throw new InvalidDataException("A track's samples lie outside the file.");
            if (length > 0)
                yield return (places[chunk], length);
        }
    }

    private IEnumerable<long> Sizes()
    {
        foreach (var box in _table.Where(b => b.Type == "stsz" && b.Length >= 12))
        {
            var each = _file.UInt32(box.Body + 4);
            var count = _file.UInt32(box.Body + 8);
            for (var i = 0L; i < count && (each != 0 || 12 + ((i + 1) * 4) <= box.Length); i++)
                yield return each != 0 ? each : _file.UInt32(box.Body + 12 + (i * 4));
        }
    }

    /// <summary>All numbers of a table after its version, flags and count.</summary>
    private IEnumerable<long> Numbers(string type, int skip, int bytes)
    {
        foreach (var box in _table.Where(b => b.Type == type))
        {
            if (box.Length > (long)MostChunks * bytes * 3)
                throw new InvalidDataException("A table is longer than any film's.");
            for (var at = box.Body + skip; at + bytes <= box.End; at += bytes)
                yield return bytes == 4 ? _file.UInt32(at) : _file.Int64(at);
        }
    }

    /// <summary>The header has width and height (16.16) and a matrix that may lay the film on its side.</summary>
    private static PixelSize? SizeIn(MediaBytes file, Box header)
    {
        var matrix = header.Body + (file.Byte(header.Body) == 0 ? 40 : 52);
        var size = new PixelSize((int)(file.UInt32(matrix + 36) >> 16), (int)(file.UInt32(matrix + 40) >> 16));
        if (size.Width == 0 || size.Height == 0)
            return null;
        return file.UInt32(matrix) == 0 && file.UInt32(matrix + 16) == 0 ? size.Turned : size;
    }
}
