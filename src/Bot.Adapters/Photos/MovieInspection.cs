using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Looks through an MP4 or QuickTime film, box by box (ISO/IEC 14496-12), without decoding anything.</summary>
internal static class MovieInspection
{
    /// <summary>Looks through the file.</summary>
    public static Inspection Inspect(MediaBytes file)
    {
        var (boxes, end) = Box.Outermost(file, "moov", "mdat");
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
}
