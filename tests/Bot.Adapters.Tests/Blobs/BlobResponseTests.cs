using Bot.Adapters.Blobs;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

public sealed class BlobResponseTests
{
    private static readonly BlobKey Key = BlobKey.OfHash(new byte[32]);

    [Theory]
    [InlineData(MediaKind.Jpeg, "a.jpg", false, "inline; filename=\"a.jpg\"; filename*=UTF-8''a.jpg")]
    [InlineData(MediaKind.Jpeg, "a.jpg", true, "attachment; filename=\"a.jpg\"; filename*=UTF-8''a.jpg")]
    [InlineData(MediaKind.Mp4, "a.MOV", false, "inline; filename=\"a.MOV\"; filename*=UTF-8''a.MOV")]
    [InlineData(MediaKind.Pdf, "a.pdf", false, "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf")]
    [InlineData(MediaKind.Docx, "总结 1.docx", false, "attachment; filename=\"__ 1.docx\"; filename*=UTF-8''%E6%80%BB%E7%BB%93%201.docx")]
    [InlineData(MediaKind.Text, "a.md", false, "attachment; filename=\"a.md\"; filename*=UTF-8''a.md")]
    [InlineData(MediaKind.Text, "page.html", false, "attachment; filename=\"page.html.txt\"; filename*=UTF-8''page.html.txt")]
    [InlineData(MediaKind.Jpeg, "page.html", false, "inline; filename=\"page.html.jpg\"; filename*=UTF-8''page.html.jpg")]
    [InlineData(MediaKind.Xlsx, "../../x", false, "attachment; filename=\"x.xlsx\"; filename*=UTF-8''x.xlsx")]
    [InlineData(MediaKind.Png, "a\r\nSet-Cookie: x=1.png", false, "inline; filename=\"aSet-Cookie_ x=1.png\"; filename*=UTF-8''aSet-Cookie_%20x%3D1.png")]
    [InlineData(MediaKind.Png, "a\"; filename=evil.exe", false, "inline; filename=\"a_; filename=evil.exe.png\"; filename*=UTF-8''a_%3B%20filename%3Devil.exe.png")]
    [InlineData(MediaKind.Png, "100%.png", false, "inline; filename=\"100_.png\"; filename*=UTF-8''100%25.png")]
    [InlineData(MediaKind.Jpeg, null, false, "inline; filename=\"__.jpg\"; filename*=UTF-8''%E7%85%A7%E7%89%87.jpg")]
    public void A_file_is_shown_or_saved_under_a_safe_name(MediaKind kind, string? name, bool save, string disposition) =>
        Assert.Equal(disposition, BlobResponse.For(kind, Key, name, save).ContentDisposition);

    [Fact]
    public void No_file_can_run_in_the_page_whatever_it_is()
    {
        foreach (var kind in Enum.GetValues<MediaKind>())
        {
            var response = BlobResponse.For(kind, Key, "evil.svg", save: false);
            var headers = response.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);

            Assert.Equal(kind.ContentType(), headers["Content-Type"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Contains("sandbox", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotMatch("html|svg|xml$|script", response.ContentType);
            Assert.Equal(kind.Class() == MediaClass.Document, headers["Content-Disposition"].StartsWith("attachment", StringComparison.Ordinal));
            Assert.All(headers.Values, v => Assert.DoesNotContain(v, c => c is < ' ' or > '~'));
            Assert.Equal($"\"{new string('0', 64)}\"", response.ETag);
        }
    }
}
