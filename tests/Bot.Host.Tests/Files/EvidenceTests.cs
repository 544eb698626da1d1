using System.IO.Compression;
using System.Net;
using Bot.Adapters.Access;
using Bot.Adapters.Photos;
using Bot.Domain.Gathering;
using Bot.Host.Tests.Console;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>佐证材料: the photos of reports by unit, day and activity.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        await ReportWithPhotos.SayAsync(bot, "白塔社区安全员", "6月12日组织应急疏散演练2场，120人参加，联系电话13900000000", ("演练一.jpg", ReportWithPhotos.Media("located.jpg")), ("演练二.png", ReportWithPhotos.Media("card.png")));
        await ReportWithPhotos.SayAsync(bot, "桃仙社区安全员", "6月13日组织应急疏散演练1场，30人参加", ("现场.webp", ReportWithPhotos.Media("lossy.webp")));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_zip_has_a_folder_for_unit_and_activity_a_document_each_and_an_index()
    {
        using var zip = await ZipAsync("");
        Assert.Equal(
            ["01 白塔社区/01 白塔社区.docx", "01 白塔社区/20240612 应急疏散演练/白塔社区_20240612_应急疏散演练_01.jpg", "01 白塔社区/20240612 应急疏散演练/白塔社区_20240612_应急疏散演练_02.jpg",
                "02 桃仙社区/02 桃仙社区.docx", "02 桃仙社区/20240613 应急疏散演练/桃仙社区_20240613_应急疏散演练_01.jpg", "索引.xlsx"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        // On its side as the camera held it, upright as it is handed up; nothing the camera wrote is left.
        var first = await ContentAsync(zip, "白塔社区_20240612_应急疏散演练_01.jpg");
        Assert.Equal((64, 96), JpegSize.Of(first));
        Assert.Equal(-1, first.AsSpan().IndexOf("Exif"u8));
        using var index = new ZipArchive(new MemoryStream(await ContentAsync(zip, "索引.xlsx")));
        var words = await new StreamReader(await index.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync()).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("01 白塔社区/20240612 应急疏散演练/白塔社区_20240612_应急疏散演练_01.jpg", words, StringComparison.Ordinal);
        Assert.Contains("139****0000", words, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000000", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_is_valid_and_shows_each_photo_with_what_was_said_of_it()
    {
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var file = await admin.FileAsync("/files/baita-2024/evidence/photos.docx");
        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (file.Status, file.Type));
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var main = document.MainDocumentPart!;
        Assert.Equal(3, main.ImageParts.Count());
        Assert.Equal(3, main.Document.Descendants<Drawing>().Count());
        var text = main.Document.InnerText;
        Assert.Contains("2024年6月12日　应急疏散演练", text, StringComparison.Ordinal);
        Assert.Contains("6月12日组织应急疏散演练2场，120人参加", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_liaison_gets_the_own_photos_and_a_period_only_its_days()
    {
        using var liaison = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("桃仙社区安全员"), LinkPurpose.Chat);
        var own = await liaison.FileAsync("/files/baita-2024/evidence/photos.zip");
        using (var zip = new ZipArchive(new MemoryStream(own.Content)))
            Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("白塔", StringComparison.Ordinal));
        using var day = await ZipAsync("?from=2024-06-13&to=2024-06-13");
        Assert.DoesNotContain(day.Entries, e => e.FullName.Contains("20240612", StringComparison.Ordinal));
        using var nobody = new ConsoleClient(bot.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.FileAsync("/files/baita-2024/evidence/photos.zip")).Status);
    }

    [Fact]
    public async Task What_is_taken_back_is_no_evidence_and_a_photo_that_cannot_be_opened_is_said_to_be()
    {
        var id = await ReportWithPhotos.SayAsync(bot, "河畔社区安全员", "6月13日组织应急疏散演练3场，50人参加", ("坏.jpg", Cut(ReportWithPhotos.Media("plain.jpg"))));
        using (var zip = await ZipAsync(""))
        {
            Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("03", StringComparison.Ordinal) && e.Name.EndsWith(".jpg", StringComparison.Ordinal));
            using var index = new ZipArchive(new MemoryStream(await ContentAsync(zip, "索引.xlsx")));
            Assert.Contains("照片无法打开", await new StreamReader(await index.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync()).ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await bot.WithdrawAsync(await bot.PersonAsync("河畔社区安全员"), id);
        await bot.QuietAsync();
        using var after = await ZipAsync("");
        Assert.DoesNotContain(after.Entries, e => e.FullName.Contains("河畔", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_download_that_was_broken_off_opens_no_photo_twice()
    {
        using (await ZipAsync("")) { }
        var scaled = bot.Services.GetRequiredService<ScaledPhotos>();
        var keys = await bot.Store.ReadAsync(db => db.Attachments.Where(a => a.BlobKey != null).Select(a => a.BlobKey!).ToListAsync(), default);
        // Were it decoded again, there would be nothing to decode.
        var blobs = bot.Services.GetRequiredService<IBlobs>();
        foreach (var key in keys) await blobs.DeleteAsync(BlobKey.Parse(key), default);
        foreach (var key in keys) Assert.IsType<ScaledPhoto.Made>(await scaled.MakeAsync(BlobKey.Parse(key), 1600, default));
    }

    // Intact at both ends, so that its intake lets it in; in between there is no picture any more.
    private static byte[] Cut(byte[] jpeg)
    {
        var broken = (byte[])jpeg.Clone();
        var table = broken.AsSpan().IndexOf((byte[])[0xFF, 0xC4]);
        broken.AsSpan(table + 4, System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(broken.AsSpan(table + 2)) - 2).Fill(0x11);
        return broken;
    }

    private async Task<ZipArchive> ZipAsync(string query)
    {
        using var admin = await ConsoleClient.EnterAsync(bot, await bot.PersonAsync("应急办管理员"));
        var file = await admin.FileAsync("/files/baita-2024/evidence/photos.zip" + query);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (file.Status, file.Type));
        return new ZipArchive(new MemoryStream(file.Content));
    }

    private static async Task<byte[]> ContentAsync(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        await using var from = await zip.Entries.Single(e => e.Name == name).OpenAsync();
        await from.CopyToAsync(content, TestContext.Current.CancellationToken);
        return content.ToArray();
    }
}
