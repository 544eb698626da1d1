using System.Security.Cryptography;
using Amazon.S3.Model;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// An object that is read: from front to back as it arrives. Whoever jumps about in it gets a short one into memory, checked against
/// its hash, and of a long one the rest from that place.
/// </summary>
internal sealed class S3Content : Stream
{
    private const int MostInMemory = 8 << 20;

    private readonly S3Bucket _bucket;
    private readonly BlobKey _key;
    private GetObjectResponse? _answer;
    private Stream _line;
    private long _lineAt;

    /// <summary>Begins with the answer to a request for the whole object.</summary>
    public S3Content(S3Bucket bucket, BlobKey key, GetObjectResponse answer)
    {
        _bucket = bucket;
        _key = key;
        _answer = answer;
        _line = answer.ResponseStream;
        Length = answer.ContentLength;
    }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length { get; }

    /// <inheritdoc />
    public override long Position { get; set; }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.IsEmpty)
            return 0;
        if (_lineAt != Position)
            await AimAsync(cancellationToken);
        var read = await _line.ReadAsync(buffer, cancellationToken);
        if (read == 0)
            throw new EndOfStreamException("The S3 store broke off in the middle of an object.");
        Position += read;
        _lineAt = Position;
        return read;
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>For readers of documents, which know nothing else: the client has no request that is not asynchronous.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin)
    {
        var to = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
        return to >= 0 ? Position = to : throw new IOException("There is nothing before the beginning.");
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _line.Dispose();
            _answer?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task AimAsync(CancellationToken cancellation)
    {
        if (_answer is not null)
        {
            var inMemory = Length <= MostInMemory;
            var answer = await _bucket.GetAsync(_key, inMemory ? 0 : Position, cancellation)
                ?? throw new FileNotFoundException("The object was deleted while it was read.");
            _answer.Dispose();
            _answer = answer;
            _line = answer.ResponseStream;
            if (inMemory)
                await TakeWholeAsync(cancellation);
        }

        if (_line is MemoryStream whole)
            whole.Position = Position;
        _lineAt = Position;
    }

    private async Task TakeWholeAsync(CancellationToken cancellation)
    {
        var whole = new byte[Length];
        await _line.ReadExactlyAsync(whole, cancellation);
        if (BlobKey.OfHash(SHA256.HashData(whole)) != _key)
            throw new InvalidDataException($"The object {_key} is not what its name says.");
        _answer!.Dispose();
        _answer = null;
        _line = new MemoryStream(whole, writable: false);
    }
}
