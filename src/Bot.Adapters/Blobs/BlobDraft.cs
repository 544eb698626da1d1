using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>A file of this host until it is kept; gone from where it was written in any case.</summary>
/// <param name="file">Where it is written.</param>
/// <param name="place">Gives it its place for good.</param>
internal sealed class BlobDraft(DraftFile file, Func<DraftFile, StoredBlob, CancellationToken, Task> place) : IBlobDraft
{
    private bool _ended;

    /// <inheritdoc />
    public Stream Content => file.Content;

    /// <inheritdoc />
    public async Task<StoredBlob> KeepAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        var stored = new StoredBlob(BlobKey.OfHash(await file.Content.HashAsync(cancellation)), file.Content.Length);
        await place(file, stored, cancellation);
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
