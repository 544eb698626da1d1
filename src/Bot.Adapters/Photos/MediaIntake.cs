using System.Buffers;
using Bot.Domain.Gathering;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Photos;

/// <summary>
/// Takes in what people post. The file goes to disk as it arrives and is looked through there, never decoded and never
/// whole in memory; what it is called and declared to be plays no part, but that a text, which begins like nothing, must be called one.
/// </summary>
internal sealed class MediaIntake(IBlobs blobs, IOptions<MediaOptions> options) : IMediaIntake
{
    private const int BufferBytes = 128 * 1024;

    private readonly MediaOptions _limits = options.Value;

    /// <inheritdoc />
    public async Task<IntakeOutcome> TakeAsync(Stream content, string? name, CancellationToken cancellation)
    {
        var head = new byte[Signature.HeadBytes];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (read == 0)
            return IntakeRefusals.Empty(name);
        return Signature.Of(head.AsSpan(0, read), name) switch
        {
            Signature.Known known => await TakeAsync(known, head.AsMemory(0, read), content, name, cancellation),
            Signature.Foreign foreign => foreign.Because(name),
            _ => throw new InvalidOperationException("A beginning is known or foreign."),
        };
    }

    private async Task<IntakeOutcome> TakeAsync(
        Signature.Known known, ReadOnlyMemory<byte> head, Stream content, string? name, CancellationToken cancellation)
    {
        await using var draft = await blobs.BeginAsync(cancellation);
        if (!await CopyAsync(head, content, draft.Content, _limits.MaxBytes(known.Class), cancellation))
            return IntakeRefusals.TooLarge(name, known.Class, _limits.MaxBytes(known.Class));

        var file = new MediaBytes(draft.Content);
        switch (Inspect(file, known.Format, cancellation))
        {
            case Inspection.Refuse refuse:
                return refuse.Because(name);
            case Inspection.Fine fine when Math.Max(fine.Size?.Pixels ?? 0, fine.LargestPixels) is var pixels && pixels > _limits.MaxPixels:
                return IntakeRefusals.TooManyPixels(name, pixels, _limits.MaxPixels);
            case Inspection.Fine fine:
                Change(fine, file, draft.Content);
                var stored = await draft.KeepAsync(cancellation);
                return new IntakeOutcome.Taken
                {
                    Kind = fine.Kind,
                    Key = stored.Key,
                    Bytes = stored.Length,
                    Size = fine.Size,
                    TakenAt = fine.TakenAt,
                    HadLocation = fine.HasLocation,
                };
            default:
                throw new InvalidOperationException("A file is fine or refused.");
        }
    }

    /// <summary>False: there is more than allowed.</summary>
    private static async Task<bool> CopyAsync(
        ReadOnlyMemory<byte> head, Stream from, Stream to, long most, CancellationToken cancellation)
    {
        await to.WriteAsync(head, cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = (long)head.Length;
            for (int read; length <= most && (read = await from.ReadAsync(buffer, cancellation)) > 0;)
            {
                length += read;
                if (length <= most)
                    await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            return length <= most;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Inspection Inspect(MediaBytes file, FileFormat format, CancellationToken cancellation)
    {
        try
        {
            var inspection = format switch
            {
                FileFormat.Jpeg => JpegInspection.Inspect(file, cancellation),
                FileFormat.Png => PngInspection.Inspect(file, cancellation),
                FileFormat.WebP => WebPInspection.Inspect(file, cancellation),
                FileFormat.Heif => HeicInspection.Inspect(file),
                FileFormat.Movie => MovieInspection.Inspect(file),
                FileFormat.Pdf => PdfInspection.Inspect(file),
                FileFormat.Zip => OoxmlInspection.Inspect(file, _limits, cancellation),
                FileFormat.Compound => CompoundInspection.Inspect(file),
                FileFormat.Text => TextInspection.Inspect(file, cancellation),
                _ => throw new InvalidOperationException("No such format."),
            };
            return inspection is Inspection.Fine fine && Stowaway.IsIn(file, format, fine.End)
                ? new Inspection.Refuse(IntakeRefusals.TwoInOne)
                : inspection;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or OverflowException)
        {
            // The readers' one word for a file that is cut off or contradicts itself; nothing of ours has failed.
            return new Inspection.Refuse(IntakeRefusals.Damaged);
        }
    }

    private void Change(Inspection.Fine fine, MediaBytes file, Stream content)
    {
        if (!_limits.KeepLocation)
        {
            foreach (var edit in fine.LocationEdits)
                edit.Apply(file);
        }

        if (fine.End < content.Length)
            content.SetLength(fine.End);
    }
}
