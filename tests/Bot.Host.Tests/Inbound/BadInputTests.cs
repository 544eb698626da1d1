using System.IO.Compression;
using System.Net;
using System.Text;
using Bot.Adapters.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>What tired or hostile people send, over real HTTP into the real program.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private RunningBot bot = null!;
    private PageClient page = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.StartAsync();
        page = new PageClient(bot.Address);
        await page.PickAsync("白塔社区安全员");
    }

    public async ValueTask DisposeAsync()
    {
        page.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_message_of_one_megabyte_gets_a_sentence_and_leaves_nothing()
    {
        var (status, answer) = await page.PostAsync(new string('演', 350_000));
        Assert.True((int)status is >= 400 and < 500, $"{status}");
        Assert.Contains("分几条发", answer, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Messages.CountAsync(), default));
    }

    [Theory]
    [InlineData("演练")]
    [InlineData("应急疏散演练1场，参与")]
    public async Task Ten_thousand_digits_are_taken_and_never_booked(string before)
    {
        var (status, _) = await page.PostAsync($"6月13日{before}{new string('9', 10_000)}人");
        Assert.Equal(HttpStatusCode.OK, status);
        await bot.QuietAsync();
        Assert.All(await bot.TotalsAsync(), total => Assert.True(total.Value <= 1));
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Messages.CountAsync(m => m.State == MessageState.Parked), default));
    }

    [Fact]
    public async Task Control_characters_are_harmless_and_the_figure_is_still_read()
    {
        await page.PostAsync("\u0001\u0007\u001b[31m6月13日组织应急疏散演练2场，\u202e80人参加\u0000<script>alert(1)</script>");
        await bot.QuietAsync();
        Assert.Equal(2, (await bot.TotalsAsync())["lifeline.drill.sessions"]);
        var html = await page.PageAsync($"/chat/{page.Room}");
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', html);
    }

    [Fact]
    public async Task A_picture_of_three_hundred_megapixels_is_refused_with_a_sentence()
    {
        var (status, answer) = await page.UploadAsync("大图.png", Png(20_000, 15_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("像素", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_bomb_as_docx_is_refused_with_a_sentence()
    {
        var (status, answer) = await page.UploadAsync("总结.docx", Bomb());
        Assert.True((int)status is >= 400 and < 500, $"{status}");
        Assert.NotEmpty(answer);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_named_as_a_path_stays_in_the_blob_folder_under_its_hash()
    {
        var (status, ticket) = await page.UploadAsync("../../x", Png(4, 3));
        Assert.Equal(HttpStatusCode.OK, status);
        await page.PostAsync("照片", null, ticket);
        var kept = await bot.Store.ReadAsync(db => db.Attachments.SingleAsync(), default);
        Assert.DoesNotContain("..", kept.Name, StringComparison.Ordinal);
        Assert.DoesNotContain('/', kept.Name);
        Assert.False(File.Exists(Path.Combine(bot.Folder, "..", "x")));
        Assert.Single(Directory.EnumerateFiles(bot.Folder, kept.BlobKey!, SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Two_tabs_posting_the_same_thing_at_once_make_one_message()
    {
        var client = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => page.PostAsync("6月13日演练1场，30人参加", client)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        await bot.QuietAsync();
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Messages.CountAsync(), default));
        Assert.Equal(30, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task One_unit_writing_the_same_report_at_once_from_two_phones_counts_it_once()
    {
        using var deputy = new PageClient(bot.Address);
        await deputy.PickAsync("白塔社区B岗");
        const string report = "6月13日组织应急疏散演练1场，64人参加";
        await Task.WhenAll(page.PostAsync(report), deputy.PostAsync(report));
        await bot.QuietAsync();
        Assert.Equal(64, (await bot.TotalsAsync())["lifeline.drill.attendance"]);
    }

    [Fact]
    public async Task A_stranger_without_a_session_gets_neither_page_nor_post()
    {
        using var stranger = new PageClient(bot.Address);
        Assert.DoesNotContain(page.Room, await stranger.PageAsync($"/chat/{page.Room}"), StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var form = new MultipartFormDataContent { { new StringContent("演练9场"), "text" } };
        using var refused = await http.PostAsync($"/chat/{page.Room}/messages", form);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static byte[] Png(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        byte[] header = [.. Big(width), .. Big(height), 8, 0, 0, 0, 0];
        Chunk(png, "IHDR", header);
        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            if (width <= 100) zlib.Write(new byte[height * (width + 1)]);
        }

        Chunk(png, "IDAT", rows.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(Big(data.Length));
        png.Write(named);
        png.Write(Big((int)Crc(named)));
    }

    private static uint Crc(byte[] data)
    {
        var crc = 0xffffffffu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
        }

        return ~crc;
    }

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
            Write(zip, "word/document.xml", new byte[300 << 20]);
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(content);
    }
}
