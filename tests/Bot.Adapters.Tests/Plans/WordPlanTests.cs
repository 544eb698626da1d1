using Bot.Adapters.Documents;
using Bot.Domain.Gathering;
using Xunit;
using static Bot.Adapters.Tests.Plans.WordFile;

namespace Bot.Adapters.Tests.Plans;

/// <summary>A plan in Word says what its reader sees, automatic numbers included.</summary>
public sealed class WordPlanTests
{
    private static readonly string Official = Definition(0, ("chineseCounting", "%1、", ""), ("chineseCounting", "（%2）", ""), ("decimal", "%3.", ""), ("decimal", "（%4）", ""));

    [Fact]
    public async Task Automatic_numbers_stand_in_front_of_their_paragraphs()
    {
        var body = Item(1, 0, "总体要求") + Item(1, 0, "重点活动") + Item(1, 1, "动员会") + Item(1, 1, "咨询日") + Item(1, 2, "5月31日前") + Item(1, 2, "6月16日") + Item(1, 3, "设点")
            + Line("各村设点。") + Item(1, 0, "工作要求") + Item(1, 1, "落实专人");

        Assert.Equal(
            ["一、总体要求", "二、重点活动", "（一）动员会", "（二）咨询日", "1. 5月31日前", "2. 6月16日", "（1）设点", "各村设点。", "三、工作要求", "（一）落实专人"],
            await Read.LinesAsync(Of(body, Official + List(1, 0))));
    }

    [Fact]
    public async Task Styles_number_their_paragraphs_at_the_level_that_names_them()
    {
        const string styles = """
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="22"><w:name w:val="own"/><w:basedOn w:val="2"/></w:style>
            """;
        var numbering = Definition(7, ("chineseCountingThousand", "第%1章", "<w:pStyle w:val=\"1\"/>"), ("chineseCountingThousand", "第%2条", "<w:lvlRestart w:val=\"0\"/>")) + List(1, 7);
        var body = Line("总则", Style("1")) + Line("目的", Style("2")) + Line("依据", Style("22")) + Line("活动", Style("1")) + Line("咨询日", Style("2")) + Line("正文")
            + Line("不编号", Style("1") + "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>");

        Assert.Equal(["第一章 总则", "第一条 目的", "第二条 依据", "第二章 活动", "第三条 咨询日", "正文", "不编号"], await Read.LinesAsync(Of(body, numbering, styles)));
    }

    [Fact]
    public async Task Lists_of_one_definition_count_on_unless_they_start_anew()
    {
        var numbering = Definition(0, ("decimal", "%1）", "")) + List(1, 0) + List(2, 0) + List(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
            + List(4, 0, $"<w:lvlOverride w:ilvl=\"0\">{Level(0, "upperLetter", "%1.", 3)}</w:lvlOverride>");
        var body = Item(1, 0, "甲") + Item(1, 0, "乙") + Item(2, 0, "丙") + Item(3, 0, "丁") + Item(3, 0, "戊") + Item(4, 0, "己");

        Assert.Equal(["1）甲", "2）乙", "3）丙", "1）丁", "2）戊", "C. 己"], await Read.LinesAsync(Of(body, numbering)));
    }

    [Fact]
    public async Task Levels_quote_the_numbers_above_them_and_legal_ones_do_so_in_digits()
    {
        var numbering = $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "chineseCounting", "%1、", 3)}{Level(1, "decimal", "%1.%2")}{Level(2, "decimal", "%1.%2.%3", 1, "<w:isLgl/>")}</w:abstractNum>" + List(1, 0);

