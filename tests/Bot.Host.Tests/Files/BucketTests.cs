using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Bot.Adapters.Tests.Blobs;
using Bot.Host.Simulation;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>The whole program with its photos in a bucket.</summary>
public sealed partial class BucketTests(S3Store store) : IClassFixture<S3Store>
{
    [Fact]
    public async Task A_photo_posted_to_the_group_is_in_the_bucket_and_comes_back_whole_and_in_pieces()
    {
        await using var bot = await RunningBot.StartAsync(null, [.. BlobSettingsTests.Settings(store.Address), "--SafetyMonth:Blobs:Prefix=page/"]);
        using var page = new PageClient(bot.Address);
        await page.PickAsync("丰乐社区安全员");
        var photo = RehearsalPhoto.Of(7);
        var (_, ticket) = await page.UploadAsync("现场.jpg", photo);
        var (status, _) = await page.PostAsync("6月3日组织应急疏散演练1场，103人参加", null, ticket);
        Assert.Equal(HttpStatusCode.OK, status);
        await bot.QuietAsync();

        var address = Photo().Match(await page.PageAsync($"/chat/{page.Room}")).Value;
        Assert.Equal(photo, await page.FileAsync(address, null));
        Assert.Equal(photo[10..20], await page.FileAsync(address, new RangeHeaderValue(10, 19)));
        Assert.Single(await store.ObjectsAsync("page/"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(bot.Folder, "blobs"), "*", SearchOption.AllDirectories));
    }

    [GeneratedRegex("/media/[0-9a-f]{64}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Photo();
}
