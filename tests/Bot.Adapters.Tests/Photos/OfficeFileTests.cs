using Bot.Adapters.Photos;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

public sealed class OfficeFileTests : IDisposable
{
    private const int Flags = 8;
    private const int Checksum = 16;
    private const int Packed = 20;
    private const int Unpacked = 24;
    private const int Header = 42;
    private const string Filler = "word/filler.xml";

    private readonly IntakeOfTest _intake = new();

    public static TheoryData<string, string, byte[]> Bad => new()
    {
        { "a plain archive", "archive", Zips.Of(("a.txt", [.. "a"u8])) },
        { "a presentation", "archive", Zips.Office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml") },
        { "a program for phones", "archive", Zips.Of(("AndroidManifest.xml", [1]), ("classes.dex", [1])) },
        { "a template", "archive", Zips.Office("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml") },
        { "a main type without a main part", "archive", WithoutMainPart() },
        { "macros by their part", "macros", Zips.Word(("word/vbaProject.bin", [1, 2])) },
        { "macros by their part in capitals", "macros", Zips.Word(("word/VBAPROJECT.BIN", [1, 2])) },
        { "macros by the document's type", "macros", Zips.Office("application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "a sheet of old macros", "macros", Zips.Word(("xl/macrosheets/sheet1.xml", [.. "<a/>"u8])) },
        { "a password on one part", "encrypted", Zips.WithField(Zips.Word(), "word/document.xml", Flags, 1, 2) },
        { "a table with entities", "damaged", WithEntities() },
        { "a table that is no XML", "damaged", Zips.Of(("[Content_Types].xml", [.. "no"u8]), ("_rels/.rels", [.. "no"u8])) },
        { "one part of zeros", "bomb", Zips.Word((Filler, new byte[12 << 20])) },
        { "thousands of parts", "bomb", Zips.Word([.. Enumerable.Range(0, 5001).Select(i => ($"{i}", Array.Empty<byte>()))]) },
        { "a part that says it is smaller", "damaged", Zips.WithField(Zips.Word((Filler, new byte[5000])), Filler, Unpacked, 10) },
        { "a part that says it is larger", "damaged", Zips.WithField(Zips.Word((Filler, new byte[5000])), Filler, Unpacked, 50_000) },
        { "a wrong checksum", "damaged", Zips.WithField(Zips.Word(), "word/document.xml", Checksum, 1) },
        { "two parts over one content", "damaged", Overlapping() },
        { "parts reaching into the directory", "damaged", Zips.WithField(Zips.Word(), "word/document.xml", Packed, 100_000) },
        { "a part without a header of its own", "damaged", Zips.WithField(Zips.Word(), "word/document.xml", Header, 3) },
        { "a part beyond the end", "damaged", Zips.WithField(Zips.Word(), "word/document.xml", Header, 0x7FFFFFFF) },
        { "two parts of one name", "damaged", Zips.Word(("word/document.xml", [.. "<other/>"u8])) },
        { "cut off", "damaged", Zips.Docx()[..^30] },
        { "something after the end", "damaged", [.. Zips.Docx(), .. "more"u8] },
    };

    public void Dispose() => _intake.Dispose();

    [Fact]
    public async Task Word_and_Excel_files_are_taken_as_they_are()
    {
        foreach (var (file, kind) in new[] { (Zips.Docx(), MediaKind.Docx), (Zips.Xlsx(), MediaKind.Xlsx), (Zips.Word(), MediaKind.Docx) })
        {
            var (taken, stored) = await _intake.TakeWell(file, "a.zip");

            Assert.Equal(kind, taken.Kind);
            Assert.Null(taken.Size);
            Assert.Equal(file, stored);
        }
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Everything_else_in_a_package_is_refused_with_its_reason(string what, string code, byte[] file)
    {
        var refused = await _intake.TakeNot(file, code, "总结.docx");

        Assert.True(refused.Sentence.Contains("总结.docx", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task A_part_that_lies_about_its_size_is_stopped_at_the_limit_of_what_really_comes_out()
    {
        // 60 MB of noise-free text behind a declared 100 bytes, and the same told truly, under a limit of 1 MB.
        using var small = new IntakeOfTest(new MediaOptions { MaxUnzippedBytes = 1 << 20 });
        var bomb = Zips.Word((Filler, new byte[60 << 20]));

        await small.TakeNot(bomb, "bomb");
        await small.TakeNot(Zips.WithField(bomb, Filler, Unpacked, 100), "damaged");
    }

    [Fact]
    public async Task A_small_table_of_many_empty_rows_is_no_bomb() =>
        await _intake.TakeWell(Zips.Word((Filler, new byte[9 << 20])));

    private static byte[] WithoutMainPart()
    {
        var file = Zips.Word();
        var name = "word/document.xml"u8;
        for (int at; (at = file.AsSpan().IndexOf(name)) >= 0;)
            "word/documenx.xml"u8.CopyTo(file.AsSpan(at));
        return file;
    }

    private static byte[] WithEntities() => Zips.Of(
        ("[Content_Types].xml", [.. """<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><Types>&c;</Types>"""u8]),
        ("_rels/.rels", [.. "<Relationships/>"u8]));

    private static byte[] Overlapping()
    {
        var file = Zips.Word(("a", new byte[5000]), ("b", new byte[5000]));
        return Zips.WithField(file, "b", Header, Zips.Field(file, "a", Header));
    }
}
