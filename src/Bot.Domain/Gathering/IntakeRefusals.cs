using System.Globalization;
using static Bot.Domain.Gathering.IntakeOutcome;

namespace Bot.Domain.Gathering;

/// <summary>Every reason for which a file is not taken, with the sentence its sender gets. Names are cleaned here.</summary>
public static class IntakeRefusals
{
    private const string Supported = "支持JPG、PNG、WebP、HEIC图片，MP4、MOV视频，PDF、DOCX、XLSX、TXT、MD文档";

    /// <summary>No bytes at all.</summary>
    public static Refused Empty(string? name) =>
        new("empty", $"{Subject(name)}是空的，未收下；请重新选择文件再发");

    /// <summary>None of the kinds that are taken.</summary>
    public static Refused NotMedia(string? name) =>
        new("not-media", $"{Subject(name)}不是图片、视频或文档（{Supported}），未收下；请换成其中一种再发");

    /// <summary>Called a text and none: control characters in it, or an encoding other than UTF-8 and GB 18030.</summary>
    public static Refused NotText(string? name) =>
        new("not-text", $"{Subject(name)}里不全是文字，或用了认不出的编码，未收下；请用记事本打开，另存为UTF-8编码的TXT再发");

    /// <summary>A picture of a kind that is not taken: GIF, BMP, TIFF, AVIF.</summary>
    public static Refused OtherPicture(string? name, string kind) =>
        new("other-picture", $"{Subject(name)}是{kind}图片，收不了，未收下；请另存为JPG或截图再发");

    /// <summary>A video of a kind that is not taken: AVI, MKV, WebM, FLV, WMV.</summary>
    public static Refused OtherVideo(string? name) =>
        new("other-video", $"{Subject(name)}的视频格式收不了，未收下；请转成MP4再发");

    /// <summary>Sound without a picture.</summary>
    public static Refused Audio(string? name) =>
        new("audio", $"{Subject(name)}是录音，听不了，未收下；请打字");

    /// <summary>A page or drawing that can carry scripts: HTML, SVG, XML.</summary>
    public static Refused WebPage(string? name) =>
        new("web-page", $"{Subject(name)}是网页或矢量图，收不了，未收下；请截图后发图片");

    /// <summary>Something that runs.</summary>
    public static Refused Program(string? name) =>
        new("program", $"{Subject(name)}是程序，不收；请发图片、视频或文档（{Supported}）");

    /// <summary>A packed archive that is no Word or Excel file.</summary>
    public static Refused Archive(string? name) =>
        new("archive", $"{Subject(name)}是压缩包或其他打包文件，未收下；请解压后把里面的图片、文档分别发来");

    /// <summary>Word or Excel from before 2007, or WPS's own kind.</summary>
    public static Refused OldOffice(string? name) =>
        new("old-office", $"{Subject(name)}是旧版Office或WPS格式，收不了，未收下；请另存为DOCX、XLSX或PDF再发");

    /// <summary>A document that cannot be opened without a password.</summary>
    public static Refused Encrypted(string? name) =>
        new("encrypted", $"{Subject(name)}设了密码，打不开，未收下；请取消密码后再发");

    /// <summary>A document that brings macros.</summary>
    public static Refused Macros(string? name) =>
        new("macros", $"{Subject(name)}带有宏，为安全起见不收；请另存为不带宏的DOCX、XLSX或PDF再发");

    /// <summary>Cut off, or not made as its kind must be.</summary>
    public static Refused Damaged(string? name) =>
        new("damaged", $"{Subject(name)}不完整或已损坏，未收下；请确认能正常打开后重发");

    /// <summary>Two kinds of file in one.</summary>
    public static Refused TwoInOne(string? name) =>
        new("two-in-one", $"{Subject(name)}里夹带了另一个文件，为安全起见不收；请重新截图或另存后再发");

    /// <summary>A document that unpacks to far more than it should.</summary>
    public static Refused Bomb(string? name) =>
        new("bomb", $"{Subject(name)}解压后过大，为安全起见不收；请删减内容或另存为PDF再发");

    /// <summary>More bytes than allowed for what it is.</summary>
    public static Refused TooLarge(string? name, MediaClass what, long maxBytes)
    {
        var (word, way) = what switch
        {
            MediaClass.Photo => ("图片", "请压缩或截图后再发"),
            MediaClass.Video => ("视频", "请剪短或压缩后再发"),
            _ => ("文档", "请压缩其中的图片或拆开再发"),
        };
        return new Refused("too-large", $"{Subject(name)}太大，{word}不能超过{Megabytes(maxBytes)}，未收下；{way}");
    }

    /// <summary>More pixels than allowed.</summary>
    public static Refused TooManyPixels(string? name, long pixels, long maxPixels) =>
        new("too-many-pixels", $"{Subject(name)}有{Myriads(pixels)}像素，超过上限{Myriads(maxPixels)}，未收下；请缩小或截图后再发");

    private static string Subject(string? name) => name is null ? "刚发的文件" : $"文件“{FileName.Clean(name)}”";

    private static string Megabytes(long bytes) =>
        bytes >= 1024 * 1024 ? $"{bytes / (1024 * 1024)}MB" : bytes >= 1024 ? $"{bytes / 1024}KB" : $"{bytes}字节";

    private static string Myriads(long count) =>
        count >= 100_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{count / 100_000_000m:0.##}亿")
        : count >= 10_000 ? $"{count / 10_000}万"
        : count.ToString(CultureInfo.InvariantCulture);
}
