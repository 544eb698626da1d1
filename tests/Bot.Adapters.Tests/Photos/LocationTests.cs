using System.Buffers.Binary;
using System.Text;
using Bot.Adapters.Photos;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Xmp;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

public sealed class LocationTests : IDisposable
{
    private readonly IntakeOfTest _intake = new();

    public void Dispose() => _intake.Dispose();

    [Theory]
    [InlineData("located.jpg")]
    [InlineData("little-endian.jpg")]
    [InlineData("located.png")]
    [InlineData("located.webp")]
    [InlineData("located.heic")]
    public async Task A_photo_loses_its_place_and_keeps_its_date_and_orientation(string sample)
    {
        var sent = Samples.Of(sample);
        Assert.NotNull(PlaceIn(sent));

        var (taken, stored) = await _intake.TakeWell(sent);

        Assert.True(taken.HadLocation);
        Assert.Null(PlaceIn(stored));
        Assert.Equal(sent.Length, stored.Length);
        var tags = ImageMetadataReader.ReadMetadata(new MemoryStream(stored));
        Assert.Equal(6, tags.OfType<ExifIfd0Directory>().Single().GetInt32(ExifDirectoryBase.TagOrientation));
        Assert.Equal("Demo", tags.OfType<ExifIfd0Directory>().Single().GetString(ExifDirectoryBase.TagMake));
        Assert.Equal("2024:06:13 15:20:00", tags.OfType<ExifSubIfdDirectory>().Single().GetString(ExifDirectoryBase.TagDateTimeOriginal));
        Assert.Equal("+08:00", tags.OfType<ExifSubIfdDirectory>().Single().GetString(ExifDirectoryBase.TagTimeZoneOriginal));
        Assert.DoesNotContain(tags, d => d.HasError);
    }

    [Theory]
    [InlineData("located.jpg")]
    [InlineData("little-endian.jpg")]
    [InlineData("located.png")]
    [InlineData("located.webp")]
    [InlineData("located.heic")]
    [InlineData("located.mp4")]
    [InlineData("located.mov")]
    public async Task No_number_of_the_place_is_left_anywhere_in_the_file(string sample)
    {
        var (_, stored) = await _intake.TakeWell(Samples.Of(sample));

        var text = Encoding.Latin1.GetString(stored);
        foreach (var trace in (string[])["39.90", "39,54", "116.39", "116,23", "GPSLat", "GPSLon", "loci", "\u00A9xyz", "2024:06:13\0\0"])
            Assert.DoesNotContain(trace, text.Replace("2024:06:13 15", "", StringComparison.Ordinal), StringComparison.Ordinal);
        // Degrees and minutes as Exif writes them: 39/1 54/1 and 116/1 23/1.
        Assert.False(HasRationals(stored, 39, 54) || HasRationals(stored, 116, 23));
    }

    [Theory]
    [InlineData("located.jpg")]
    [InlineData("located.png")]
    [InlineData("located.webp")]
    [InlineData("located.heic")]
    [InlineData("located.mp4")]
    [InlineData("located.mov")]
    public async Task The_picture_itself_stays_byte_by_byte(string sample)
    {
        var sent = Samples.Of(sample);

        var (_, stored) = await _intake.TakeWell(sent);

        var (from, to) = PictureIn(sample, sent);
        Assert.True(to - from > 500, "The sample has a picture.");
        Assert.Equal(sent[from..to], stored[from..to]);
    }

