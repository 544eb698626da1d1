namespace Bot.Domain.Gathering;

/// <summary>
/// Photos and files by their content. The same content is kept once, however often and by however many writers it is
/// stored; who still needs it is counted by the records that name its key, never here.
/// </summary>
public interface IBlobs
{
    /// <summary>Begins new content that can be written, read over and changed before it is kept. Dispose it in any case.</summary>
    Task<IBlobDraft> BeginAsync(CancellationToken cancellation);

    /// <summary>Stores a whole stream; when this returns it is durable. A stream that breaks off leaves nothing.</summary>
    Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellation);

    /// <summary>Opens content for reading, with <see cref="Stream.Length"/> and seeking; null: it is not there.</summary>
    Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation);

    /// <summary>Whether it is there.</summary>
    Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation);

    /// <summary>
    /// Removes content, false if it was not there. Only for content that no record has named for longer than an upload
    /// may take: somebody may be storing the same photo again.
    /// </summary>
    Task<bool> DeleteAsync(BlobKey key, CancellationToken cancellation);
}
