namespace Bot.Domain.Gathering;

/// <summary>What came of opening a document.</summary>
public abstract record DocumentOutcome
{
    private DocumentOutcome() { }

    /// <summary>It was read.</summary>
    /// <param name="Blocks">Its paragraphs and tables in order; none: there is nothing to read in it.</param>
    public sealed record Opened(IReadOnlyList<DocumentBlock> Blocks) : DocumentOutcome;

    /// <summary>It was not read; sending the same file again does not help. The file itself stays with the submission.</summary>
    /// <param name="Code">For records and counts.</param>
    /// <param name="Sentence">For the chat: what is wrong and what to do.</param>
    public sealed record Refused(string Code, string Sentence) : DocumentOutcome;

    /// <summary>Too much in it to be a form or a report.</summary>
    public static Refused TooLong(string name) =>
        new("document-too-long", $"文件“{FileName.Clean(name)}”内容太多，没有逐格读；请只发填好的统计表，或把数字直接发在群里。");

    /// <summary>A PDF of pictures: a scan, or type that cannot be taken out.</summary>
    public static Refused Pictured(string name) =>
        new("document-pictured", $"文件“{FileName.Clean(name)}”是扫描件，读不出文字，已作为材料收下；里面有要记的数字，请直接发在群里。");

    /// <summary>Cannot be opened.</summary>
    public static Refused Damaged(string name) =>
        new("document-damaged", $"文件“{FileName.Clean(name)}”打不开，没有读出内容；请确认能正常打开后重发，或把数字直接发在群里。");
}
