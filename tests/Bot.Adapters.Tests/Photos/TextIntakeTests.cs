using System.Text;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Photos;

/// <summary>Texts begin like nothing: they are taken by their name and because every byte of them is one.</summary>
public sealed class TextIntakeTests : IDisposable
{
    private const string Words = "关于开展安全生产月活动的通知\r\n一、时间：6月1日至30日\t全月\n";

    private readonly IntakeOfTest intake = new();

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, string, byte[]> Texts => new()
    {
        { "UTF-8", "方案.txt", Encoding.UTF8.GetBytes(Words) },
        { "UTF-8 with its mark", "方案.TXT", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Words)] },
        { "a Chinese Windows' own", "方案.txt", Gb18030.GetBytes(Words) },
        { "four bytes a character", "方案.txt", Gb18030.GetBytes("㐂𠀀" + Words) },
        { "Markdown", "方案.md", Encoding.UTF8.GetBytes("# 方案\n\n| 项目 | 场次 |\n|---|---|\n") },
        { "Markdown by its long name", "方案.markdown", Encoding.UTF8.GetBytes("# 方案") },
        { "longer than one look", "方案.txt", Encoding.UTF8.GetBytes("安全" + string.Concat(Enumerable.Repeat("生产月", 50_000))) },
        { "longer than one look, in four bytes a character", "方案.txt", Gb18030.GetBytes("a" + string.Concat(Enumerable.Repeat("㐂", 50_000))) },
        { "with marks of a page, which are never run", "方案.md", [.. "# 方案\n<script>alert(1)</script><br>"u8] },
        { "an old program's end", "方案.txt", [.. Encoding.UTF8.GetBytes(Words), 0x1A] },
    };

    public static TheoryData<string, string, string, byte[]> Others => new()
    {
        { "called a photo", "not-media", "现场.jpg", Encoding.UTF8.GetBytes(Words) },
        { "called a page", "not-media", "方案.html", Encoding.UTF8.GetBytes(Words) },
        { "called nothing", "not-media", "方案", Encoding.UTF8.GetBytes(Words) },
        { "zeros", "not-text", "方案.txt", new byte[5000] },
        { "a control character", "not-text", "方案.txt", Encoding.UTF8.GetBytes("安全\u001B[2J生产月") },
        { "a control character far behind", "not-text", "方案.txt", Encoding.UTF8.GetBytes(new string('a', 200_000) + "\b") },
        { "a newer control character", "not-text", "方案.md", Encoding.UTF8.GetBytes("安全\u0085生产月") },
        { "bytes of no encoding", "not-text", "方案.txt", [.. Encoding.UTF8.GetBytes(Words), 0xFF, 0xFF] },
        { "cut off within a character", "not-text", "方案.txt", Encoding.UTF8.GetBytes("安全")[..5] },
        { "UTF-16", "not-text", "方案.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Words)] },
        { "a page", "web-page", "方案.txt", [.. "\n<html><script>alert(1)</script>"u8] },
        { "a script", "program", "方案.txt", [.. "#!/bin/sh\n"u8] },
        { "an archive behind", "not-text", "方案.txt", [.. "安全"u8, .. Zips.Docx()] },
    };

    public void Dispose() => intake.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_taken_as_it_is(string what, string name, byte[] file)
    {
        var (taken, stored) = await intake.TakeWell(file, name);

        Assert.Equal((what, MediaKind.Text), (what, taken.Kind));
        Assert.Equal(file, stored);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task What_is_no_text_or_not_called_one_is_refused(string what, string code, string name, byte[] file)
    {
        var refused = await intake.TakeNot(file, code, name);

        Assert.True(refused.Sentence.Length > 10, what);
    }
}
