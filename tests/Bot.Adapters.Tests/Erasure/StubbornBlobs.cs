using Bot.Adapters.Blobs;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Tests.Erasure;

/// <summary>A folder whose disk refuses to delete until it is mended.</summary>
internal sealed class StubbornBlobs(FolderBlobs folder) : IBlobs, IBlobList
{
    public bool IsBroken { get; set; }

    public Task<IBlobDraft> BeginAsync(CancellationToken cancellation) => folder.BeginAsync(cancellation);

    public Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellation) => folder.StoreAsync(content, cancellation);

    public Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation) => folder.OpenAsync(key, cancellation);

    public Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation) => folder.ExistsAsync(key, cancellation);

    public Task<bool> DeleteAsync(BlobKey key, CancellationToken cancellation) => IsBroken ? throw new IOException("Read-only file system") : folder.DeleteAsync(key, cancellation);

    public IAsyncEnumerable<(BlobKey Key, DateTimeOffset WrittenAt)> AllAsync(CancellationToken cancellation) => folder.AllAsync(cancellation);
}
