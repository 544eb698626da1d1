using System.Globalization;
using Bot.Adapters.Blobs;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>
/// Photos upright and scaled down, as JPEG without anything the camera wrote, made by <c>vipsthumbnail</c> in a process of its own.
/// Made ones stay in a folder for some days, so that what was broken off goes on where it stopped.
/// </summary>
/// <param name="blobs">The photos.</param>
/// <param name="folder">Where made ones stay.</param>
/// <param name="clock">The clock.</param>
internal sealed class ScaledPhotos(IBlobs blobs, string folder, TimeProvider clock) : IDisposable
{
    /// <summary>The program's name on the path, and the package it comes with.</summary>
    public const string Program = "vipsthumbnail";

    /// <summary>How long a made one stays: erased photos are gone from here by then at the latest.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount));

    /// <summary>The photo.</summary>
    /// <param name="key">The photo as it was handed in.</param>
    /// <param name="longSide">The longest side in pixels; smaller photos stay as large as they are.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task<ScaledPhoto> MakeAsync(BlobKey key, int longSide, CancellationToken cancel)
    {
        var made = Place(key, longSide);
        if (await HeldAsync(made, cancel) is { } known)
            return known;
        await using var content = await blobs.OpenAsync(key, cancel);
        if (content is null)
            return new ScaledPhoto.Gone();
        await _turns.WaitAsync(cancel);
        try
        {
            return await DecodeAsync(content, made, longSide, cancel);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Clears away what was made longer ago than <see cref="Kept"/>.</summary>
    public void Tidy()
    {
        if (!Directory.Exists(folder))
            return;
        var before = clock.GetUtcNow() - Kept;
        foreach (var made in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => File.GetLastWriteTimeUtc(f) < before.UtcDateTime))
            File.Delete(made);
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private static async Task<ScaledPhoto?> HeldAsync(string made, CancellationToken cancel)
    {
        try
        {
            return ScaledPhoto.Of(await File.ReadAllBytesAsync(made, cancel));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task<ScaledPhoto> DecodeAsync(Stream content, string made, int longSide, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("safetymonth-photo");
        try
        {
            var (from, to) = (Path.Combine(work.FullName, "photo"), Path.Combine(work.FullName, "scaled.jpg"));
            await using (var file = new FileStream(from, FileMode.CreateNew, FileAccess.Write))
                await content.CopyToAsync(file, cancel);
            var size = longSide.ToString(CultureInfo.InvariantCulture);
            // Larger in neither direction than asked; on white where it is transparent.
            var end = await DecoderProcess.RunAsync(Program, [from, "--size", $"{size}x{size}>", "--export-profile", "srgb", "-o", to + "[Q=82,strip,background=255]"], work.FullName, DecoderLimits.Photo, cancel);
            if (end is null)
                return new ScaledPhoto.NoProgram();
            if (!end.IsWell || !File.Exists(to))
                return new ScaledPhoto.Refused(end.TooSlow ? "too-slow" : "not-decoded");
            var bytes = await File.ReadAllBytesAsync(to, cancel);
            Keep(to, made);
            return ScaledPhoto.Of(bytes) ?? new ScaledPhoto.Refused("not-decoded");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    // A folder that cannot be written to costs time when the photo is asked for again, and nothing else.
    private static void Keep(string file, string made)
    {
        try
        {
            OwnFolder.Make(Path.GetDirectoryName(made)!);
            File.Move(file, made, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(file);
        }
    }

    private string Place(BlobKey key, int longSide) => Path.Combine(folder, key.Hex[..2], FormattableString.Invariant($"{key.Hex}-{longSide}.jpg"));
}

/// <summary>What became of a photo that was to be scaled.</summary>
internal abstract record ScaledPhoto
{
    private ScaledPhoto() { }

    /// <summary>The JPEG.</summary>
    public sealed record Made(byte[] Jpeg, int Width, int Height) : ScaledPhoto;

    /// <summary>The program would not open it.</summary>
    public sealed record Refused(string Code) : ScaledPhoto;

    /// <summary>Its content was erased.</summary>
    public sealed record Gone : ScaledPhoto;

    /// <summary>There is no program for it here.</summary>
    public sealed record NoProgram : ScaledPhoto;

    /// <summary>A JPEG of ours; null: it is none.</summary>
    public static ScaledPhoto? Of(byte[] jpeg) => JpegSize.Of(jpeg) is var (width, height) ? new Made(jpeg, width, height) : null;
}
