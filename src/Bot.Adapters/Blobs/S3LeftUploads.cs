using Amazon.S3;
using Amazon.S3.Model;

namespace Bot.Adapters.Blobs;

/// <summary>Parts that a killed host sent and nobody will complete. They are no objects and cost room only.</summary>
internal static class S3LeftUploads
{
    /// <summary>No upload takes that long; a younger one may be another host's, in work.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>Tells the store to drop them. One that cannot list them sees to it itself, or has a rule of its own for it.</summary>
    public static async Task AbortAsync(S3Bucket bucket, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            var left = await bucket.Client.ListMultipartUploadsAsync(
                new ListMultipartUploadsRequest { BucketName = bucket.Name, Prefix = bucket.Named("") }, cancellation);
            foreach (var upload in left.MultipartUploads ?? [])
            {
                if (upload.Initiated is { } begun && now - new DateTimeOffset(begun.ToUniversalTime()) > Abandoned)
                    await bucket.Client.AbortMultipartUploadAsync(bucket.Name, upload.Key, upload.UploadId, cancellation);
            }
        }
        catch (AmazonS3Exception)
        {
            // Not every store has it, and not every key may: nothing depends on it.
        }
    }
}
