using System.Text;
using Bot.Adapters.Tests.Photos;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Plans;

/// <summary>Plans as plain text and Markdown, and files that are no plan.</summary>
public sealed class TextPlanTests
{
    private const string Plan = "青柳镇方案\r\n\r\n一、6月25日前报送总结。\n姓名\t职务\t手机号\n  ①演练（  ）场\n";
    private static readonly string[] Lines = ["青柳镇方案", "", "一、6月25日前报送总结。", "姓名\t职务\t手机号", "  ①演练（  ）场"];

    public static TheoryData<string, Encoding> Encodings => new(
        ("UTF-8", new UTF8Encoding(false)), ("UTF-8 with its mark", new UTF8Encoding(true)), ("UTF-16", new UnicodeEncoding(false, true)),
        ("UTF-16, high byte first", new UnicodeEncoding(true, true)), ("GB 18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!), ("GBK", CodePagesEncodingProvider.Instance.GetEncoding(936)!));

    [Theory, MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public async Task Lines_and_tabs_of_a_text_stay_as_they_are(string what, Encoding encoding) =>
        Assert.True(Lines.SequenceEqual(await Read.LinesAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Plan)], "方案.txt")), what);

    [Fact]
    public async Task Markdown_loses_its_marks_and_keeps_its_tables()
    {
        const string text = """
            ---
            title: x
            ---
            # 青柳镇**方案**

            ## 一、主题：*人人讲安全*
            > - 6月25日前[报送](http://example.com)总结<!-- 内部 -->
            * [x] 联系人：____，电话\_\_
            ***
            1. 附件![](a.png)：`统计表`

            | 项目 | 完成情况 |
            |:-----|---------:|
            | 演练\|拉练 | 演练（  ）场<br>参与（  ）人次 |
            | **讲座** | |
            正文
            姓名	职务
            """;

        Assert.Equal(
            ["青柳镇方案", "", "一、主题：人人讲安全", "6月25日前报送总结", "联系人：____，电话__", "1. 附件：统计表", "", "项目|完成情况", "演练|拉练|演练（  ）场/参与（  ）人次", "讲座|", "正文", "姓名\t职务"],
            await Read.LinesAsync(Encoding.UTF8.GetBytes(text), "方案.md"));
        Assert.Equal(
            "表1第2行第2格",
            Assert.Single((await Read.BlocksAsync(Encoding.UTF8.GetBytes(text), "方案.md")).OfType<DocumentBlock.Table>()).Rows[1][1].Place);
    }

    [Theory]
    [InlineData("a pipe without a ruler is text", "是|否", "是|否")]
    [InlineData("dashes below a line are no table", "总结\n---\n报告", "总结;报告")]
    [InlineData("marks in a fence stay", "```\n# 总结\n```", "# 总结")]
    [InlineData("a lone star stays", "3 * 4", "3 * 4")]
    [InlineData("blanks are no rule", "____", "____")]
    public async Task Only_marks_are_taken_away(string what, string text, string lines) =>
        Assert.True(lines == string.Join(';', await Read.LinesAsync(Encoding.UTF8.GetBytes(text), "方案.MD")), what);

