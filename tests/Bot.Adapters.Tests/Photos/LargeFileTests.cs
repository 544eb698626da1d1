using Bot.Adapters.Tests.Blobs;
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
}
