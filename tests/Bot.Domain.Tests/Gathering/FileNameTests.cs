using Bot.Domain.Gathering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Domain.Tests.Gathering;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("an ordinary name", "6月13日 演练照片.jpg", "6月13日 演练照片.jpg")]
    [InlineData("full-width brackets stay", "总结（终稿）.docx", "总结（终稿）.docx")]
    [InlineData("out of the folder", "../../x", "x")]
    [InlineData("out of the folder on Windows", @"..\..\windows\system32\x.dll", "x.dll")]
    [InlineData("an absolute path", "/etc/passwd", "passwd")]
    [InlineData("a drive", @"C:\照片\a.jpg", "a.jpg")]
    [InlineData("only dots", "..", "未命名文件")]
    [InlineData("only separators", "///", "未命名文件")]
    [InlineData("nothing", null, "未命名文件")]
    [InlineData("empty", "", "未命名文件")]
    [InlineData("hidden file", ".htaccess", "htaccess")]
    [InlineData("control characters", "a\u0000b\u0007c\u001b[31m\r\n.jpg", "abc[31m.jpg")]
    [InlineData("right-to-left override", "通知\u202Egpj.exe", "通知gpj.exe")]
    [InlineData("isolates, marks and byte order mark", "\uFEFFa\u2066\u2069\u200F.pdf", "a.pdf")]
    [InlineData("zero-width", "a\u200Bb.pdf", "ab.pdf")]
    [InlineData("line separators", "a\u2028b\u2029c.pdf", "abc.pdf")]
    [InlineData("a lone surrogate", "a\uD83Db.png", "ab.png")]
    [InlineData("private use", "a\uE000b.png", "ab.png")]
    [InlineData("an emoji", "演练👍.png", "演练👍.png")]
    [InlineData("forbidden on Windows", "a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("a data stream", "a.jpg:evil.exe", "a.jpg_evil.exe")]
    [InlineData("spaces", "  a \t  b　c.pdf ", "a b c.pdf")]
    [InlineData("trailing dots", "a.pdf...", "a.pdf")]
    [InlineData("a device", "CON", "_CON")]
    [InlineData("a device with an ending", "lpt1.txt", "_lpt1.txt")]
    [InlineData("not quite a device", "com10.txt", "com10.txt")]
    public void Names_are_made_safe(string what, string? raw, string clean)
    {
        Assert.True(clean == FileName.Clean(raw), $"{what}: {FileName.Clean(raw)}");
        Assert.Equal(clean, FileName.Clean(clean));
    }

    [Theory]
    [InlineData(300, ".jpg")]
    [InlineData(81, ".docx")]
    [InlineData(1_000_000, ".pdf")]
    public void A_long_name_keeps_its_beginning_and_its_ending(int length, string ending)
    {
        var clean = FileName.Clean(new string('长', length) + ending);

        Assert.Equal(FileName.MaxLength, clean.Length);
        Assert.StartsWith("长长", clean, StringComparison.Ordinal);
        Assert.EndsWith("…" + ending, clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_not_cut_inside_a_character()
    {
        var clean = FileName.Clean("a" + string.Concat(Enumerable.Repeat("👍", 100)));

        Assert.DoesNotContain(clean.Where((c, i) => char.IsHighSurrogate(c) && !char.IsLowSurrogate(clean[i + 1])), _ => true);
    }

    [Fact]
    public void No_name_comes_out_unsafe() =>
        Prop.ForAll<string>(raw =>
        {
            var clean = FileName.Clean(raw);
            return clean.Length is > 0 and <= FileName.MaxLength
                && clean == FileName.Clean(clean)
                && !clean.Any(c => char.IsControl(c) || "/\\<>:\"|?*".Contains(c, StringComparison.Ordinal))
                && !clean.StartsWith('.') && !clean.EndsWith('.');
        }).QuickCheckThrowOnFailure();
}
