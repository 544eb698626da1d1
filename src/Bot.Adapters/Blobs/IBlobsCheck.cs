namespace Bot.Adapters.Blobs;

/// <summary>Whether the store of photos and files can be used now.</summary>
internal interface IBlobsCheck
{
    /// <summary>Writes something small and takes it away again, as a photo would be; null: it can be used.</summary>
    Task<BlobFault?> TryWritingAsync(CancellationToken cancellation);

    /// <summary>Whether it answers at all, cheaply; null: it does.</summary>
    Task<BlobFault?> TryReadingAsync(CancellationToken cancellation);
}