        Assert.Equal(
            ["三、甲", "三.1 乙", "3.1.1 丙", "3.1.2 丁", "三.2 戊", "3.2.1 己", "四、庚"],
            await Read.LinesAsync(Of(Item(1, 0, "甲") + Item(1, 1, "乙") + Item(1, 2, "丙") + Item(1, 2, "丁") + Item(1, 1, "戊") + Item(1, 2, "己") + Item(1, 0, "庚"), numbering)));
    }

    [Fact]
    public async Task Bullets_and_lists_that_are_not_there_add_nothing()
    {
        var numbering = Definition(0, ("bullet", "\uF06C", ""), ("none", "附件：", "")) + List(1, 0) + List(5, 99);

        Assert.Equal(["照片", "附件：统计表", "视频", "文字"], await Read.LinesAsync(Of(Item(1, 0, "照片") + Item(1, 1, "统计表") + Item(9, 0, "视频") + Item(5, 0, "文字"), numbering)));
    }

    [Fact]
    public async Task Numbers_in_a_table_are_read_with_its_cells()
    {
        static string Row(string text) => $"<w:tr><w:tc>{Item(1, 0, "")}</w:tc><w:tc>{Line(text)}</w:tc></w:tr>";
        var body = $"<w:tbl>{Row("动员")}{Row("演练")}</w:tbl>";

        Assert.Equal(["1|动员", "2|演练"], await Read.LinesAsync(Of(body, Definition(0, ("decimal", "%1", "<w:suff w:val=\"nothing\"/>")) + List(1, 0))));
    }

    [Fact]
    public void In_a_report_an_automatic_number_is_no_figure() =>
        Assert.Equal([new DocumentBlock.Paragraph("演练3场")], DocxContent.Read(new MemoryStream(Of(Item(1, 0, "演练3场"), Official + List(1, 0)))));

    [Fact]
    public async Task A_letterhead_in_a_text_box_is_read_once_and_before_its_paragraph() => Assert.Equal(
        ["青柳镇安全生产委员会文件", "青安委〔2024〕9号", "关于印发方案的通知"],
        await Read.LinesAsync(Of(Raw(Box(Line("青柳镇安全生产委员会文件") + Line("青安委〔2024〕9号")) + "<w:r><w:t>关于印发方案的通知</w:t></w:r>"))));

    [Fact]
    public void A_report_s_text_box_is_read_once_too() => Assert.Equal(
        [new DocumentBlock.Paragraph("演练3场"), new DocumentBlock.Paragraph("参与20人")],
        DocxContent.Read(new MemoryStream(Of(Raw(Box(Line("演练3场")) + "<w:r><w:t>参与20人</w:t></w:r>")))));

    [Fact]
    public async Task A_soft_line_break_begins_a_line() =>
        Assert.Equal(["关于印发", "方案的通知"], await Read.LinesAsync(Of(Raw("<w:r><w:t>关于印发</w:t><w:br/><w:t>方案的通知</w:t></w:r>"))));

    [Theory]
    [InlineData("text a revision took out", "<w:r><w:t>6月</w:t></w:r><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>25</w:t></w:r></w:ins><w:r><w:t>日前</w:t></w:r>")]
    [InlineData("text a revision moved away", "<w:r><w:t>6月25日前</w:t></w:r><w:moveFrom w:id=\"1\" w:author=\"a\"><w:r><w:t>报送</w:t></w:r></w:moveFrom>")]
    [InlineData("hidden text", "<w:r><w:t>6月25日前</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>（内部）</w:t></w:r>")]
    [InlineData("text said not to be hidden", "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>6月25日前</w:t></w:r>")]
    [InlineData("a footnote's mark", "<w:r><w:t>6月25日前</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>")]
    [InlineData("a field's code", "<w:r><w:t>6月</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>25日前</w:t></w:r>")]
    [InlineData("raised text", "<w:r><w:t>6月25日</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>前</w:t></w:r>")]
    [InlineData("pronunciation above the words", "<w:r><w:ruby><w:rt><w:r><w:t>liù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>6月25日前</w:t></w:r></w:rubyBase></w:ruby></w:r>")]
    [InlineData("a character with a stand-in for old programs", "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>6月25日前</w:t></mc:Choice><mc:Fallback><w:t>6月25日前</w:t></mc:Fallback></mc:AlternateContent></w:r>")]
    public async Task Only_what_a_reader_sees_is_read(string what, string runs) =>
        Assert.True((string[])["6月25日前"] is var expected && expected.SequenceEqual(await Read.LinesAsync(Of(Raw(runs), header: "页眉"))), what);

    [Fact]
    public async Task A_paragraph_whose_end_was_taken_out_goes_on_in_the_next_and_counts_once() => Assert.Equal(
        ["一、报送总结", "二、报送统计表"],
        await Read.LinesAsync(Of(
            Line("报送", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr>") + Item(1, 0, "总结") + Item(1, 0, "报送统计表"),
            Official + List(1, 0))));

    [Fact]
    public async Task Rows_a_revision_took_out_are_gone() => Assert.Equal(
        ["演练|（  ）场"],
        await Read.LinesAsync(Of($"<w:tbl><w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr><w:tc>{Line("讲座")}</w:tc><w:tc>{Line("（  ）场")}</w:tc></w:tr><w:tr><w:tc>{Line("演练")}</w:tc><w:tc>{Line("（  ）场")}</w:tc></w:tr></w:tbl>")));

    [Fact]
    public async Task Merged_cells_are_known()
    {
        var body = $"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{Line("项目")}</w:tc></w:tr><w:tr><w:tc>{Line("演练")}</w:tc><w:tc>{Line("（  ）场")}</w:tc></w:tr></w:tbl>";

        var table = Assert.IsType<DocumentBlock.Table>(Assert.Single(await Read.BlocksAsync(Of(body))));
        Assert.Equal([false, true, false, false], table.Rows.SelectMany(row => row).Select(cell => cell.Merged));
    }

    private static string Style(string id) => $"<w:pStyle w:val=\"{id}\"/>";
}
