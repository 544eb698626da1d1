using System.Text;
using Bot.Adapters.Photos;
using Bot.Adapters.Tests.Blobs;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

public sealed class MediaIntakeTests : IDisposable
{
    private readonly IntakeOfTest _intake = new();

    public static TheoryData<string, MediaKind, string?, bool, bool> Good => new()
    {
        { "plain.jpg", MediaKind.Jpeg, "96×64", false, false },
        { "dated.jpg", MediaKind.Jpeg, "64×96", true, false },
        { "located.jpg", MediaKind.Jpeg, "64×96", true, true },
        { "little-endian.jpg", MediaKind.Jpeg, "64×96", true, true },
        { "card.png", MediaKind.Png, "96×64", false, false },
        { "located.png", MediaKind.Png, "64×96", true, true },
        { "lossy.webp", MediaKind.WebP, "96×64", false, false },
        { "lossless.webp", MediaKind.WebP, "96×64", false, false },
        { "located.webp", MediaKind.WebP, "64×96", true, true },
        { "located.heic", MediaKind.Heic, "96×64", true, true },
        { "plain.mp4", MediaKind.Mp4, "96×64", false, false },
        { "located.mp4", MediaKind.Mp4, "96×64", false, true },
        { "located.mov", MediaKind.Mp4, "96×64", false, true },
    };