    [Fact]
    public async Task A_film_loses_its_place_and_keeps_its_title()
    {
        foreach (var sample in (string[])["located.mp4", "located.mov"])
        {
            var (_, stored) = await _intake.TakeWell(Samples.Of(sample));
            Assert.Contains("演练", Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
            // It is still a film: taken again it is what it was, and has nothing to lose.
            var (again, same) = await _intake.TakeWell(stored);
            Assert.Equal(stored, same);
            Assert.False(again.HadLocation);
        }
    }

    [Theory]
    [InlineData("located.jpg")]
    [InlineData("located.png")]
    [InlineData("located.webp")]
    [InlineData("located.heic")]
    public async Task A_cleaned_photo_has_nothing_more_to_lose(string sample)
    {
        var (_, stored) = await _intake.TakeWell(Samples.Of(sample));

        var (again, same) = await _intake.TakeWell(stored);

        Assert.False(again.HadLocation);
        Assert.Equal(new DateTime(2024, 6, 13, 15, 20, 0), again.TakenAt);
        Assert.Equal(stored, same);
    }

    [Theory]
    [InlineData("located.jpg")]
    [InlineData("located.png")]
    [InlineData("located.webp")]
    [InlineData("located.heic")]
    [InlineData("located.mov")]
    public async Task An_office_may_keep_places(string sample)
    {
        using var keeping = new IntakeOfTest(new MediaOptions { KeepLocation = true });

        var (taken, stored) = await keeping.TakeWell(Samples.Of(sample));

        Assert.True(taken.HadLocation);
        Assert.Equal(Samples.Of(sample), stored);
    }

    [Fact]
    public async Task Text_packed_into_a_PNG_is_looked_into()
    {
        var (taken, stored) = await _intake.TakeWell(Samples.Of("packed-text.png"));

        Assert.True(taken.HadLocation);
        Assert.DoesNotContain(ImageMetadataReader.ReadMetadata(new MemoryStream(stored)), d => d is XmpDirectory || d.HasError);
    }

    [Fact]
    public async Task Text_without_a_place_stays()
    {
        var (_, stored) = await _intake.TakeWell(Samples.Of("dated.jpg"));

        Assert.Equal("3", ImageMetadataReader.ReadMetadata(new MemoryStream(stored)).OfType<XmpDirectory>().Single().GetXmpProperties()["xmp:Rating"]);
    }

    [Fact]
    public async Task Coordinates_that_a_camera_program_put_into_a_comment_go_as_well()
    {
        var comment = "{\"latitude\":39.9087,\"longitude\":116.3975}"u8;
        var jpeg = Samples.Of("plain.jpg");
        byte[] told = [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, .. jpeg[2..]];

        var (taken, stored) = await _intake.TakeWell(told);

        Assert.True(taken.HadLocation);
        Assert.DoesNotContain("39.9", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        Assert.Equal(jpeg[2..], stored[^(jpeg.Length - 2)..]);
    }

    [Fact]
    public async Task A_block_that_nobody_can_read_is_not_kept()
    {
        var jpeg = Samples.Of("located.jpg");
        var broken = Samples.With(jpeg, "MM\0*"u8, 0, "XXXX"u8);

        var (_, stored) = await _intake.TakeWell(broken);

        Assert.False(HasRationals(stored, 39, 54));
    }

    /// <summary>Coordinates as an independent reader finds them, in Exif or XMP; null: none.</summary>
    private static string? PlaceIn(byte[] file)
    {
        var tags = ImageMetadataReader.ReadMetadata(new MemoryStream(file));
        var gps = tags.OfType<GpsDirectory>().SelectMany(d => d.Tags).Select(t => t.Description);
        var xmp = tags.OfType<XmpDirectory>().SelectMany(d => d.GetXmpProperties()).Where(p => p.Key.Contains("GPS", StringComparison.OrdinalIgnoreCase)).Select(p => p.Value);
        return gps.Concat(xmp).FirstOrDefault();
    }

    private static bool HasRationals(byte[] file, uint first, uint second)
    {
        var big = Samples.BigEndian(first, 1, second, 1);
        var little = big.Chunk(4).SelectMany(n => n.Reverse()).ToArray();
        return file.AsSpan().IndexOf(big) >= 0 || file.AsSpan().IndexOf(little) >= 0;
    }

    /// <summary>Where the picture's own data lies, found without the code under test.</summary>
    private static (int From, int To) PictureIn(string sample, byte[] file)
    {
        switch (Path.GetExtension(sample))
        {
            case ".jpg":
                return (Samples.PlaceOf(file, [0xFF, 0xDB]), file.Length);
            case ".png":
                return (Samples.PlaceOf(file, "IDAT"u8) - 4, Samples.PlaceOf(file, "IEND"u8));
            case ".webp":
                var chunk = Samples.PlaceOf(file, "VP8 "u8);
                return (chunk, chunk + 8 + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(chunk + 4)));
            case ".heic":
                // Exif and XMP come first in the data, then the picture.
                var packetEnd = "<?xpacket end='w'?>"u8;
                return (Samples.PlaceOf(file, packetEnd) + packetEnd.Length, file.Length);
            default:
                var film = Samples.PlaceOf(file, "mdat"u8);
                return (film, film - 4 + (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(film - 4)));
        }
    }
}
