using Bot.Domain.Gathering;
using static Bot.Domain.Gathering.DocumentOutcome;

namespace Bot.Adapters.Plans;

/// <summary>Every reason for which a plan's file is not read, with the sentence that says what to do.</summary>
internal static class PlanRefusals
{
    private const string Kinds = ".docx、.pdf、.txt或.md";

    /// <summary>Nothing in it.</summary>
    public static Refused Empty(string name) =>
        new("plan-empty", $"{Subject(name)}里没有内容；请确认选对了文件，再试一次。");

    /// <summary>More bytes than any plan has.</summary>
    public static Refused TooLarge(string name) =>
        new("plan-too-large", $"{Subject(name)}超过{PlanFile.MostBytes >> 20}MB；请删去其中的图片，或把正文和附表另存为.docx或.txt再试。");

    /// <summary>More text than any plan has.</summary>
    public static Refused TooLong(string name) =>
        new("plan-too-long", $"{Subject(name)}内容太多，不像一份方案；请只留下方案或通知的正文和附件再试。");

    /// <summary>Cut off, or not made as its kind must be.</summary>
    public static Refused Damaged(string name) =>
        new("plan-damaged", $"{Subject(name)}不完整或已损坏，打不开；请用Word或WPS打开确认后另存为.docx再试。");

    /// <summary>Needs a password.</summary>
    public static Refused Encrypted(string name) =>
        new("plan-encrypted", $"{Subject(name)}设了密码，打不开；请取消密码后再试。");

    /// <summary>Word from before 2007, or WPS's own kind.</summary>
    public static Refused OldOffice(string name) =>
        new("plan-old-office", $"{Subject(name)}是旧版Word（.doc）或WPS格式，读不了；请用Word或WPS另存为.docx再试。");

    /// <summary>Brings macros.</summary>
    public static Refused Macros(string name) =>
        new("plan-macros", $"{Subject(name)}带有宏，为安全起见不读；请另存为不带宏的.docx再试。");

    /// <summary>Unpacks to far more than it is.</summary>
    public static Refused Bomb(string name) =>
        new("plan-bomb", $"{Subject(name)}解压后过大，为安全起见不读；请把正文复制到新建的.docx里再试。");

    /// <summary>Some other kind of file.</summary>
    public static Refused OtherKind(string name) =>
        new("plan-other-kind", $"{Subject(name)}不是能读的格式；请另存为{Kinds}再试。");

    /// <summary>The program that reads PDF is not on this machine.</summary>
    public static Refused NoPdfProgram(string name) =>
        new("plan-pdf-program", $"{Subject(name)}是PDF，而本机没有读PDF的程序pdftotext；请安装poppler-utils（Debian、Ubuntu：apt-get install poppler-utils），或改用.docx、.txt。");

    /// <summary>A PDF without text.</summary>
    public static Refused Scanned(string name) =>
        new("plan-scanned", $"{Subject(name)}是扫描件，里面只有图片没有文字；请换成文字版的.docx或PDF，或把内容录入.txt再试。");

    /// <summary>A PDF whose fonts do not say which characters they show.</summary>
    public static Refused Garbled(string name) =>
        new("plan-garbled", $"{Subject(name)}的文字取出来是乱码；请换成.docx，或把内容复制到.txt再试。");

    /// <summary>A PDF that forbids taking its text.</summary>
    public static Refused Locked(string name) =>
        new("plan-locked", $"{Subject(name)}不许复制文字；请换成.docx或未加保护的PDF再试。");

    /// <summary>A PDF that takes longer than any plan does.</summary>
    public static Refused TooSlow(string name) =>
        new("plan-too-slow", $"{Subject(name)}太复杂，没有在规定时间内读完；请换成.docx，或把内容复制到.txt再试。");

    private static string Subject(string name) => $"文件“{FileName.Clean(name)}”";
}
