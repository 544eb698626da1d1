using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Looks through an MP4 or QuickTime film, box by box (ISO/IEC 14496-12), without decoding anything.</summary>
internal static class MovieInspection
{
    /// <summary>Looks through the file.</summary>
    public static Inspection Inspect(MediaBytes file)
    {
        var (boxes, end) = Outermost(file);
        if (!boxes.Exists(b => b.Type is "mdat" or "moof"))
            throw new InvalidDataException("The film has no pictures.");
        var tracks = boxes.Where(b => b.Type == "moov").SelectMany(b => b.Inside(file)).Where(b => b.Type == "trak").Select(b => FilmTrack.Read(file, b)).ToList();
        if (tracks.Count == 0)
            throw new InvalidDataException("The film has no table of contents.");
        if (tracks.Find(t => t.Handler == "vide") is not { } video)
            return new Inspection.Refuse(IntakeRefusals.Audio);
        var location = FilmLocation.In(file, boxes);
        return new Inspection.Fine
        {
            Kind = MediaKind.Mp4,
            Size = video.Size,
            HasLocation = location.IsThere,
            LocationEdits = location.Edits,
            End = end,
        };
    }

    /// <summary>The outermost boxes, and where they end: some phones append what is no box.</summary>
    private static (List<Box> Boxes, long End) Outermost(MediaBytes file)
    {
        var boxes = new List<Box>();
        var at = 0L;
        while (at < file.Length)
        {
            var whole = boxes.Exists(b => b.Type == "moov") && boxes.Exists(b => b.Type is "mdat" or "moof");
            if (whole && !LooksLikeBox(file, at))
                break;
            var box = Box.One(file, at, file.Length);
            boxes.Add(box);
            at = box.End;
        }

        return (boxes, at);
    }

    private static bool LooksLikeBox(MediaBytes file, long at) =>
        at + 8 <= file.Length && file.FourLetters(at + 4).All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '©');
}
