using System.Diagnostics;
using System.Text;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

public sealed class HostileFileTests : IDisposable
{
    private readonly IntakeOfTest _intake = new();

    public static TheoryData<string, byte[]> TwoInOne => new()
    {
        { "an archive after a JPEG", [.. Samples.Of("plain.jpg"), .. Zips.Of(("evil.js", [.. "alert(1)"u8]))] },
        { "an archive after a PNG", [.. Samples.Of("card.png"), .. Zips.Docx()] },
        { "an archive after a WebP", [.. Samples.Of("lossy.webp"), .. Zips.Docx()] },
        { "an archive in a film's free box", [.. Samples.Of("plain.mp4"), .. Samples.Box("free", Zips.Docx())] },
        { "an archive after a PDF", [.. Samples.Pdf, .. Zips.Docx()] },
        { "an archive in a JPEG's comment", InComment(Zips.Of(("a", [1]))) },
        { "a PDF in a JPEG's comment", InComment(Samples.Pdf) },
        { "a page after a JPEG", [.. Samples.Of("plain.jpg"), .. "\n<html><script>alert(1)</script>"u8] },
        { "a program after a PNG", [.. Samples.Of("card.png"), .. "MZ\x90\0"u8, .. new byte[100]] },
        { "a RAR after a JPEG", [.. Samples.Of("plain.jpg"), .. new byte[10], .. "Rar!\x1A\x07\0"u8] },
    };

    public void Dispose() => _intake.Dispose();

    [Theory]
    [MemberData(nameof(TwoInOne))]
    public async Task A_file_that_is_two_things_is_refused(string what, byte[] file)
    {
        var refused = await _intake.TakeNot(file, "two-in-one", what);

        Assert.Contains("夹带", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_phone_appends_to_a_photo_is_cut_off_with_the_place_it_tells()
    {
        foreach (var (photo, appended) in new[]
        {
            ("plain.jpg", Samples.Of("located.mp4")), ("plain.jpg", Samples.Of("located.jpg")), ("plain.jpg", new byte[1000]),
            ("card.png", Samples.Of("located.mp4")), ("lossy.webp", Samples.Of("located.mp4")),
        })
        {
            var (taken, stored) = await _intake.TakeWell([.. Samples.Of(photo), .. appended]);

            Assert.Equal(Samples.Of(photo), stored);
            Assert.Equal(stored.Length, taken.Bytes);
        }
    }

    [Fact]
    public async Task What_is_no_box_after_a_film_or_a_HEIC_is_cut_off()
    {
        foreach (var sample in (string[])["plain.mp4", "located.heic"])
        {
            byte[] appended = [.. Samples.Of(sample), 0, 0, 0x30, 0x0A, 0x10, 0, 0, 0, .. "Maker_Data SEFT"u8];

            var (taken, _) = await _intake.TakeWell(appended);

            Assert.Equal(Samples.Of(sample).Length, taken.Bytes);
        }
    }

    [Fact]
    public async Task A_film_inside_a_HEIC_loses_its_place()
    {
        byte[] live = [.. Samples.Of("located.heic"), .. Samples.Box("mpvd", Samples.Of("located.mov"))];

        var (_, stored) = await _intake.TakeWell(live);

        Assert.Equal(live.Length, stored.Length);
        Assert.DoesNotContain("39.9", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Positions_recorded_along_with_a_film_are_blanked()
    {
        var positions = "GPS(116.3975,39.9087,44)GPS(116.3976,39.9088,44)"u8.ToArray();
        var film = Samples.Of("plain.mp4");
        // The film's own table of contents moves to the end, so that its places stay true; the record follows it.
        var moov = Samples.PlaceOf(film, "moov"u8) - 4;
        var at = (uint)(moov + 8);
        var record = Samples.Box(
            "trak",
            Samples.Box("tkhd", new byte[84]),
            Samples.Box(
                "mdia",
                Samples.Box("hdlr", [.. new byte[8], .. "meta"u8, .. new byte[13]]),
                Samples.Box("minf", Samples.Box(
                    "stbl",
                    Samples.Box("stsd", [.. Samples.BigEndian(0, 1), .. Samples.Box("camm", new byte[8])]),
                    Samples.Box("stsz", Samples.BigEndian(0, 0, 2, 24, 24)),
                    Samples.Box("stsc", Samples.BigEndian(0, 1, 1, 2, 1)),
                    Samples.Box("stco", Samples.BigEndian(0, 1, at))))));
        byte[] told = [.. film[..moov], .. Samples.Box("mdat", positions), .. Samples.Box("moov", film[(moov + 8)..], record)];

        var (taken, stored) = await _intake.TakeWell(told);

        Assert.True(taken.HadLocation);
        Assert.Equal(told.Length, stored.Length);
        Assert.Equal(new byte[48], stored[(int)at..(int)(at + 48)]);
        Assert.Equal(told[..(int)at], stored[..(int)at]);
        Assert.Equal(told[(int)(at + 48)..], stored[(int)(at + 48)..]);
    }

    [Theory]
    [InlineData("located.jpg")]
    [InlineData("little-endian.jpg")]
    [InlineData("located.png")]
    [InlineData("located.webp")]
    [InlineData("located.heic")]
    [InlineData("located.mp4")]
    [InlineData("located.mov")]
    [InlineData("docx")]
    public async Task A_file_with_changed_bytes_is_taken_or_refused_and_never_breaks_anything(string sample)
    {
        var file = sample == "docx" ? Zips.Docx() : Samples.Of(sample);
        var random = new Random(20240613);
        var (taken, refused) = (0, 0);
        for (var i = 0; i < 200; i++)
        {
            var changed = (byte[])file.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
                changed[random.Next(12, changed.Length)] = random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => (byte)random.Next(256) };

            if (await _intake.Take(changed) is IntakeOutcome.Taken)
                taken++;
            else
                refused++;
        }

        Assert.Equal(200, taken + refused);
        Assert.True(taken > 0 && refused > 0, $"{taken} taken, {refused} refused: the changes must reach both.");
        Assert.DoesNotContain(_intake.Folder.Files(), f => f.StartsWith("incoming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_directory_that_leads_to_itself_ends()
    {
        var jpeg = Samples.Of("located.jpg");
        var ifd = Samples.PlaceOf(jpeg, "MM\0*"u8);
        // The pointer to Exif's own directory leads back to the first one.
        var circle = Samples.With(jpeg, [0x87, 0x69, 0, 4, 0, 0, 0, 1], 8, Samples.BigEndian(8));
        Assert.True(ifd > 0);

        var clock = Stopwatch.StartNew();
        var (_, stored) = await _intake.TakeWell(circle);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("GPSLat", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
    }

    private static byte[] InComment(byte[] file)
    {
        var jpeg = Samples.Of("plain.jpg");
        return [.. jpeg[..2], 0xFF, 0xFE, (byte)((file.Length + 2) >> 8), (byte)(file.Length + 2), .. file, .. jpeg[2..]];
    }
}
