namespace Bot.Adapters.Tests.Blobs;

/// <summary>A beginning, many zeros, an end.</summary>
internal sealed class JoinedStream(byte[][] beginning, long zeros, byte[] end) : Stream
{
    private readonly byte[] _begin = [.. beginning.SelectMany(b => b)];
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _begin.Length + zeros + end.Length;

    public override long Position { get => _at; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Length - _at);
        buffer[..count].Clear();
        Lay(_begin, 0, buffer[..count]);
        Lay(end, _begin.Length + zeros, buffer[..count]);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Lay(byte[] piece, long start, Span<byte> buffer)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            var at = start + i - _at;
            if (at >= 0 && at < buffer.Length)
                buffer[(int)at] = piece[i];
        }
    }
}
