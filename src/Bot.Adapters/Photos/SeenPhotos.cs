using System.Globalization;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>Looks at photos, each opened by a process of its own: what they look like, and when they were taken.</summary>
internal sealed class SeenPhotos(IBlobs blobs)
{
    /// <summary>What is seen in a photo; null: no program for it is installed here, or its content is gone.</summary>
    public async Task<SeenPhoto?> LookAsync(BlobKey key, MediaKind kind, CancellationToken cancel)
    {
        await using var content = await blobs.OpenAsync(key, cancel);
        if (content is null)
            return new SeenPhoto(null, null);
        var work = Directory.CreateTempSubdirectory("safetymonth-print");
        try
        {
            var (from, to) = (Path.Combine(work.FullName, "photo"), Path.Combine(work.FullName, "print.pgm"));
            await using (var file = new FileStream(from, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await content.CopyToAsync(file, cancel);
                var takenAt = TakenAt(file, kind, cancel);
                await file.FlushAsync(cancel);
                var end = await DecoderProcess.RunAsync(ScaledPhotos.Program, [from, "--size", FormattableString.Invariant($"{PhotoPrint.Side}x{PhotoPrint.Side}!"), "-o", to], work.FullName, DecoderLimits.Photo, cancel);
                if (end is null)
                    return null;
                return new SeenPhoto(end.IsWell && File.Exists(to) ? GreyPicture.Read(await File.ReadAllBytesAsync(to, cancel)) is { } grey ? PhotoPrint.Of(grey) : null : null, takenAt);
            }
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static string? TakenAt(Stream file, MediaKind kind, CancellationToken cancel)
    {
        try
        {
            var bytes = new MediaBytes(file);
            var inspection = kind switch
            {
                MediaKind.Jpeg => JpegInspection.Inspect(bytes, cancel),
                MediaKind.Png => PngInspection.Inspect(bytes, cancel),
                MediaKind.WebP => WebPInspection.Inspect(bytes, cancel),
                MediaKind.Heic => HeicInspection.Inspect(bytes),
                _ => null,
            };
            return (inspection as Inspection.Fine)?.TakenAt?.ToString("s", CultureInfo.InvariantCulture);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or OverflowException)
        {
            return null; // it was whole when it was taken in; what it says of itself is no more than a hint
        }
    }
}

/// <summary>What was seen in a photo.</summary>
/// <param name="Print">What it looks like; null: it could not be opened.</param>
/// <param name="TakenAt">When it was taken, by the camera's own clock; null: it does not say.</param>
internal sealed record SeenPhoto(PhotoPrint? Print, string? TakenAt);
