using System.Security.Cryptography;
using Bot.Adapters.Blobs;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

/// <summary>What every store of photos and files must do.</summary>
public abstract class BlobsSuite
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IBlobs Blobs { get; }

    /// <summary>What the folder of uploads in work is in.</summary>
    protected abstract string Folder { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task Content_is_named_by_its_hash_and_reads_back(int length)
    {
        var content = Some(length);

        var stored = await Store(content);

        Assert.Equal(new StoredBlob(BlobKey.OfHash(SHA256.HashData(content)), length), stored);
        Assert.Equal(content, await Read(stored.Key));
        Assert.True(await Blobs.ExistsAsync(stored.Key, Cancellation));
    }

    [Fact]
    public async Task What_was_never_stored_is_not_there()
    {
        var key = BlobKey.OfHash(SHA256.HashData("nowhere"u8));

        Assert.Null(await Blobs.OpenAsync(key, Cancellation));
        Assert.False(await Blobs.ExistsAsync(key, Cancellation));
        Assert.False(await Blobs.DeleteAsync(key, Cancellation));
    }

    [Fact]
    public async Task Deleted_content_is_gone_and_can_come_again()
    {
        var stored = await Store(Some(100));

        Assert.True(await Blobs.DeleteAsync(stored.Key, Cancellation));
        Assert.False(await Blobs.ExistsAsync(stored.Key, Cancellation));
        Assert.False(await Blobs.DeleteAsync(stored.Key, Cancellation));

        Assert.Equal(stored, await Store(Some(100)));
        Assert.True(await Blobs.ExistsAsync(stored.Key, Cancellation));
    }

    [Fact]
    public async Task All_content_is_listed_with_the_instant_it_was_written_and_uploads_in_work_are_not()
    {
        var stored = new[] { await Store(Some(100)), await Store(Some(200)) };
        await using var inWork = await Blobs.BeginAsync(Cancellation);
        await inWork.Content.WriteAsync(Some(10), Cancellation);

        var all = await ((IBlobList)Blobs).AllAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(stored.Select(s => s.Key.Hex).Order(StringComparer.Ordinal), all.Select(b => b.Key.Hex).Order(StringComparer.Ordinal));
        Assert.All(all, b => Assert.InRange(TimeProvider.System.GetUtcNow() - b.WrittenAt, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task Reading_goes_on_while_the_same_content_comes_again_and_is_deleted()
    {
        var content = Some(300_000);
        var stored = await Store(content);
        await using var reading = await Blobs.OpenAsync(stored.Key, Cancellation);
        var half = new byte[150_000];
        await reading!.ReadExactlyAsync(half, Cancellation);

        await Store(content);
        await Blobs.DeleteAsync(stored.Key, Cancellation);

        var rest = new byte[150_000];
        await reading.ReadExactlyAsync(rest, Cancellation);
        Assert.Equal(content, half.Concat(rest));
    }

    [Fact]
    public async Task Many_writers_of_the_same_content_all_succeed()
    {
        var content = Some(200_000);

        var stored = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => Store(content), Cancellation)));

        var one = Assert.Single(stored.Distinct());
        Assert.Equal(content, await Read(one.Key));
    }

    [Fact]
    public async Task A_draft_can_be_read_over_changed_and_shortened_before_it_is_kept()
    {
        await using var draft = await Blobs.BeginAsync(Cancellation);
        await draft.Content.WriteAsync("one two three"u8.ToArray(), Cancellation);
        draft.Content.Position = 4;
        Assert.Equal('t', draft.Content.ReadByte());
        draft.Content.Position = 0;
        await draft.Content.WriteAsync("ONE"u8.ToArray(), Cancellation);
        draft.Content.SetLength(7);

        var stored = await draft.KeepAsync(Cancellation);

        Assert.Equal(BlobKey.OfHash(SHA256.HashData("ONE two"u8)), stored.Key);
        Assert.Equal("ONE two"u8.ToArray(), await Read(stored.Key));
    }

    [Fact]
    public async Task Something_appended_after_a_look_back_still_counts()
    {
        await using var draft = await Blobs.BeginAsync(Cancellation);
        await draft.Content.WriteAsync("one "u8.ToArray(), Cancellation);
        draft.Content.Position = 0;
        draft.Content.ReadByte();
        draft.Content.Position = 4;
        await draft.Content.WriteAsync("two"u8.ToArray(), Cancellation);

        Assert.Equal(BlobKey.OfHash(SHA256.HashData("one two"u8)), (await draft.KeepAsync(Cancellation)).Key);
    }

    [Fact]
    public async Task A_draft_is_kept_once()
    {
        await using var draft = await Blobs.BeginAsync(Cancellation);
        await draft.KeepAsync(Cancellation);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => draft.KeepAsync(Cancellation));
    }

    [Fact]
    public async Task A_store_that_is_called_off_stores_nothing()
    {
        using var called = new CancellationTokenSource();
        await called.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Blobs.StoreAsync(new MemoryStream(Some(10)), called.Token));
        Assert.False(await Blobs.ExistsAsync(BlobKey.OfHash(SHA256.HashData(Some(10))), Cancellation));
    }

    [Fact]
    public async Task Content_lies_under_the_first_digits_of_its_hash_and_nothing_else_remains()
    {
        await Store([.. "abc"u8]);
        await Store([.. "abc"u8]);

        Assert.Equal(["ba/78/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"], await ThereAsync());
    }

    [Fact]
    public async Task A_client_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Blobs.StoreAsync(new BrokenStream(Some(500_000)), Cancellation));

        Assert.Empty(await ThereAsync());
    }

    [Fact]
    public async Task A_draft_that_is_given_up_leaves_nothing()
    {
        await using (var draft = await Blobs.BeginAsync(Cancellation))
            await draft.Content.WriteAsync(Some(1000), Cancellation);

        Assert.Empty(await ThereAsync());
    }

    [Fact]
    public async Task Opening_clears_what_a_killed_process_left_but_not_what_is_in_work()
    {
        var left = Path.Combine(Folder, "incoming", "left.part");
        await File.WriteAllBytesAsync(left, Some(10), Cancellation);
        await using var inWork = await Blobs.BeginAsync(Cancellation);
        await inWork.Content.WriteAsync("abc"u8.ToArray(), Cancellation);

        using var again = OpenAgain() as IDisposable;

        Assert.False(File.Exists(left));
        var stored = await inWork.KeepAsync(Cancellation);
        Assert.Equal("abc"u8.ToArray(), await Read(stored.Key));
        Assert.Single(await ThereAsync());
    }

    [Fact]
    public async Task A_stump_under_the_right_name_is_replaced()
    {
        var key = BlobKey.OfHash(SHA256.HashData(Some(1000)));
        await LayAsync(NameOf(key), Some(10));

        await Store(Some(1000));

        Assert.Equal(Some(1000), await Read(key));
    }

    protected static byte[] Some(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Where content belongs.</summary>
    protected static string NameOf(BlobKey key) => $"{key.Hex[..2]}/{key.Hex[2..4]}/{key.Hex}";

    /// <summary>The same store, as another process that starts sees it.</summary>
    protected abstract IBlobs OpenAgain();

    /// <summary>Everything that lies in the store and in its folder, by name.</summary>
    protected abstract Task<string[]> ThereAsync();

    /// <summary>Puts something into the store that it did not keep itself.</summary>
    protected abstract Task LayAsync(string name, byte[] content);

    protected Task<StoredBlob> Store(byte[] content) => Blobs.StoreAsync(new MemoryStream(content), Cancellation);

    protected async Task<byte[]> Read(BlobKey key)
    {
        await using var stream = await Blobs.OpenAsync(key, Cancellation);
        Assert.NotNull(stream);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, Cancellation);
        return bytes;
    }
}
