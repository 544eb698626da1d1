using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// Blobs as files <c>ab/cd/&lt;sha256&gt;</c> under one folder, which several processes may share. Content is written under
/// <c>incoming</c> in the same folder, made durable, then renamed: a file with a hash for a name is always whole. No path
/// is ever made of anything but a hash.
/// </summary>
internal sealed class FolderBlobs : IBlobs
{
    private const string Incoming = "incoming";
    private const string Unfinished = ".part";

    private readonly string _root;
    private readonly string _incoming;

    private FolderBlobs(string root)
    {
        _root = Path.GetFullPath(root);
        _incoming = Path.Combine(_root, Incoming);
    }

    /// <summary>Opens or makes the folder, and clears away what interrupted writers left in it.</summary>
    public static FolderBlobs Open(string root)
    {
        var blobs = new FolderBlobs(root);
        OwnFolder.Make(blobs._incoming);
        foreach (var left in Directory.EnumerateFiles(blobs._incoming, "*" + Unfinished))
            DeleteAbandoned(left);
        return blobs;
    }

    /// <inheritdoc />
    public Task<IBlobDraft> BeginAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IBlobDraft>(Begin());
    }

    /// <inheritdoc />
    public async Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellation)
    {
        await using var draft = Begin();
        await content.CopyToAsync(draft.Content, cancellation);
        return await draft.KeepAsync(cancellation);
    }

    /// <inheritdoc />
    public Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation)
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
    public Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(File.Exists(PathOf(key)));
    }

    /// <inheritdoc />
    public Task<bool> DeleteAsync(BlobKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = PathOf(key);
        if (!File.Exists(path))
            return Task.FromResult(false);
        File.Delete(path);
        OwnFolder.Sync(Path.GetDirectoryName(path)!);
        return Task.FromResult(true);
    }

    private FolderDraft Begin() =>
        new(Path.Combine(_incoming, Path.GetRandomFileName() + Unfinished), PathOf);

    private string PathOf(BlobKey key)
    {
        var hex = key.Hex;
        return Path.Combine(_root, hex[..2], hex[2..4], hex);
    }

    /// <summary>A draft in work is locked by its writer, here or in another process, and is left alone.</summary>
    private static void DeleteAbandoned(string path)
    {
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                File.Delete(path);
        }
        catch (IOException)
        {
            // In work, or just kept by its writer.
        }
    }
}
