using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Host.Tests.Console;

/// <summary>A plan nobody issued, with hand-ins of several rhythms and a table.</summary>
internal static class MadePlan
{
    public const string Title = "柳河街道2024年“安全生产月”活动方案";

    public const string Text = """
        柳河街道2024年“安全生产月”活动方案

        为扎实开展第23个全国“安全生产月”活动，结合街道实际，制定本方案。

        一、活动主题
        人人讲安全、个个会应急——畅通生命通道

        二、活动时间
        2024年6月1日至6月30日

        三、主要活动
        （一）开展安全宣传咨询日活动。6月16日，在文化广场设立咨询台，现场解答群众提问。
        （二）开展应急演练活动。各社区、村组织疏散演练。

        四、有关要求
        （一）各社区、村每周四前将活动图片和文字报送至联络群。
        （二）各社区、村于6月25日前将活动总结和统计表报送至街道应急办。

        附件：1．“安全生产月”活动进展情况统计表

        附件1
        “安全生产月”活动进展情况统计表
        序号	活动项目	活动进展情况
        1	宣传咨询	开展宣传咨询活动（  ）场，参与（  ）人次，发放宣传资料（  ）份
        2	应急演练	开展应急演练（  ）场，参与（  ）人次
        """;

    /// <summary>A plan's text as a Word document: a line is a paragraph, lines with tabs make a table.</summary>
    public static byte[] Word(string text = Text)
    {
        var body = new Body();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.Contains('\t', StringComparison.Ordinal))
            {
                body.Append(new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(line) { Space = SpaceProcessingModeValues.Preserve })));
                continue;
            }

            if (body.LastChild is not Table table) body.Append(table = new Table());
            table.Append(new TableRow(line.Split('\t').Select(cell => new TableCell(new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(cell) { Space = SpaceProcessingModeValues.Preserve }))))));
        }

        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(body);
        return stream.ToArray();
    }
}
