using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// Blobs whose content is written to a file of this host first, where it is looked through and hashed, and given its place
/// when it is kept.
/// </summary>
internal abstract class DraftedBlobs : IBlobs
{
    /// <summary>Makes the folder of uploads in work if need be, and clears away what interrupted writers left in it.</summary>
    /// <param name="folder">What it is in.</param>
    protected DraftedBlobs(string folder)
    {
        Incoming = Path.Combine(folder, "incoming");
        DraftFile.OpenFolder(Incoming);
    }

    /// <summary>The folder of uploads in work.</summary>
    protected string Incoming { get; }

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
    public abstract Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation);

    /// <inheritdoc />
    public abstract Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation);

    /// <inheritdoc />
    public abstract Task<bool> DeleteAsync(BlobKey key, CancellationToken cancellation);

    /// <summary>New content, not kept yet.</summary>
    protected BlobDraft Begin() => new(DraftFile.In(Incoming), PlaceAsync);

    /// <summary>Gives a file its place for good, durably. Where the same content is there already, there is nothing to do.</summary>
    protected abstract Task PlaceAsync(DraftFile file, StoredBlob blob, CancellationToken cancellation);
}
