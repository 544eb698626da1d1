using Bot.Adapters.Blobs;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

public sealed class FolderBlobsTests : BlobsSuite, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FolderBlobs _blobs;

    public FolderBlobsTests() => _blobs = FolderBlobs.Open(_folder.Path);

    protected override IBlobs Blobs => _blobs;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_lies_under_the_first_digits_of_its_hash_and_nothing_else_remains()
    {
        await Store([.. "abc"u8]);
        await Store([.. "abc"u8]);

        Assert.Equal(["ba/78/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"], _folder.Files());
    }

    [Fact]
    public async Task A_client_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Blobs.StoreAsync(new BrokenStream(Some(500_000)), Cancellation));

        Assert.Empty(_folder.Files());
    }

    [Fact]
    public async Task A_draft_that_is_given_up_leaves_nothing()
    {
        await using (var draft = await Blobs.BeginAsync(Cancellation))
            await draft.Content.WriteAsync(Some(1000), Cancellation);

        Assert.Empty(_folder.Files());
    }

    [Fact]
    public async Task Opening_clears_what_a_killed_process_left_but_not_what_is_in_work()
    {
        var left = Path.Combine(_folder.Path, "incoming", "left.part");
        await File.WriteAllBytesAsync(left, Some(10), Cancellation);
        await using var inWork = await Blobs.BeginAsync(Cancellation);
        await inWork.Content.WriteAsync("abc"u8.ToArray(), Cancellation);

        FolderBlobs.Open(_folder.Path);

        Assert.False(File.Exists(left));
        var stored = await inWork.KeepAsync(Cancellation);
        Assert.Equal("abc"u8.ToArray(), await Read(stored.Key));
        Assert.Single(_folder.Files());
    }

    [Fact]
    public async Task A_stump_under_the_right_name_is_replaced()
    {
        var stored = await Store(Some(1000));
        var path = Path.Combine(_folder.Path, _folder.Files().Single());
        await File.WriteAllBytesAsync(path, Some(10), Cancellation);

        await Store(Some(1000));

        Assert.Equal(Some(1000), await Read(stored.Key));
    }

    [Fact]
    public async Task Only_this_account_may_read_them()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        await Store(Some(10));

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(_folder.Path, _folder.Files().Single())));
        foreach (var folder in Directory.EnumerateDirectories(_folder.Path, "*", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }
}
