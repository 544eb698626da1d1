using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>A file of this host until it is in the bucket; gone from here in any case.</summary>
/// <param name="file">Where it is written.</param>
/// <param name="upload">Takes it to the bucket.</param>
internal sealed class S3Draft(DraftFile file, S3Upload upload) : IBlobDraft
{
    private bool _ended;

    /// <inheritdoc />
    public Stream Content => file.Content;

    /// <inheritdoc />
    public async Task<StoredBlob> KeepAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        var stored = new StoredBlob(BlobKey.OfHash(await file.Content.HashAsync(cancellation)), file.Content.Length);
        await upload.SendAsync(file.Content, stored, cancellation);
        await DisposeAsync();
        return stored;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (_ended)
            return ValueTask.CompletedTask;
        _ended = true;
        return file.DisposeAsync();
    }
}
