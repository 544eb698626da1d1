using System.Security.Cryptography;

namespace Bot.Adapters.Blobs;

/// <summary>
/// A file that is hashed while it is written from front to back. Once something already written is changed, the hash is
/// taken again from the whole file at the end.
/// </summary>
internal sealed class HashingStream(FileStream file) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _hashed;
    private bool _changed;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => file.Length;

    /// <inheritdoc />
    public override long Position { get => file.Position; set => file.Position = value; }

    /// <summary>The SHA-256 of the whole file as it now is.</summary>
    public async Task<byte[]> HashAsync(CancellationToken cancellation)
    {
        if (!_changed && _hashed == file.Length)
            return _hash.GetCurrentHash();
        file.Position = 0;
        return await SHA256.HashDataAsync(file, cancellation);
    }

    /// <summary>Returns when the content survives a power cut.</summary>
    public void FlushToDisk() => file.Flush(flushToDisk: true);

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Follow(buffer);
        file.Write(buffer);
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Follow(buffer.Span);
        return file.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(Span<byte> buffer) => file.Read(buffer);

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        file.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        file.ReadAsync(buffer, offset, count, cancellationToken);

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    /// <inheritdoc />
    public override void SetLength(long value)
    {
        _changed = true;
        file.SetLength(value);
    }

    /// <inheritdoc />
    public override void Flush() => file.Flush();

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => file.FlushAsync(cancellationToken);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        _hash.Dispose();
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Follow(ReadOnlySpan<byte> written)
    {
        if (_changed || file.Position != _hashed)
        {
            _changed = true;
            return;
        }

        _hash.AppendData(written);
        _hashed += written.Length;
    }
}
