using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>A file under <c>incoming</c> until it is renamed to its hash.</summary>
/// <param name="file">Where it is written.</param>
/// <param name="pathOf">Where content of that key belongs.</param>
internal sealed class FolderDraft(DraftFile file, Func<BlobKey, string> pathOf) : IBlobDraft
{
    private bool _ended;

    /// <inheritdoc />
    public Stream Content => file.Content;

    /// <inheritdoc />
    public async Task<StoredBlob> KeepAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        var stored = new StoredBlob(BlobKey.OfHash(await file.Content.HashAsync(cancellation)), file.Content.Length);
        var place = pathOf(stored.Key);
        // Where the same content is there already, this copy is not needed.
        if (new FileInfo(place) is not { Exists: true } there || there.Length != stored.Length)
            file.MoveTo(place);
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
