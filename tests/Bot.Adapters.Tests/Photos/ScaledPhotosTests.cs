using System.Text;
using Bot.Adapters.Blobs;
using Bot.Adapters.Photos;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

/// <summary>Photos made upright and smaller, and looked at, by a program of its own.</summary>
public sealed class ScaledPhotosTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-test");
    private readonly FolderBlobs blobs;
    private readonly ScaledPhotos scaled;

    public ScaledPhotosTests()
    {
        blobs = FolderBlobs.Open(Path.Combine(folder.FullName, "blobs"));
        scaled = new ScaledPhotos(blobs, Path.Combine(folder.FullName, "scaled"), TimeProvider.System);
    }

    public void Dispose()
    {
        scaled.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("located.jpg", 64, 96)]
    [InlineData("plain.jpg", 96, 64)]
    [InlineData("located.heic", 96, 64)]
    [InlineData("lossy.webp", 96, 64)]
    [InlineData("card.png", 96, 64)]
    public async Task Every_kind_of_photo_comes_out_upright_and_tells_nothing_of_the_camera(string name, int width, int height)
    {
        var made = Assert.IsType<ScaledPhoto.Made>(await scaled.MakeAsync(await StoreAsync(Samples.Of(name)), 320, default));
        Assert.Equal((width, height), (made.Width, made.Height));
        Assert.Equal(-1, made.Jpeg.AsSpan().IndexOf("Exif"u8));
        Assert.Equal(-1, made.Jpeg.AsSpan().IndexOf("GPS"u8));
    }

    [Fact]
    public async Task Larger_ones_are_made_smaller()
    {
        var made = Assert.IsType<ScaledPhoto.Made>(await scaled.MakeAsync(await StoreAsync(Samples.Of("card.png")), 48, default));
        Assert.Equal((48, 32), (made.Width, made.Height));
    }

    [Fact]
    public async Task What_is_no_picture_costs_one_refusal()
    {
        string[] hostile =
        [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><image href=\"/etc/passwd\"/></svg>", "%PDF-1.4 not really", "GIF89a", "",
            "P6\n999999 999999\n255\n", "\u0089PNG\r\n\u001a\n",
        ];
        foreach (var content in hostile)
            Assert.IsType<ScaledPhoto.Refused>(await scaled.MakeAsync(await StoreAsync(Encoding.Latin1.GetBytes(content)), 320, default));
        Assert.IsType<ScaledPhoto.Made>(await scaled.MakeAsync(await StoreAsync(Samples.Of("plain.jpg")), 320, default));
    }

    [Fact]
    public async Task A_photo_that_was_erased_is_gone() =>
        Assert.IsType<ScaledPhoto.Gone>(await scaled.MakeAsync(BlobKey.Parse(new string('a', 64)), 320, default));

    [Fact]
    public async Task When_it_was_taken_and_what_it_looks_like_is_seen()
    {
        var seen = new SeenPhotos(blobs);
        var dated = await seen.LookAsync(await StoreAsync(Samples.Of("dated.jpg")), MediaKind.Jpeg, default);
        Assert.Equal("2024-06-13T15:20:00", dated!.TakenAt);
        var plain = await seen.LookAsync(await StoreAsync(Samples.Of("plain.jpg")), MediaKind.Jpeg, default);
        var saved = await seen.LookAsync(await StoreAsync(Samples.Of("lossy.webp")), MediaKind.WebP, default);
        Assert.InRange(plain!.Print!.Value.Distance(saved!.Print!.Value), 0, PhotoPrint.Near);
        // Turned as its camera says: the same card on its side looks otherwise.
        Assert.InRange(plain.Print.Value.Distance(dated.Print!.Value), PhotoPrint.Near + 1, 128);
        Assert.Null((await seen.LookAsync(await StoreAsync("no picture"u8.ToArray()), MediaKind.Jpeg, default))!.Print);
    }

    private async Task<BlobKey> StoreAsync(byte[] content) => (await blobs.StoreAsync(new MemoryStream(content), default)).Key;
}
