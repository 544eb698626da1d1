using Bot.Adapters.Blobs;
using Bot.Adapters.Photos;
using Bot.Adapters.Tests.Blobs;
using Bot.Domain.Gathering;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

/// <summary>A real intake on a folder of its own.</summary>
internal sealed class IntakeOfTest : IDisposable
{
    private readonly MediaIntake _intake;

    public IntakeOfTest(MediaOptions? options = null)
    {
        Blobs = FolderBlobs.Open(Folder.Path);
        _intake = new MediaIntake(Blobs, Options.Create(options ?? new MediaOptions()));
    }

    public TemporaryFolder Folder { get; } = new();

    public FolderBlobs Blobs { get; }

    public Task<IntakeOutcome> Take(byte[] file, string? name = "x") => Take(new MemoryStream(file), name);

    public Task<IntakeOutcome> Take(Stream file, string? name = "x") => _intake.TakeAsync(file, name, TestContext.Current.CancellationToken);

    public async Task<(IntakeOutcome.Taken Taken, byte[] Stored)> TakeWell(byte[] file, string? name = "x")
    {
        var outcome = await Take(file, name);
        var taken = Assert.IsType<IntakeOutcome.Taken>(outcome);
        await using var stream = await Blobs.OpenAsync(taken.Key, TestContext.Current.CancellationToken);
        var stored = new byte[taken.Bytes];
        await stream!.ReadExactlyAsync(stored, TestContext.Current.CancellationToken);
        Assert.Equal(taken.Bytes, stream.Length);
        return (taken, stored);
    }

    /// <summary>Asserts that it is refused for this reason and that nothing of it is left.</summary>
    public async Task<IntakeOutcome.Refused> TakeNot(byte[] file, string code, string? name = "x")
    {
        var refused = Assert.IsType<IntakeOutcome.Refused>(await Take(file, name));
        Assert.Equal(code, refused.Code);
        Assert.Empty(Folder.Files());
        return refused;
    }

    public void Dispose() => Folder.Dispose();
}
