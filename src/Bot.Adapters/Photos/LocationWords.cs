using System.Buffers;

namespace Bot.Adapters.Photos;

/// <summary>
/// Finds coordinates in descriptive text (XMP, comments, signed provenance) by the names that such formats give them:
/// <c>exif:GPSLatitude</c>, <c>drone-dji:GpsLongtitude</c> (its maker's spelling), <c>com.apple.quicktime.location.ISO6709</c>.
/// </summary>
internal static class LocationWords
{
    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["latitude", "longitude", "longtitude", "iso6709", "gpsposition", "gpscoordinates", "geo:lat", "geo:lon"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the text names coordinates.</summary>
    public static bool In(ReadOnlySpan<byte> text)
    {
        var letters = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            // UTF-16 text is caught too: its zero bytes are left out.
            var count = 0;
            foreach (var b in text)
            {
                if (b != 0)
                    letters[count++] = (char)b;
            }

            return letters.AsSpan(0, count).ContainsAny(Names);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }
}
