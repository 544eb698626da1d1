namespace Bot.Host.Files;

/// <summary>
/// A response as zips are written to: the library writes the few bytes behind an entry without waiting, which a server does not
/// allow. These are kept and go out with the next that is waited for.
/// </summary>
/// <param name="response">The response; it is not closed.</param>
internal sealed class LateWrites(Stream response) : Stream
{
    private readonly MemoryStream kept = new();
    private long position;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    /// <summary>How much was written so far.</summary>
    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        kept.Write(buffer);
        position += buffer.Length;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await ReleaseAsync(cancellationToken);
        await response.WriteAsync(buffer, cancellationToken);
        position += buffer.Length;
    }

    public override void Flush()
    {
        // Waited for by whoever writes last.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await ReleaseAsync(cancellationToken);
        await response.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task ReleaseAsync(CancellationToken cancel)
    {
        if (kept.Length == 0) return;
        await response.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), cancel);
        kept.SetLength(0);
    }
}