    public static TheoryData<string, string, byte[], string> Refused => new(
        ("nothing", "方案.docx", [], "plan-empty"),
        ("only white space", "方案.txt", " \r\n\t\n"u8.ToArray(), "plan-empty"),
        ("a Word file without words", "方案.docx", WordFile.Of(WordFile.Line("")), "plan-empty"),
        ("eleven megabytes", "方案.txt", new byte[11 << 20], "plan-too-large"),
        ("a book", "方案.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("安全\n", 20_001))), "plan-too-long"),
        ("a Word book", "方案.docx", WordFile.Of(string.Concat(Enumerable.Repeat(WordFile.Line("安全"), 4001))), "plan-too-long"),
        ("a Word file cut off", "方案.docx", WordFile.Of(WordFile.Line("安全"))[..^40], "plan-damaged"),
        ("a Word file without a body", "方案.docx", Zips.Word(), "plan-empty"),
        ("a text named .docx", "方案.docx", "安全"u8.ToArray(), "plan-damaged"),
        ("a text named .pdf", "方案.pdf", "安全"u8.ToArray(), "plan-damaged"),
        ("a Word file of 2003", "方案.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "plan-old-office"),
        ("one of WPS under a text's name", "方案.wps", "安全"u8.ToArray(), "plan-old-office"),
        ("a password", "方案.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "plan-encrypted"),
        ("macros", "方案.docm", Zips.Word(("word/vbaProject.bin", [1])), "plan-macros"),
        ("a zip bomb", "方案.docx", Zips.Word(("word/media/a.bin", new byte[60 << 20])), "plan-bomb"),
        ("an archive", "方案.docx", Zips.Of(("方案.txt", "安全"u8.ToArray())), "plan-other-kind"),
        ("a workbook", "方案.xlsx", Zips.Xlsx(), "plan-other-kind"),
        ("rich text", "方案.rtf", @"{\rtf1 plan}"u8.ToArray(), "plan-other-kind"),
        ("a page of the web named .txt", "方案.txt", "\n<!DOCTYPE html><html></html>"u8.ToArray(), "plan-other-kind"),
        ("a picture named .txt", "方案.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0xFF, 0xFF], "plan-other-kind"));

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_plan_is_refused_with_one_sentence_that_says_what_to_do(string what, string name, byte[] content, string code)
    {
        var refusal = await Read.RefusalAsync(content, name);

        Assert.True(code == refusal.Code, $"{what}: {refusal.Code}");
        Assert.Contains("请", refusal.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, refusal.Sentence.Count(c => c == '。'));
    }

    [Fact]
    public async Task Broken_bytes_anywhere_in_a_word_file_throw_nothing()
    {
        var good = WordFile.Of(WordFile.Item(1, 0, "总结") + WordFile.Raw(WordFile.Box(WordFile.Line("红头"))), WordFile.Definition(0, ("decimal", "%1.", "")) + WordFile.List(1, 0));
        for (var at = 0; at < good.Length; at += 7)
        {
            var broken = (byte[])good.Clone();
            broken[at] ^= 0x55;
            Assert.NotNull(await Bot.Adapters.Plans.PlanFile.ReadAsync(broken, "方案.docx", TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%9%0%\"/>")]
    [InlineData("<w:numFmt w:val=\"nonsense\"/><w:lvlText/>")]
    [InlineData("<w:start w:val=\"2147483647\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1\"/>")]
    [InlineData("<w:start w:val=\"many\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/>")]
    public async Task Numbering_that_makes_no_sense_throws_nothing(string level) => Assert.NotNull(await Bot.Adapters.Plans.PlanFile.ReadAsync(
        WordFile.Of(WordFile.Item(1, 0, "甲") + WordFile.Item(1, 40, "乙") + WordFile.Item(1, 0, "丙"), $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">{level}</w:lvl></w:abstractNum>" + WordFile.List(1, 0)),
        "方案.docx",
        TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("<w:ins w:id=\"1\" w:author=\"a\">", "</w:ins>")]
    [InlineData("<w:smartTag>", "</w:smartTag>")]
    public async Task Nesting_without_end_is_survived(string open, string close)
    {
        const int deep = 100_000;
        var body = "<w:p>" + string.Concat(Enumerable.Repeat(open, deep)) + "<w:r><w:t>安全</w:t></w:r>" + string.Concat(Enumerable.Repeat(close, deep)) + "</w:p>" + WordFile.Line("总结");

        Assert.NotNull(await Bot.Adapters.Plans.PlanFile.ReadAsync(Parts(body), "方案.docx", TestContext.Current.CancellationToken));
    }

    // Written as bytes: the package library would have to build the tree first.
    private static byte[] Parts(string body) => Zips.Of(
        ("[Content_Types].xml", Encoding.UTF8.GetBytes("""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")),
        ("_rels/.rels", Encoding.UTF8.GetBytes("""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""")),
        ("word/document.xml", Encoding.UTF8.GetBytes($"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""")));
}
