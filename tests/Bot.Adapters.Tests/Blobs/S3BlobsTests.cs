using System.Security.Cryptography;
using Amazon.S3.Model;
using Bot.Adapters.Blobs;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

public sealed class S3BlobsTests : BlobsSuite, IClassFixture<S3Store>, IDisposable
{
    private const int TwoPartsAndABit = (10 << 20) + 12_345;
    private static int _tests;

    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = $"test-{Interlocked.Increment(ref _tests)}/";
    private readonly S3Store _store;
    private readonly S3Blobs _blobs;

    public S3BlobsTests(S3Store store)
    {
        _store = store;
        _blobs = S3Blobs.Open(store.Settings(_folder.Path, _prefix));
    }

    protected override IBlobs Blobs => _blobs;

    protected override string Folder => _folder.Path;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _blobs.Dispose();
        _folder.Dispose();
    }

    protected override IBlobs OpenAgain() => S3Blobs.Open(_store.Settings(_folder.Path, _prefix));

    protected override async Task<string[]> ThereAsync() => [.. _folder.Files(), .. await _store.ObjectsAsync(_prefix)];

    protected override async Task LayAsync(string name, byte[] content)
    {
        using var body = new MemoryStream(content);
        await _store.Client.PutObjectAsync(
            new PutObjectRequest { BucketName = S3Store.Bucket, Key = _prefix + name, InputStream = body, UseChunkEncoding = false }, Cancellation);
    }

    [Fact]
    public async Task What_is_longer_than_a_part_goes_in_parts_and_reads_back_from_any_place()
    {
        var content = Some(TwoPartsAndABit);
        var stored = await Store(content);

        await using var reading = await Blobs.OpenAsync(stored.Key, Cancellation);
        Assert.Equal(TwoPartsAndABit, reading!.Length);
        var some = new byte[1000];
        foreach (var at in (long[])[0, 9 << 20, 5, TwoPartsAndABit - 1000])
        {
            reading.Position = at;
            await reading.ReadExactlyAsync(some, Cancellation);
            Assert.Equal(content[(int)at..((int)at + 1000)], some);
        }

        Assert.Equal(0, await reading.ReadAsync(some, Cancellation));
        Assert.Equal(content, await Read(stored.Key));
    }

    [Fact]
    public async Task A_document_is_read_back_and_forth_with_plain_reads()
    {
        var content = Some(200_000);
        var stored = await Store(content);
        await using var reading = await Blobs.OpenAsync(stored.Key, Cancellation);

        reading!.Seek(-4, SeekOrigin.End);
        Assert.Equal(content[^4], reading.ReadByte());
        reading.Seek(0, SeekOrigin.Begin);
        Assert.Equal(content[0], reading.ReadByte());
    }

    [Fact]
    public async Task An_object_that_is_not_what_its_name_says_is_not_read_as_a_document()
    {
        var key = BlobKey.OfHash(SHA256.HashData(Some(1000)));
        await LayAsync(NameOf(key), new byte[1000]);
        await using var reading = await Blobs.OpenAsync(key, Cancellation);
        reading!.Position = 500;

        await Assert.ThrowsAsync<InvalidDataException>(async () => await reading.ReadExactlyAsync(new byte[10], Cancellation));
    }

    [Fact]
    public async Task A_store_that_can_be_used_is_left_as_it_was()
    {
        Assert.Null(await _blobs.TryWritingAsync(Cancellation));
        Assert.Null(await _blobs.TryReadingAsync(Cancellation));

        Assert.Empty(await _store.ObjectsAsync(_prefix));
    }
}
