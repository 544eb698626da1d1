using System.Diagnostics;
using System.Net;
using Bot.Adapters.Access;
using Bot.Adapters.Photos;
using Bot.Host.Tests.Files;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Console;

/// <summary>Photos of different reports that look alike: a hint on the office's own pages, and nowhere else.</summary>
public sealed class SimilarPhotoTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RunningBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_photo_saved_anew_is_shown_beside_the_first_and_another_one_is_not()
    {
        await ReportWithPhotos.SayAsync(bot, "白塔社区安全员", "6月12日组织应急疏散演练2场，120人参加", ("一.png", ReportWithPhotos.Media("card.png")));
        await ReportWithPhotos.SayAsync(bot, "桃仙社区安全员", "6月13日组织应急疏散演练1场，30人参加", ("二.jpg", await SavedAnewAsync(ReportWithPhotos.Media("card.png"))));
        await ReportWithPhotos.SayAsync(bot, "河畔社区安全员", "6月13日集中宣讲1场，30人参加", ("三.jpg", ReportWithPhotos.Media("located.jpg")));
        await LookAsync();

        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var page = await admin.PageAsync("/console/photos");
        var words = ConsoleClient.Words(page);
        Assert.Contains("白塔社区", words, StringComparison.Ordinal);
        Assert.Contains("桃仙社区", words, StringComparison.Ordinal);
        Assert.Contains("画面几乎一样", words, StringComparison.Ordinal);
        Assert.Contains("不说明有问题", words, StringComparison.Ordinal);
        Assert.DoesNotContain("河畔社区", words, StringComparison.Ordinal);
        var record = ConsoleClient.Links(page, "/console/records/").First(l => Guid.TryParse(l[(l.LastIndexOf('/') + 1)..], out _));
        Assert.Contains("看着相似的照片", await admin.PageAsync(record), StringComparison.Ordinal);

        // The group hears nothing of it.
        var viewer = await bot.PersonAsync("桃仙社区安全员");
        Assert.DoesNotContain(await bot.SaidAsync(viewer, await bot.GroupAsync(viewer)), e => e.Text.Contains("相似", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_photo_is_shown_small_and_upright_to_those_who_may_see_it()
    {
        await ReportWithPhotos.SayAsync(bot, "白塔社区安全员", "6月12日组织应急疏散演练2场，120人参加", ("一.jpg", ReportWithPhotos.Media("located.jpg")));
        var key = await bot.Store.ReadAsync(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Attachments)).BlobKey, default);
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var small = await admin.FileAsync($"/media/{key}/small");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (small.Status, small.Type));
        Assert.Equal((64, 96), JpegSize.Of(small.Content));
        using var newcomer = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("新来的同志"), LinkPurpose.Chat);
        Assert.Equal(await StatusAsync(newcomer, $"/media/{key}"), await StatusAsync(newcomer, $"/media/{key}/small"));
        using var nobody = new ConsoleClient(bot.Address);
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(nobody, $"/media/{key}/small"));
    }

    private static async Task<HttpStatusCode> StatusAsync(ConsoleClient client, string path) => (await client.FileAsync(path)).Status;

    // What the worker does when it next looks.
    private async Task LookAsync()
    {
        var (prints, photos) = (bot.Services.GetRequiredService<PhotoPrints>(), bot.Services.GetRequiredService<SeenPhotos>());
        foreach (var (key, kind) in await prints.NextAsync(10, default))
            await prints.KeepAsync(key, (await photos.LookAsync(key, kind, default))!, default);
        Assert.Empty(await prints.NextAsync(10, default));
    }

    private static async Task<byte[]> SavedAnewAsync(byte[] photo)
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-test");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "a.png"), photo);
            using var process = Process.Start(new ProcessStartInfo(ScaledPhotos.Program, ["a.png", "--size", "72x48", "-o", "b.jpg[Q=60]"]) { WorkingDirectory = folder.FullName })!;
            await process.WaitForExitAsync();
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "b.jpg"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
