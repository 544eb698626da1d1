using Bot.Adapters.Tests.Blobs;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>A store of photos that cannot be used: one clear sentence before the first request, and whether starting again may help.</summary>
public sealed class BlobSettingsTests(S3Store store) : IClassFixture<S3Store>
{
    [Theory]
    [InlineData(2, "There is no bucket \"elsewhere\"", "Bucket=elsewhere")]
    [InlineData(2, "does not know the access key", "AccessKey=NOBODY")]
    [InlineData(1, "cannot be reached", "Endpoint=http://127.0.0.1:1")]
    [InlineData(2, "give it or a file with it, not both", "SecretKeyFile=secret")]
    [InlineData(2, "its file cannot be read", "SecretKey=", "SecretKeyFile=secret")]
    [InlineData(2, "Endpoint", "Endpoint=host:9000")]
    [InlineData(2, "PartBytes", "PartBytes=1000")]
    public async Task A_store_that_cannot_be_used_is_named_and_the_program_does_not_start(int code, string named, params string[] wrong)
    {
        var (ended, said, complained) = await SettingsTests.RunAsync(["serve", "--urls=http://127.0.0.1:0", .. Settings(store.Address), .. wrong.Select(Setting)]);

        Assert.Equal((code, ""), (ended, said));
        Assert.Contains(named, complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    /// <summary>Settings for a bucket of the emulator.</summary>
    internal static IEnumerable<string> Settings(Uri address) =>
        new[] { "Provider=S3", $"Endpoint={address}", $"Bucket={S3Store.Bucket}", $"AccessKey={S3Store.Key}", $"SecretKey={S3Store.Key}", "PartBytes=5242880" }.Select(Setting);

    private static string Setting(string named) => $"--SafetyMonth:Blobs:{named}";
}
