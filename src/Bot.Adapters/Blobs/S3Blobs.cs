using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.S3.Model;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// Blobs as objects of one bucket, which any number of hosts may share. Content is sent when it is kept: an object with a
/// hash for a name is always whole.
/// </summary>
internal sealed class S3Blobs : DraftedBlobs, IBlobsCheck, IBlobList, IDisposable
{
    private readonly S3Bucket _bucket;
    private readonly S3Upload _upload;

    private S3Blobs(BlobOptions options)
        : base(Path.GetFullPath(options.Folder))
    {
        _bucket = new S3Bucket(options);
        _upload = new S3Upload(_bucket, options.PartBytes);
    }

    /// <summary>Opens or makes the folder of uploads in work; the bucket is not spoken to yet.</summary>
    public static S3Blobs Open(BlobOptions options) => new(options);

    /// <inheritdoc />
    public override async Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation) =>
        await _bucket.GetAsync(key, 0, cancellation) is { } answer ? new S3Content(_bucket, key, answer) : null;

    /// <inheritdoc />
    public override async Task<bool> ExistsAsync(BlobKey key, CancellationToken cancellation) =>
        await _bucket.LengthAsync(key, cancellation) is not null;

    /// <inheritdoc />
    public override async Task<bool> DeleteAsync(BlobKey key, CancellationToken cancellation)
    {
        if (!await ExistsAsync(key, cancellation))
            return false;
        await _bucket.Client.DeleteObjectAsync(_bucket.Name, _bucket.NameOf(key), cancellation);
        return true;
    }

    /// <inheritdoc />
    public async Task<BlobFault?> TryWritingAsync(CancellationToken cancellation)
    {
        try
        {
            // Listing first: a store tells a key without any rights from a missing object only to those who may list.
            await _bucket.Client.ListObjectsV2Async(
                new ListObjectsV2Request { BucketName = _bucket.Name, Prefix = _bucket.Named(""), MaxKeys = 1 }, cancellation);
            if (!await KeepsAsync(_bucket.Named("start-check"), cancellation))
                return S3Faults.NoStore(_bucket);
            await S3LeftUploads.AbortAsync(_bucket, TimeProvider.System.GetUtcNow(), cancellation);
            return null;
        }
        catch (Exception fault) when (S3Faults.Of(fault, _bucket, cancellation) is not null)
        {
            return S3Faults.Of(fault, _bucket, cancellation);
        }
    }

    /// <inheritdoc />
    public async Task<BlobFault?> TryReadingAsync(CancellationToken cancellation)
    {
        try
        {
            await ExistsAsync(BlobKey.OfHash(SHA256.HashData([])), cancellation);
            return null;
        }
        catch (Exception fault) when (S3Faults.Of(fault, _bucket, cancellation) is not null)
        {
            return S3Faults.Of(fault, _bucket, cancellation);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<(BlobKey Key, DateTimeOffset WrittenAt)> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket.Name, Prefix = _bucket.Named("") };
        ListObjectsV2Response page;
        do
        {
            page = await _bucket.Client.ListObjectsV2Async(request, cancellation);
            foreach (var found in page.S3Objects ?? [])
            {
                // Only what lies where its name says is ours; without a time it may be new.
                if (BlobKey.TryParse(found.Key[(found.Key.LastIndexOf('/') + 1)..], out var key) && found.Key == _bucket.NameOf(key) && found.LastModified is { } at)
                    yield return (key, new DateTimeOffset(at.ToUniversalTime()));
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _upload.Dispose();
        _bucket.Dispose();
    }

    /// <inheritdoc />
    protected override Task PlaceAsync(DraftFile file, StoredBlob blob, CancellationToken cancellation) => _upload.SendAsync(file.Content, blob, cancellation);

    private async Task<bool> KeepsAsync(string probe, CancellationToken cancellation)
    {
        using var content = new MemoryStream([1]);
        await _bucket.Client.PutObjectAsync(
            new PutObjectRequest { BucketName = _bucket.Name, Key = probe, InputStream = content, UseChunkEncoding = false }, cancellation);
        using var answer = await _bucket.Client.GetObjectAsync(_bucket.Name, probe, cancellation);
        var kept = answer.ContentLength == 1 && answer.ResponseStream.ReadByte() == 1;
        await _bucket.Client.DeleteObjectAsync(_bucket.Name, probe, cancellation);
        return kept;
    }
}
