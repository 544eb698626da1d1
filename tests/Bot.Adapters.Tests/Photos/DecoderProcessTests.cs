using Bot.Adapters.Photos;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

/// <summary>What a picture program may not do, whatever a picture makes of it.</summary>
public sealed class DecoderProcessTests : IDisposable
{
    private static readonly DecoderLimits Limits = new(TimeSpan.FromSeconds(5), 200L << 20, 1L << 20);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-test");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_is_ended_when_it_takes_too_long()
    {
        var end = await DecoderProcess.RunAsync("sleep", ["600"], folder.FullName, Limits with { Patience = TimeSpan.FromSeconds(1) }, TestContext.Current.CancellationToken);
        Assert.True(end!.TooSlow);
        Assert.False(end.IsWell);
    }

    [Fact]
    public async Task It_gets_no_more_memory_than_it_may_have()
    {
        // Holds all of a line that never ends.
        var end = await DecoderProcess.RunAsync("tail", ["-n", "1", "/dev/zero"], folder.FullName, Limits, TestContext.Current.CancellationToken);
        Assert.False(end!.IsWell);
    }

    [Fact]
    public async Task It_writes_no_larger_file_than_it_may()
    {
        var end = await DecoderProcess.RunAsync("dd", ["if=/dev/zero", "of=large", "bs=1M", "count=50"], folder.FullName, Limits, TestContext.Current.CancellationToken);
        Assert.False(end!.IsWell);
        Assert.InRange(new FileInfo(Path.Combine(folder.FullName, "large")).Length, 0, 1 << 20);
    }

    [Fact]
    public async Task It_knows_nothing_of_our_environment()
    {
        Environment.SetEnvironmentVariable("SAFETYMONTH_TEST_SECRET", "hidden");
        var end = await DecoderProcess.RunAsync("env", [], folder.FullName, Limits, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("SAFETYMONTH_TEST_SECRET", end!.Output, StringComparison.Ordinal);
        Assert.Contains("VIPS_BLOCK_UNTRUSTED=1", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_installed_is_no_failure()
    {
        Assert.Null(await DecoderProcess.RunAsync("no-such-program-here", ["--version"], folder.FullName, Limits, TestContext.Current.CancellationToken));
        Assert.False(await PictureTools.HasAsync("no-such-program-here", TestContext.Current.CancellationToken));
    }
}
