using System.Buffers;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// Sends content to its object: whole, or in parts that become an object only when all are there. What is sent is hashed once
/// more on the way and must be what the object is named for; every part's own sum is checked by the store and against its answer.
/// </summary>
internal sealed class S3Upload(S3Bucket bucket, int partBytes) : IDisposable
{
    // Each holds one part in memory.
    private const int MostAtOnce = 4;

    private readonly SemaphoreSlim _lines = new(MostAtOnce);

    /// <summary>Returns when the object is there. Sends nothing where the same content is there already.</summary>
    public async Task SendAsync(Stream file, StoredBlob blob, CancellationToken cancellation)
    {
        if (await bucket.LengthAsync(blob.Key, cancellation) == blob.Length)
            return;
        await _lines.WaitAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(blob.Length, partBytes));
        try
        {
            file.Position = 0;
            if (blob.Length <= partBytes)
                await SendWholeAsync(file, blob, buffer, cancellation);
            else
                await SendPartsAsync(file, blob, buffer, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _lines.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lines.Dispose();

    private async Task SendWholeAsync(Stream file, StoredBlob blob, byte[] buffer, CancellationToken cancellation)
    {
        var content = buffer.AsMemory(0, (int)blob.Length);
        await file.ReadExactlyAsync(content, cancellation);
        MustBe(blob.Key, SHA256.HashData(content.Span));
        var sum = PartSum.Of(content.Span);
        using var body = new MemoryStream(buffer, 0, content.Length, writable: false);
        var answer = await bucket.Client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket.Name, Key = bucket.NameOf(blob.Key), InputStream = body, AutoCloseStream = false,
                MD5Digest = sum.Base64, UseChunkEncoding = false,
            },
            cancellation);
        if (sum.IsSaidBy(answer.ETag, answer.ServerSideEncryptionMethod))
            return;
        await bucket.Client.DeleteObjectAsync(bucket.Name, bucket.NameOf(blob.Key), CancellationToken.None);
        throw PartSum.Changed();
    }

    private async Task SendPartsAsync(Stream file, StoredBlob blob, byte[] buffer, CancellationToken cancellation)
    {
        var name = bucket.NameOf(blob.Key);
        var upload = await bucket.Client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = bucket.Name, Key = name }, cancellation);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var parts = new List<PartETag>();
            for (var rest = blob.Length; rest > 0;)
            {
                var content = buffer.AsMemory(0, (int)Math.Min(rest, partBytes));
                await file.ReadExactlyAsync(content, cancellation);
                hash.AppendData(content.Span);
                parts.Add(await SendPartAsync(name, upload.UploadId, parts.Count + 1, buffer, content, cancellation));
                rest -= content.Length;
            }

            MustBe(blob.Key, hash.GetCurrentHash());
            await bucket.Client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket.Name, Key = name, UploadId = upload.UploadId, PartETags = parts }, cancellation);
        }
        catch
        {
            await AbortAsync(name, upload.UploadId);
            throw;
        }
    }

    private async Task<PartETag> SendPartAsync(
        string name, string upload, int number, byte[] buffer, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var sum = PartSum.Of(content.Span);
        using var body = new MemoryStream(buffer, 0, content.Length, writable: false);
        var answer = await bucket.Client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket.Name, Key = name, UploadId = upload, PartNumber = number, InputStream = body, PartSize = content.Length,
                MD5Digest = sum.Base64, UseChunkEncoding = false,
            },
            cancellation);
        return sum.IsSaidBy(answer.ETag, answer.ServerSideEncryptionMethod) ? new PartETag(number, answer.ETag) : throw PartSum.Changed();
    }

    /// <summary>The parts are no object and nobody sees them; what stays of them here goes at a later start.</summary>
    private async Task AbortAsync(string name, string upload)
    {
        try
        {
            await bucket.Client.AbortMultipartUploadAsync(bucket.Name, name, upload, CancellationToken.None);
        }
        catch (Exception fault) when (fault is AmazonS3Exception or Amazon.Runtime.AmazonClientException or HttpRequestException or OperationCanceledException)
        {
            // What broke the upload tells more than this.
        }
    }

    private static void MustBe(BlobKey key, byte[] hash)
    {
        if (BlobKey.OfHash(hash) != key)
            throw new IOException("The file of an upload changed while it was sent; nothing was kept.");
    }
}
