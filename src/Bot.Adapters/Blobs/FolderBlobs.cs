using System.Runtime.CompilerServices;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// Blobs as files <c>ab/cd/&lt;sha256&gt;</c> under one folder, which several processes may share. Content is written under
/// <c>incoming</c> in the same folder, made durable, then renamed: a file with a hash for a name is always whole. No path
/// is ever made of anything but a hash.
/// </summary>
internal sealed class FolderBlobs : DraftedBlobs, IBlobsCheck, IBlobList
{
    private readonly string _root;

    private FolderBlobs(string root)
        : base(root) => _root = root;

    /// <summary>Opens or makes the folder, and clears away what interrupted writers left in it.</summary>
    public static FolderBlobs Open(string root) => new(Path.GetFullPath(root));

    /// <inheritdoc />
    public override Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), new FileStreamOptions
            {
                Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous,
            }));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc />
    public override Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(File.Exists(PathOf(key)));
    }

    /// <inheritdoc />
    public override Task<bool> DeleteAsync(BlobKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        if (!File.Exists(path))
            return Task.FromResult(false);
        File.Delete(path);
        OwnFolder.Sync(Path.GetDirectoryName(path)!);
        return Task.FromResult(true);
    }

    /// <inheritdoc />
    public async Task<BlobFault?> TryWritingAsync(CancellationToken cancellation)
    {
        try
        {
            await using var draft = Begin();
            await draft.Content.WriteAsync(new byte[] { 0 }, cancellation);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new BlobFault($"The folder of photos and files cannot be written to: {fault.Message}", MayPass: false);
        }
    }

    /// <inheritdoc />
    public Task<BlobFault?> TryReadingAsync(CancellationToken cancellation) => Task.FromResult(
        Directory.Exists(Incoming) ? null : new BlobFault($"The folder of photos and files is gone: {_root}", MayPass: true));

    /// <inheritdoc />
    public async IAsyncEnumerable<(BlobKey Key, DateTimeOffset WrittenAt)> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            // Only what lies where its name says is ours.
            if (BlobKey.TryParse(file.Name, out var key) && file.FullName == PathOf(key))
                yield return (key, new DateTimeOffset(file.LastWriteTimeUtc));
        }
    }

    /// <inheritdoc />
    protected override Task PlaceAsync(DraftFile file, StoredBlob blob, CancellationToken cancellation)
    {
        var place = PathOf(blob.Key);
        if (new FileInfo(place) is not { Exists: true } there || there.Length != blob.Length)
            file.MoveTo(place);
        return Task.CompletedTask;
    }

    private string PathOf(BlobKey key)
    {
        var hex = key.Hex;
        return Path.Combine(_root, hex[..2], hex[2..4], hex);
    }
}
