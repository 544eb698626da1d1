using Bot.Adapters.Blobs;
using Bot.Adapters.Photos;
using Bot.Adapters.Tests.Blobs;
using Bot.Domain.Gathering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

public sealed class RegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_nothing_but_a_folder_photos_are_taken()
    {
        await using var services = With();

        var outcome = await services.GetRequiredService<IMediaIntake>()
            .TakeAsync(new MemoryStream(Samples.Of("plain.jpg")), "a.jpg", TestContext.Current.CancellationToken);

        var taken = Assert.IsType<IntakeOutcome.Taken>(outcome);
        Assert.True(await services.GetRequiredService<IBlobs>().ExistsAsync(taken.Key, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Media:MaxPixels", "5")]
    [InlineData("Media:MaxPhotoBytes", "0")]
    [InlineData("Media:MaxUnzipRatio", "1")]
    [InlineData("SafetyMonth:Blobs:Folder", "")]
    public async Task A_limit_out_of_range_is_refused_and_named(string key, string value)
    {
        await using var services = With((key, value));

        var refused = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IMediaIntake>);
        Assert.Contains(key.Split(':')[^1], refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Media:MaxPixel", "5000000")]
    [InlineData("SafetyMonth:Blobs:Directory", "x")]
    public async Task An_unknown_key_is_refused_and_named(string key, string value)
    {
        await using var services = With((key, value));

        var refused = Assert.Throws<InvalidOperationException>(services.GetRequiredService<IMediaIntake>);
        Assert.Contains(key.Split(':')[^1], refused.Message, StringComparison.Ordinal);
    }

    private ServiceProvider With(params (string Key, string? Value)[] settings)
    {
        var all = settings.Prepend(("SafetyMonth:Blobs:Folder", _folder.Path)).GroupBy(s => s.Item1).Select(g => KeyValuePair.Create(g.Key, g.Last().Item2));
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all).Build())
            .AddBlobStore()
            .AddMediaIntake()
            .BuildServiceProvider();
    }
}