    public static TheoryData<string, string, byte[]> Bad => new()
    {
        { "nothing", "empty", [] },
        { "a text not called one", "not-media", [.. "今天演练2场"u8] },
        { "one byte", "not-media", [0x41] },
        { "zeros", "not-media", new byte[5000] },
        { "an SVG", "web-page", [.. "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8] },
        { "an SVG with a byte order mark", "web-page", [.. "\uFEFF<?xml version=\"1.0\"?><svg/>"u8] },
        { "an SVG in UTF-16", "web-page", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<svg/>")] },
        { "a page", "web-page", [.. " \n<!DOCTYPE html><html></html>"u8] },
        { "a Windows program", "program", [.. "MZ\x90\0\x03"u8, .. new byte[200]] },
        { "a Linux program", "program", [.. "\x7F\x45LF\x02\x01"u8, .. new byte[200]] },
        { "a script", "program", [.. "#!/bin/sh\nrm -rf /\n"u8] },
        { "a GIF", "other-picture", [.. "GIF89a"u8, .. new byte[50]] },
        { "a BMP", "other-picture", [.. "BM\x36\0\0\0\0\0\0\0\x36\0\0\0"u8] },
        { "an AVIF", "other-picture", Samples.Box("ftyp", [.. "avif\0\0\0\0mif1"u8]) },
        { "an AVIF that says mif1 first", "other-picture", Samples.Box("ftyp", [.. "mif1\0\0\0\0avifmiaf"u8]) },
        { "a TIFF", "other-picture", [.. "II*\0\x08\0\0\0"u8] },
        { "an AVI", "other-video", [.. "RIFF\0\0\0\0AVI LIST"u8] },
        { "a WebM", "other-video", [0x1A, 0x45, 0xDF, 0xA3, 0x01, 0, 0, 0] },
        { "a WeChat voice message", "audio", [.. "\x02#!SILK_V3"u8] },
        { "an AMR", "audio", [.. "#!AMR\n"u8] },
        { "an MP3", "audio", [.. "ID3\x03"u8, .. new byte[20]] },
        { "an M4A", "audio", Samples.Box("ftyp", [.. "M4A \0\0\0\0mp42"u8]) },
        { "a film without pictures", "audio", Samples.Of("sound-only.mp4") },
        { "a RAR", "archive", [.. "Rar!\x1A\x07\x01\0"u8] },
        { "a 7z", "archive", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 4] },
        { "a gzip", "archive", [0x1F, 0x8B, 8, 0] },
        { "an empty ZIP", "archive", [.. "PK\x05\x06"u8, .. new byte[18]] },
        { "an RTF", "old-office", [.. "{\\rtf1\\ansi}"u8] },
        { "an old Word file", "old-office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]] },
        { "a Word file with a password", "encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { "a JPEG's first bytes", "damaged", [0xFF, 0xD8, 0xFF] },
        { "a JPEG without a picture", "damaged", [0xFF, 0xD8, 0xFF, 0xD9] },
        { "a PNG's first bytes", "damaged", [0x89, .. "PNG\r\n\x1A\n"u8] },
        { "a PNG with a wrong header checksum", "damaged", Samples.With(Samples.Of("card.png"), "IHDR"u8, 4, [0, 0, 1, 0]) },
        { "a film without a table of contents", "damaged", [.. Samples.Box("ftyp", [.. "isom\0\0\0\0isom"u8]), .. Samples.Box("mdat", new byte[100])] },
        { "a PDF without its end", "damaged", Samples.Pdf[..^10] },
        { "a PDF after other text", "not-media", [.. "some words and then %PDF-1.4"u8, .. Samples.Pdf] },
        { "a PDF of no version", "damaged", [.. "%PDF-x.4\nstartxref\n0\n%%EOF"u8] },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _intake.Dispose();

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Photos_and_videos_are_taken(string sample, MediaKind kind, string? size, bool hasDate, bool hadLocation)
    {
        var (taken, _) = await _intake.TakeWell(Samples.Of(sample), "whatever.exe");

        Assert.Equal(kind, taken.Kind);
        Assert.Equal(size, taken.Size?.ToString());
        Assert.Equal(hasDate ? new DateTime(2024, 6, 13, 15, 20, 0) : null, taken.TakenAt);
        Assert.Equal(hadLocation, taken.HadLocation);
        Assert.Single(_intake.Folder.Files());
    }

    [Fact]
    public async Task A_photo_that_tells_no_place_is_stored_byte_by_byte()
    {
        foreach (var sample in (string[])["plain.jpg", "dated.jpg", "card.png", "lossy.webp", "lossless.webp", "plain.mp4"])
            Assert.Equal(Samples.Of(sample), (await _intake.TakeWell(Samples.Of(sample))).Stored);
        foreach (var pdf in (byte[][])[Samples.Pdf, [0xEF, 0xBB, 0xBF, .. Samples.Pdf], [.. "\r\n"u8, .. Samples.Pdf, .. new byte[1000]]])
            Assert.Equal(pdf, (await _intake.TakeWell(pdf)).Stored);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Everything_else_is_refused_with_its_reason(string what, string code, byte[] file)
    {
        var refused = await _intake.TakeNot(file, code, "演练.jpg");

        Assert.True(refused.Sentence.StartsWith("文件“演练.jpg”", StringComparison.Ordinal), what);
    }

    [Theory]
    [InlineData("located.jpg")]
    [InlineData("located.png")]
    [InlineData("located.webp")]
    [InlineData("located.heic")]
    [InlineData("plain.mp4")]
    public async Task No_file_that_was_cut_off_is_taken(string sample)
    {
        var file = Samples.Of(sample);
        for (var length = 1; length < file.Length; length += length < 200 || length > file.Length - 50 ? 1 : 17)
        {
            var outcome = await _intake.Take(file[..length]);
            Assert.True(outcome is IntakeOutcome.Refused { Code: "damaged" or "not-media" }, $"{length} of {file.Length} bytes: {outcome}");
        }

        Assert.Empty(_intake.Folder.Files());
    }

    public static TheoryData<string, byte[]> Huge => new()
    {
        { "JPEG", Samples.With(Samples.Of("plain.jpg"), [0xFF, 0xC0], 5, [0x3A, 0x98, 0x4E, 0x20]) },
        { "WebP canvas", Samples.With(Samples.Of("located.webp"), "VP8X"u8, 12, [0x1F, 0x4E, 0, 0x97, 0x3A, 0]) },
        { "HEIC", Samples.With(Samples.Of("located.heic"), "ispe"u8, 8, Samples.BigEndian(20_000, 15_000)) },
        { "PNG", HugePng() },
    };

    [Theory]
    [MemberData(nameof(Huge))]
    public async Task A_picture_of_300_megapixels_is_refused_from_its_header(string what, byte[] file)
    {
        var refused = await _intake.TakeNot(file, "too-many-pixels", what);

        Assert.Equal($"文件“{what}”有3亿像素，超过上限1亿，未收下；请缩小或截图后再发", refused.Sentence);
    }

    [Theory]
    [InlineData("plain.jpg", "图片不能超过2KB")]
    [InlineData("plain.mp4", "视频不能超过3KB")]
    public async Task A_file_over_its_limit_is_refused_before_it_has_all_come(string sample, string words)
    {
        using var intake = new IntakeOfTest(new MediaOptions { MaxPhotoBytes = 2048, MaxVideoBytes = 3072, MaxDocumentBytes = 1024 });
        var sent = new MemoryStream([.. Samples.Of(sample), .. new byte[5_000_000]]);

        var refused = Assert.IsType<IntakeOutcome.Refused>(await intake.Take(sent));

        Assert.Equal("too-large", refused.Code);
        Assert.Contains(words, refused.Sentence, StringComparison.Ordinal);
        Assert.True(sent.Position < 500_000, "It was read to the end.");
        Assert.Empty(intake.Folder.Files());
    }

    [Fact]
    public async Task A_limit_is_what_may_still_come()
    {
        var file = Samples.Of("located.jpg");
        using var exact = new IntakeOfTest(new MediaOptions { MaxPhotoBytes = file.Length });
        using var less = new IntakeOfTest(new MediaOptions { MaxPhotoBytes = file.Length - 1 });

        Assert.IsType<IntakeOutcome.Taken>(await exact.Take(file));
        await less.TakeNot(file, "too-large");
    }

    [Fact]
    public async Task A_client_that_breaks_off_half_way_leaves_nothing()
    {
        foreach (var sample in (string[])["located.jpg", "located.heic", "plain.mp4"])
        {
            var file = Samples.Of(sample);
            await Assert.ThrowsAsync<IOException>(() => _intake.Take(new BrokenStream(file[..(file.Length / 2)])));
        }

        Assert.Empty(_intake.Folder.Files());
    }

    [Fact]
    public async Task A_call_that_is_called_off_leaves_nothing()
    {
        using var called = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var intake = new MediaIntake(_intake.Blobs, Microsoft.Extensions.Options.Options.Create(new MediaOptions()));
        using var sent = new CallingOffStream(Samples.Of("plain.jpg"), called);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => intake.TakeAsync(sent, "x", called.Token));
        Assert.Empty(_intake.Folder.Files());
    }

    [Fact]
    public async Task The_same_photo_twice_is_stored_once()
    {
        var (first, _) = await _intake.TakeWell(Samples.Of("located.jpg"), "a.jpg");
        var (second, _) = await _intake.TakeWell(Samples.Of("located.jpg"), "b.png");

        Assert.Equal(first.Key, second.Key);
        Assert.Single(_intake.Folder.Files());
    }

    [Fact]
    public async Task A_path_for_a_name_reaches_nowhere_and_is_shown_clean()
    {
        await _intake.TakeWell(Samples.Of("plain.jpg"), "../../x");
        var file = Assert.Single(_intake.Folder.Files());
        Assert.Matches("^[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}$", file);

        var refused = Assert.IsType<IntakeOutcome.Refused>(await _intake.Take([.. "text"u8], "../../\u202Ex\n"));
        Assert.StartsWith("文件“x”不是图片", refused.Sentence, StringComparison.Ordinal);
    }

    private static byte[] HugePng()
    {
        var png = Samples.With(Samples.Of("card.png"), "IHDR"u8, 4, Samples.BigEndian(20_000, 15_000));
        var at = Samples.PlaceOf(png, "IHDR"u8);
        return Samples.With(png, "IHDR"u8, 17, Samples.BigEndian(Crc32.Append(Crc32.Start, png.AsSpan(at, 17))));
    }

    /// <summary>Calls the whole thing off after the first bytes.</summary>
    private sealed class CallingOffStream(byte[] sent, CancellationTokenSource source) : MemoryStream(sent)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = await base.ReadAsync(buffer[..Math.Min(100, buffer.Length)], CancellationToken.None);
            if (Position > Length / 2)
                await source.CancelAsync();
            return read;
        }
    }
}
