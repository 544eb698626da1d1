using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>All content there is, for clearing up.</summary>
internal interface IBlobList
{
    /// <summary>Every key with the instant its content was written (UTC), in no order; what comes or goes meanwhile may be missed. Uploads in work are none.</summary>
    IAsyncEnumerable<(BlobKey Key, DateTimeOffset WrittenAt)> AllAsync(CancellationToken cancellation);
}
