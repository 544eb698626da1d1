namespace Bot.Adapters.Blobs;

/// <summary>What kind of place photos and files are kept in.</summary>
internal enum BlobProvider
{
    /// <summary>A folder; several processes may share it.</summary>
    Folder,

    /// <summary>A bucket of an S3-compatible store, for hosts on several machines.</summary>
    S3,
}
