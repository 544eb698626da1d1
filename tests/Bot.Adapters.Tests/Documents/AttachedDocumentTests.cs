using Bot.Adapters.Documents;
using Bot.Adapters.Tests.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Reading;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using static Bot.Adapters.Tests.Documents.MadeDocuments;

namespace Bot.Adapters.Tests.Documents;

/// <summary>Forms sent as Word and Excel files are read cell by cell.</summary>
public sealed class AttachedDocumentTests
{
    private const string Name = "统计表";

    public static TheoryData<string, int> Forms => new(
        ("baita-2024", 0), ("baita-2024", 1), ("changzhou-2022", 0), ("dongming-2023", 0), ("heilongjiang-2020", 0), ("industrial-2021", 0));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Our_own_word_form_comes_back_slot_by_slot(string campaign, int form)
    {
        var filled = new FilledForm(campaign, form).Numbered();
        Comes(filled, Read(campaign, FormDocx.Write(filled.Rollup(1), new FormDocxOptions { Marks = true }), MediaKind.Docx));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Our_own_workbook_comes_back_slot_by_slot(string campaign, int form)
    {
        var filled = new FilledForm(campaign, form).Numbered();
        Comes(filled, Read(campaign, Workbooks.Of([filled.Rollup(1)]), MediaKind.Xlsx));
    }

    [Fact]
    public void Marks_bounds_and_empty_blanks_of_our_word_form_come_back_as_they_are()
    {
        var filled = new FilledForm("baita-2024").Book("study.lecture.sessions", 3, cause: Bot.Domain.Ledger.BookingCause.CumulativeDifference).Book("study.lecture.attendance", 120, bound: Bound.Over);
        var reading = Read("baita-2024", FormDocx.Write(filled.Rollup(1), new FormDocxOptions { Marks = true }), MediaKind.Docx);
        Assert.Equal(
            [("study.lecture.sessions", 3m, Bound.Exact), ("study.lecture.attendance", 120m, Bound.Over)],
            reading.Metrics().Select(m => (m.Slot.Value, m.Value, m.Bound)));
        Assert.Equal("form@统计表.docx 表1第2行第3格", reading.Activities[0].Components[0].Rule);
    }

    [Fact]
    public void An_offices_table_with_sentences_merged_and_nested_cells_is_read_and_what_it_explains_is_not()
    {
        var docx = Docx(
            Paragraph("附件1"), Paragraph("“安全生产月”活动进展情况统计表"), Paragraph("填报单位：白塔社区\t联系人：甲\t填报日期：2024年6月25日"),
            Table(
                Row("活动项目", "进展情况"),
                Row(Cell("学习贯彻重要论述\n组织研讨、宣讲和辅导报告，党政干部带头宣讲", down: MergedCellValues.Restart), "开展专题研讨、集中宣讲、辅导报告（ 3 ）场，参与（约120）人次；"),
                Row(Cell("", down: MergedCellValues.Continue), "党政干部带头宣讲安全生产治本攻坚三年行动（ ）场，参与（ ）人次；"),
                Row("组织开展畅通生命通道宣传和演练", new TableCell(Paragraph("组织开展模拟火灾和地震等场景的应急疏散演练【2】场"), Table(Row("设置咨询台（4）处")), Paragraph(""))),
                Row(Cell("张贴宣传海报、安全标语、挂图等（30）件", span: 2))),
            Paragraph("注：本表由5家单位填报，开展演练10场。"));
        var reading = Read("baita-2024", docx, MediaKind.Docx);
        Assert.Equal(
            ["consult.desk.places=4", "consult.poster.count=30", "lifeline.drill.sessions=2", "study.lecture.attendance=120", "study.lecture.sessions=3"],
            Figures(reading));
        Assert.Equal(new FormId("form1"), reading.FilledForm);
    }

    [Fact]
    public void A_plain_grid_is_read_in_word_and_in_excel()
    {
        string[][] rows =
        [
            ["序号", "项目", "单位", "数量", "备注"], ["1", "应急疏散演练", "场", "2", ""], ["2", "应急疏散演练参与", "人次", "一百二十", ""], ["3", "张贴宣传海报", "件", "30", "共6处"],
            ["4", "开展避险逃生知识竞答活动", "场", "0", ""], ["5", "设置咨询台", "处", "无", ""],
        ];
        string[] expected = ["consult.poster.count=30", "lifeline.drill.attendance=120", "lifeline.drill.sessions=2", "lifeline.quiz.sessions=0"];
        var word = Read("baita-2024", Docx(Paragraph("白塔社区活动进展情况统计表"), Table([.. rows.Select(row => Row([.. row]))])), MediaKind.Docx);
        Assert.Equal(expected, Figures(word));
        var excel = Read("baita-2024", Xlsx([["白塔社区活动进展情况统计表"], .. rows]), MediaKind.Xlsx);
        Assert.Equal(expected, Figures(excel));
        Assert.Contains(excel.Activities.SelectMany(a => a.Components), part => part.Rule == "form@统计表.xlsx Sheet1!D3");
    }

    [Fact]
    public void A_grid_whose_heads_are_merged_over_their_figures_is_read()
    {
        var reading = Read("baita-2024", Xlsx(
            [["类别", "指标", "数量"], ["组织开展模拟火灾和地震等场景的应急疏散演练", "场次（场）", 2], [null, "参与（人次）", 80], ["布置展板（块）", null, 5]],
            "A2:A3", "A4:B4"), MediaKind.Xlsx);
        Assert.Equal(["consult.board.count=5", "lifeline.drill.attendance=80", "lifeline.drill.sessions=2"], Figures(reading));
    }

    [Fact]
    public void Sentences_in_a_sheet_s_cells_are_read_and_other_sheets_are_not()
    {
        var reading = Read("baita-2024", Xlsx(
            [("填报", [["活动项目", "活动进展情况"], ["学习", "开展专题研讨、集中宣讲、辅导报告（3）场，参与（120）人次"]]), ("上月", [["项目", "数量"], ["应急疏散演练", 9]])]), MediaKind.Xlsx);
        Assert.Equal(["study.lecture.attendance=120", "study.lecture.sessions=3"], Figures(reading));
    }

    [Fact]
    public void A_document_that_is_no_form_is_read_like_a_message()
    {
        var reading = Read("baita-2024", Docx(
            Paragraph("白塔社区安全生产月活动简报"), Paragraph("6月13日，我社区组织应急疏散演练2场，120余人参加，张贴海报30张。")), MediaKind.Docx);
        Assert.Equal(["consult.poster.count=30", "lifeline.drill.attendance=120", "lifeline.drill.sessions=2"], Figures(reading));
        Assert.Null(reading.FilledForm);
    }

    [Fact]
    public void A_form_sent_round_empty_says_nothing() =>
        Assert.Equal(ReadingKind.Other, Read("baita-2024", FormDocx.Write(new FilledForm("baita-2024").Rollup(1), new FormDocxOptions()), MediaKind.Docx).Kind);

    [Fact]
    public void Cut_and_changed_files_never_throw()
    {
        var filled = new FilledForm("baita-2024").Numbered();
        var random = new Random(4);
        foreach (var (file, kind) in new[] { (FormDocx.Write(filled.Rollup(1), new FormDocxOptions()), MediaKind.Docx), (Workbooks.Of([filled.Rollup(1)]), MediaKind.Xlsx) })
        {
            for (var run = 0; run < 60; run++)
            {
                var broken = run % 2 == 0 ? file[..random.Next(file.Length)] : [.. file];
                for (var flips = run % 2 == 0 ? 0 : 20; flips > 0; flips--)
                    broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
                DocumentReader.Read(new MemoryStream(broken), kind, Name);
            }
        }

        Assert.Equal("document-damaged", Assert.IsType<DocumentOutcome.Refused>(DocumentReader.Read(new MemoryStream(new byte[100]), MediaKind.Docx, Name)).Code);
        Assert.Equal("document-damaged", Assert.IsType<DocumentOutcome.Refused>(DocumentReader.Read(new MemoryStream(Xlsx([["甲"]])), MediaKind.Docx, Name)).Code);
    }

    [Fact]
    public void A_huge_sheet_is_refused_with_one_sentence()
    {
        var huge = Xlsx([.. Enumerable.Range(0, 3000).Select(row => new object?[] { "项目", row })]);
        var refused = Assert.IsType<DocumentOutcome.Refused>(DocumentReader.Read(new MemoryStream(huge), MediaKind.Xlsx, "大表.xlsx"));
        Assert.Equal(("document-too-long", "文件“大表.xlsx”内容太多，没有逐格读；请只发填好的统计表，或把数字直接发在群里。"), (refused.Code, refused.Sentence));
        var novel = Docx([.. Enumerable.Range(0, 60_000).Select(_ => Paragraph("安全生产月活动安全生产月活动安全生产月活动安全生产月活动"))]);
        Assert.IsType<DocumentOutcome.Refused>(DocumentReader.Read(new MemoryStream(novel), MediaKind.Docx, "长文.docx"));
    }

    private static void Comes(FilledForm filled, ReportReading reading)
    {
        var expected = filled.Rollup(1).Form.Slots.Select(slot => $"{slot.Id}={filled.Rollup(1)[slot.Id].Value:0}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, Figures(reading));
        Assert.Equal(filled.Form.Id, reading.FilledForm);
        Assert.Empty(reading.Extras);
    }

    private static IEnumerable<string> Figures(ReportReading reading) =>
        reading.Metrics().Select(m => FormattableString.Invariant($"{m.Slot}={m.Value:0.##}")).Order(StringComparer.Ordinal);

    private static ReportReading Read(string campaign, byte[] file, MediaKind kind)
    {
        var loaded = ShippedCampaignsTests.Load(campaign);
        var name = Name + kind.Extension();
        var opened = Assert.IsType<DocumentOutcome.Opened>(DocumentReader.Read(new MemoryStream(file), kind, name));
        var text = new SubmissionText("", [AttachedText.Of(name, opened.Blocks)]);
        TestContext.Current.TestOutputHelper?.WriteLine(text.Whole);
        return text.Read(ReportReader.Compile(loaded), new ReadingContext { SaidAt = new DateTime(loaded.Year, 6, 25, 10, 0, 0), Unit = "白塔社区" });
    }
}
