using Bot.Adapters.Documents;
using Bot.Domain.Campaigns;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using static Bot.Adapters.Tests.Plans.WordFile;

namespace Bot.Adapters.Tests.Documents;

/// <summary>The plan's own table is filled in place, or not at all.</summary>
public sealed class FormTemplateTests
{
    private const string Landscape = "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>";
    private const string Upright = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>";

    internal static readonly FormRow[] Rows =
    [
        Row("动员部署", "召开动员会（{a.meeting.count}）次，参会（{a.meeting.people}）人", "次", "人"),
        Row("应急演练", "开展疏散演练{b.drill.count}场，参加{b.drill.people}人次；", "场", "人次"),
        Row("安全宣讲", "主要负责人是否讲课{c.talk.done}，听课（{c.talk.people}）人次", "是否", "人次"),
    ];

    /// <summary>A plan of two tables: a liaison form, and on a page of its own the form to fill, its cells merged, in several fonts.</summary>
    internal static readonly string Plan =
        Line("青柳镇方案") + Line("一、6月27日前报送统计表。") + Line("附件1") + Line("联络员回执")
        + Table([2000, 2000], [Cell("姓名"), Cell("电话")], [Cell(""), Cell("")])
        + Raw("", Upright) + Line("附件2", "<w:pageBreakBefore/>") + Raw(Run("“安全生产月”活动情况统计表", "方正小标宋简体", "44"), "<w:jc w:val=\"center\"/>")
        + Line("填报单位：            填报时间：   月   日")
        + Table(
            [900, 1800, 6000],
            [Cell("项目", span: 2), Cell("完成情况")],
            [Cell("宣传", merge: "restart"), Cell("动员部署"), Of(Raw(Run("召开动员会（", "仿宋_GB2312", "24") + Run("  ", "楷体_GB2312", "28") + Run("）次，参会（  ）人", "仿宋_GB2312", "24")))],
            [Cell("", merge: ""), Cell("应急演练"), Of(Raw(Run("开展疏散演练____场，参加", "仿宋_GB2312", "24") + $"<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">     </w:t></w:r>" + Run("人次；", "仿宋_GB2312", "24")))],
            [Cell("宣讲"), Cell("安全宣讲"), Of(Raw(Run("主要负责人是否讲课□是 □否，听课（", "仿宋_GB2312", "24") + "<w:r><w:tab/></w:r>" + Run("）人次", "仿宋_GB2312", "24")))])
        + Line("注：1.本表由联络员填写。") + Line("2.数据为累计数。") + Raw("", Landscape) + Line("附件3") + Line("其他事项。") + Upright;

    private static readonly Dictionary<SlotId, string> Values = new()
    {
        [new SlotId("a.meeting.count")] = "12", [new SlotId("a.meeting.people")] = "1050", [new SlotId("b.drill.count")] = "3",
        [new SlotId("b.drill.people")] = "200余", [new SlotId("c.talk.done")] = "☑是□否", [new SlotId("c.talk.people")] = "85",
    };

    [Fact]
    public void The_form_alone_comes_out_with_its_blanks_filled()
    {
        var filled = Filled(Plans.WordFile.Of(Plan, header: "页眉"), new FormPlace.Table(2), Rows, Values);

        Assert.Equal(["附件2", "“安全生产月”活动情况统计表", "填报单位：            填报时间：   月   日", "注：1.本表由联络员填写。", "2.数据为累计数。"], OpenDocument.Paragraphs(filled));
        Assert.Equal(
            ["项目|完成情况", "宣传|动员部署|召开动员会（12）次，参会（1050）人", "|应急演练|开展疏散演练3场，参加200余人次；", "宣讲|安全宣讲|主要负责人是否讲课☑是 □否，听课（85）人次"],
            OpenDocument.Table(filled).Select(row => string.Join('|', row.Select(cell => string.Join('/', cell)))));
    }

    [Fact]
    public void Layout_page_and_fonts_stay()
    {
        using var document = Open(Filled(Plans.WordFile.Of(Plan), new FormPlace.Table(2), Rows, Values));
        var body = document.MainDocumentPart!.Document.Body!;

        Assert.Equal(["900", "1800", "6000"], body.Descendants<GridColumn>().Select(column => column.Width!.Value));
        Assert.Equal(2, Assert.Single(body.Descendants<GridSpan>()).Val!.Value);
        Assert.Equal(2, body.Descendants<VerticalMerge>().Count());
        Assert.Equal("landscape", Assert.Single(body.Descendants<SectionProperties>()).GetFirstChild<PageSize>()!.Orient!.InnerText);
        Assert.Equal(("楷体_GB2312", "28"), Look(body, "12"));
        Assert.Equal(("仿宋_GB2312", "24"), Look(body, "1050"));
        Assert.Equal("方正小标宋简体", Look(body, "“安全生产月”活动情况统计表").Font);
        Assert.Equal(["3", "200余"], body.Descendants<Run>().Where(run => run.RunProperties?.Underline is not null).Select(run => run.InnerText));
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes_and_the_result_is_valid()
    {
        var plan = Plans.WordFile.Of(Plan);
        var filled = Filled(plan, new FormPlace.Table(2), Rows, Values);

        Assert.Equal(filled, Filled(plan, new FormPlace.Table(2), Rows, Values));
        using var document = Open(filled);
        OpenDocument.IsValid(document);
    }

    [Fact]
    public void A_slot_without_a_figure_keeps_its_blank() =>
        Assert.Contains("开展疏散演练____场，参加     人次；", OpenDocument.Table(Filled(Plans.WordFile.Of(Plan), new FormPlace.Table(2), Rows, new Dictionary<SlotId, string>())).SelectMany(row => row).SelectMany(cell => cell));

    [Theory]
    [InlineData("否", "主要负责人是否讲课□是 ☑否，听课（  ）人次")]
    [InlineData("□是□否（3家是，2家否）", "主要负责人是否讲课□是 □否（3家是，2家否），听课（  ）人次")]
    [InlineData("☑是□否（5家）", "主要负责人是否讲课☑是 □否（5家），听课（  ）人次")]
    public void Boxes_are_ticked_by_what_is_said(string said, string line)
    {
        var plan = Line("主要负责人是否讲课□是 □否，听课（  ）人次");

        Assert.Equal([line], OpenDocument.Paragraphs(Filled(Plans.WordFile.Of(plan), new FormPlace.Blocks(0, 0), [Rows[2]], new Dictionary<SlotId, string> { [new SlotId("c.talk.done")] = said })));
    }

    [Fact]
    public void Empty_cells_in_a_column_for_quantities_are_filled_in_the_look_of_the_cell()
    {
        const string mark = "<w:jc w:val=\"center\"/><w:rPr><w:rFonts w:eastAsia=\"黑体\"/><w:sz w:val=\"30\"/></w:rPr>";
        var plan = Line("统计表") + Table(
            [1000, 1000, 1000, 1000, 1000],
            [Cell("类别"), Cell("内容"), Cell("单位"), Cell("数量"), Cell("备注")],
            [Cell("宣传"), Cell("讲话"), Cell("次"), Of(Raw("", mark)), Cell("")],
            [Cell("演练"), Cell("参演"), Cell("人"), Of(Raw("", mark)), Cell("附照片")]);
        FormRow[] rows = [Row("讲话", "讲话{a.talk.count}次", "次"), Row("参演", "参演{b.drill.people}人", "人")];

        var filled = Filled(Plans.WordFile.Of(plan), new FormPlace.Table(1), rows, new Dictionary<SlotId, string> { [new SlotId("a.talk.count")] = "3", [new SlotId("b.drill.people")] = "80" });

        Assert.Equal(["类别|内容|单位|数量|备注", "宣传|讲话|次|3|", "演练|参演|人|80|附照片"], OpenDocument.Table(filled).Select(row => string.Join('|', row.Select(cell => cell.Single()))));
        using var document = Open(filled);
        Assert.Equal(("黑体", "30"), Look(document.MainDocumentPart!.Document.Body!, "80"));
    }

    [Fact]
    public void A_form_without_a_table_is_filled_where_its_lines_stand()
    {
        var plan = Line("方案正文。") + Line("附件") + Line("单位：____________（公章）　　日期：____年__月__日") + Line("一、集中宣传") + Line("举办活动____场，受众____人次。") + Line("尾注。");
        FormRow[] rows = [Row("集中宣传", "举办活动{a.show.count}场，受众{a.show.people}人次。", "场", "人次")];

        Assert.Equal(
            ["附件", "单位：____________（公章）　　日期：____年__月__日", "一、集中宣传", "举办活动2场，受众300人次。"],
            OpenDocument.Paragraphs(Filled(Plans.WordFile.Of(plan), new FormPlace.Blocks(1, 4), rows, new Dictionary<SlotId, string> { [new SlotId("a.show.count")] = "2", [new SlotId("a.show.people")] = "300" })));
    }

    [Theory]
    [InlineData("a blank more than slots", "演练（  ）场，参与（  ）场", "演练（{a.x.a}）场", "场")]
    [InlineData("a blank less than slots", "演练（  ）场，参与人次", "演练（{a.x.a}）场，参与（{a.x.b}）人次", "场", "人次")]
    [InlineData("another measure", "演练（  ）次", "演练（{a.x.a}）场", "场")]
    [InlineData("a longer measure", "演练（  ）人次", "演练（{a.x.a}）人", "人")]
    [InlineData("boxes where a figure is asked", "演练□是□否", "演练（{a.x.a}）场", "场")]
    [InlineData("no slots", "演练（  ）场", "演练")]
    public void Where_blanks_and_slots_do_not_fit_nothing_is_filled(string what, string printed, string line, params string[] measures) =>
        Assert.True(FormTemplate.Fill(Plans.WordFile.Of(Line(printed)), new FormPlace.Blocks(0, 0), [Row("演练", line, measures)], Values) is TemplateOutcome.Unfit, what);

    [Fact]
    public void A_place_that_is_not_there_is_unfit()
    {
        foreach (var place in (FormPlace[])[new FormPlace.Table(0), new FormPlace.Table(3), new FormPlace.Blocks(0, 700), new FormPlace.Blocks(-1, 2), new FormPlace.Blocks(3, 2)])
            Assert.IsType<TemplateOutcome.Unfit>(FormTemplate.Fill(Plans.WordFile.Of(Plan), place, Rows, Values));
    }

    [Theory]
    [InlineData("填报单位：            填报时间：   月   日", "填报单位：白塔社区    填报时间：2024年6月25日")]
    [InlineData("填报单位（盖章）：        填表人：      联系电话：", "填报单位（盖章）：白塔社区  填表人：张敏  联系电话：024-0000000")]
    [InlineData("单位：____________（公章）　　填表人：________　　日期：____年__月__日", "单位：白塔社区（公章）　　填表人：张敏　　日期：2024年6月25日")]
    [InlineData("填报单位：镇应急办    电话：", "填报单位：镇应急办    电话：024-0000000")]
    [InlineData("科室：             填表人：            填表日期：", "科室：             填表人：张敏        填表日期：2024年6月25日")]
    [InlineData("演练时间：   年  月  日", "演练时间：   年  月  日")]
    [InlineData("报应急办的单位：", "报应急办的单位：")]
    [InlineData("联系人：李四", "联系人：李四")]
    public void Who_hands_in_is_written_behind_the_labels(string printed, string written)
    {
        var head = new FormHead { Unit = "白塔社区", Contact = "张敏", Phone = "024-0000000", FilledOn = new DateOnly(2024, 6, 25) };

        var filled = FormTemplate.Fill(Plans.WordFile.Of(Line(printed) + Line("演练（  ）场")), new FormPlace.Blocks(0, 1), [Row("演练", "演练（{a.x.a}）场", "场")], Values, head);

        Assert.Equal([written, "演练（  ）场"], OpenDocument.Paragraphs(Assert.IsType<TemplateOutcome.Filled>(filled).Docx));
    }

    [Fact]
    public void Files_that_are_no_document_are_unfit()
    {
        var plan = Plans.WordFile.Of(Plan);
        foreach (var broken in (byte[][])[[], "安全"u8.ToArray(), plan[..^60], [.. plan.Take(200), .. plan.Skip(230)]])
            Assert.IsType<TemplateOutcome.Unfit>(FormTemplate.Fill(broken, new FormPlace.Table(2), Rows, Values));
    }

    [Fact]
    public void Who_wrote_the_plan_and_what_was_changed_in_it_stays_behind()
    {
        using var stream = new MemoryStream();
        stream.Write(Plans.WordFile.Of(Line("演练（  ）场", "<w:pPrChange w:id=\"1\" w:author=\"李四\"><w:pPr/></w:pPrChange>") + Raw("<w:ins w:id=\"2\" w:author=\"李四\"><w:r><w:t>注：累计</w:t></w:r></w:ins><w:del w:id=\"3\" w:author=\"李四\"><w:r><w:delText>数</w:delText></w:r></w:del>")));
        using (var document = WordprocessingDocument.Open(stream, true))
            document.PackageProperties.Creator = "李四";

        var filled = Filled(stream.ToArray(), new FormPlace.Blocks(0, 1), [Row("演练", "演练（{a.x.a}）场", "场")], new Dictionary<SlotId, string>());

        using var opened = Open(filled);
        Assert.DoesNotContain("李四", opened.MainDocumentPart!.Document.OuterXml, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(opened.PackageProperties.Creator));
        Assert.Equal(["演练（  ）场", "注：累计"], OpenDocument.Paragraphs(filled));
    }

    private static byte[] Filled(byte[] plan, FormPlace place, IReadOnlyList<FormRow> rows, IReadOnlyDictionary<SlotId, string> values) =>
        FormTemplate.Fill(plan, place, rows, values) is TemplateOutcome.Filled filled ? filled.Docx : throw new InvalidOperationException(FormTemplate.Fill(plan, place, rows, values).ToString());

    private static WordprocessingDocument Open(byte[] docx) => WordprocessingDocument.Open(new MemoryStream(docx), false);

    private static (string? Font, string? Size) Look(Body body, string words)
    {
        var look = body.Descendants<Run>().Single(run => run.InnerText == words).RunProperties;
        return (look?.RunFonts?.EastAsia?.Value, look?.FontSize?.Val?.Value);
    }

    private static FormRow Row(string name, string line, params string[] measures) => new()
    {
        Name = name, Lines = [line],
        Slots = [.. FormPiece.Of(line).Where(piece => piece.Slot is not null).Zip(measures, (piece, measure) => new Slot
        {
            Id = piece.Slot!.Value, Phrase = name, Measure = measure, Aggregate = measure == Slot.YesNo ? Aggregate.Any : Aggregate.Sum,
        })],
    };

    private static string Table(int[] widths, params string[][] rows) =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr><w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>"
        + string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row)}</w:tr>")) + "</w:tbl>";

    private static string Cell(string text, int span = 1, string? merge = null) => Of(Line(text),
        (span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "") + (merge is null ? "" : merge.Length == 0 ? "<w:vMerge/>" : $"<w:vMerge w:val=\"{merge}\"/>"));

    private static string Of(string paragraphs, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>";

    private static string Run(string text, string font, string size) =>
        $"<w:r><w:rPr><w:rFonts w:eastAsia=\"{font}\"/><w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
}
