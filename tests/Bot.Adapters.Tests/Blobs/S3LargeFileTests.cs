using Bot.Adapters.Blobs;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

/// <summary>Measures what the whole process holds, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(S3LargeFileTests), DisableParallelization = true)]
[Collection(nameof(S3LargeFileTests))]
public sealed class S3LargeFileTests(S3Store store) : IClassFixture<S3Store>, IDisposable
{
    private const int Film = 160 << 20;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_film_of_160_MB_goes_up_and_comes_back_through_the_memory_of_one_part()
    {
        await using var line = await S3Line.OpenAsync(store.Address);
        var settings = store.Settings(_folder.Path, "film/");
        settings.Endpoint = line.Address.ToString();
        using var blobs = S3Blobs.Open(settings);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        line.Instead = context =>
        {
            if (context.Request.Query["partNumber"] is ["2"] or ["30"])
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            return Task.FromResult(false);
        };

        var stored = await blobs.StoreAsync(new JoinedStream([], Film, []), Cancellation);
        await using (var reading = await blobs.OpenAsync(stored.Key, Cancellation))
        {
            var some = new byte[1000];
            reading!.Position = Film - 2000;
            await reading.ReadExactlyAsync(some, Cancellation);
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(Film, stored.Length);
        Assert.InRange(most, 1, 40 << 20);
    }
}
