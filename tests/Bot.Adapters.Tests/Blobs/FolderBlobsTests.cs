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

    protected override string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    protected override IBlobs OpenAgain() => FolderBlobs.Open(_folder.Path);

    protected override Task<string[]> ThereAsync() => Task.FromResult(_folder.Files());

    protected override async Task LayAsync(string name, byte[] content)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
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
