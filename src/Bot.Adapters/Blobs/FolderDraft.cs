using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>A file under <c>incoming</c> until it is renamed to its hash. Its open handle keeps others from clearing it away.</summary>
internal sealed class FolderDraft : IBlobDraft
{
    private readonly string _path;
    private readonly Func<BlobKey, string> _pathOf;
    private readonly HashingStream _content;
    private bool _ended;

    /// <summary>Makes the file.</summary>
    /// <param name="path">Where it is written.</param>
    /// <param name="pathOf">Where content of that key belongs.</param>
    public FolderDraft(string path, Func<BlobKey, string> pathOf)
    {
        _path = path;
        _pathOf = pathOf;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            // Allows the rename while it is open; as a lock it still holds off whoever asks for the file alone.
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _content = new HashingStream(new FileStream(path, options));
    }

    /// <inheritdoc />
    public Stream Content => _content;

    /// <inheritdoc />
    public async Task<StoredBlob> KeepAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        var stored = new StoredBlob(BlobKey.OfHash(await _content.HashAsync(cancellation)), _content.Length);
        var place = _pathOf(stored.Key);
        if (new FileInfo(place) is { Exists: true } there && there.Length == stored.Length)
        {
            // The same content is there already: this copy is not needed.
            await DisposeAsync();
            return stored;
        }

        _content.FlushToDisk();
        var folder = Path.GetDirectoryName(place)!;
        OwnFolder.Make(folder);
        // Replaces what a writer of the same content may have put there meanwhile: no reader can tell.
        File.Move(_path, place, overwrite: true);
        _ended = true;
        OwnFolder.Sync(folder);
        await _content.DisposeAsync();
        return stored;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        File.Delete(_path);
        await _content.DisposeAsync();
    }
}
