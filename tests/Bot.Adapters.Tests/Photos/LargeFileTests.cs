using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

/// <summary>Measures what the whole process allocates, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
[Collection(nameof(LargeFileTests))]
public sealed class LargeFileTests : IDisposable
{
    private readonly IntakeOfTest _intake = new();

    public void Dispose() => _intake.Dispose();

    [Fact]
    public async Task A_film_of_190_MB_passes_through_little_memory()
    {
        var film = Samples.Of("plain.mp4");
        var moov = Samples.PlaceOf(film, "moov"u8) - 4;
        const int Filling = 190 << 20;
        using var sent = new JoinedStream([film[..moov], [.. Samples.BigEndian(Filling + 8), .. "free"u8]], Filling, film[moov..]);
        await _intake.TakeWell(film);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var taken = Assert.IsType<IntakeOutcome.Taken>(await _intake.Take(sent));

        Assert.Equal(film.Length + 8 + (long)Filling, taken.Bytes);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 4 << 20, "It was held in memory.");
    }

    /// <summary>A beginning, many zeros, an end.</summary>
    private sealed class JoinedStream(byte[][] beginning, long zeros, byte[] end) : Stream
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
}
