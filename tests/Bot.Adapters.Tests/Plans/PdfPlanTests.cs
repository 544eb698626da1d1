using Bot.Adapters.Plans;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Plans;

/// <summary>Plans as PDF, through the machine's own pdftotext.</summary>
public sealed class PdfPlanTests
{
    [Fact]
    public async Task A_pdf_with_text_is_read_and_its_broken_lines_are_joined()
    {
        Needs();
        string[] plan =
        [
            "为做好今年的安全生产月活动，根据县安委会办公室下发的通知，结合我镇工作实际，制定本方案。", "一、总体要求",
            "以习近平新时代中国特色社会主义思想为指导，把宣传教育做到群众身边，把隐患消除在成灾之前。通过一个月的集中活动，力争全镇规上企业主要负责人培训率、重点场所疏散通道畅通率、学校师生演练参与率均达到百分之百",
            "二、报送要求", "（一）各村（社区）、各单位确定一名联络员，五月三十一日前把联络员回执（附件一）报镇应急办，没有开展活动的在群里回复“本周无”，有开展活动的报照片、短视频和文字信息。",
            "三、工作要求", "对迟报、漏报的予以通报。",
        ];

        // The third paragraph runs over the page's end.
        Assert.Equal(plan, (await Read.LinesAsync(PdfFile.Printed(plan, linesOnPage: 6), "方案.pdf")).Where(line => line.Length > 0));
    }

    [Fact]
    public async Task A_ruled_table_comes_cell_by_cell_between_the_lines_around_it()
    {
        Needs();
        var page = PdfFile.Words(60, 760, "青柳镇安全生产月活动情况统计表，请各单位认真填写后按时报送") + PdfFile.Words(60, 740, "填报单位：")
            // Four columns of lines, the first cell of both rows one, the head over the last two columns one.
            + PdfFile.Rule(60, 720, 400, 720) + PdfFile.Rule(60, 690, 400, 690) + PdfFile.Rule(120, 640, 400, 640) + PdfFile.Rule(60, 600, 400, 600)
            + PdfFile.Rule(60, 720, 60, 600) + PdfFile.Rule(120, 720, 120, 600) + PdfFile.Rule(200, 720, 200, 600) + PdfFile.Rule(320, 690, 320, 600) + PdfFile.Rule(400, 720, 400, 600)
            + PdfFile.Words(70, 700, "类别") + PdfFile.Words(130, 700, "内容") + PdfFile.Words(210, 700, "完成情况")
            + PdfFile.Words(70, 640, "宣传") + PdfFile.Words(130, 660, "讲座") + PdfFile.Words(204, 670, "举办讲座（") + PdfFile.Words(290, 670, "）场受") + PdfFile.Words(204, 650, "众（") + PdfFile.Words(252, 650, "）人次")
            + PdfFile.Words(130, 615, "演练") + PdfFile.Words(204, 615, "演练") + PdfFile.Words(204, 602, "疏散")
            // A line to write on, and one under words.
            + PdfFile.Words(325, 615, "共") + PdfFile.Rule(340, 614, 370, 614) + PdfFile.Words(372, 615, "场") + PdfFile.Rule(132, 612, 150, 612)
            + PdfFile.Words(60, 580, "注：本表为累计数。");

        var blocks = await Read.BlocksAsync(PdfFile.Drawn(page), "方案.pdf");

        Assert.Equal(
            ["青柳镇安全生产月活动情况统计表，请各单位认真填写后按时报送", "填报单位：", "类别|内容|完成情况|完成情况", "宣传|讲座|举办讲座（  ）场受众（  ）人次|", "宣传|演练|演练/疏散|共____场", "注：本表为累计数。"],
            (await Read.LinesAsync(PdfFile.Drawn(page), "方案.pdf")).Where(line => line.Length > 0));
        var table = Assert.Single(blocks.OfType<DocumentBlock.Table>());
        Assert.Equal([false, false, false, true, false, false, false, false, true, false, false, false], table.Rows.SelectMany(row => row).Select(cell => cell.Merged));
        Assert.Equal("表1第2行第3格", table.Rows[1][2].Place);
    }

    [Fact]
    public async Task A_table_that_goes_on_on_the_next_page_is_one()
    {
        Needs();
        static string Page(int bottom, params (string Left, string Right)[] rows) =>
            PdfFile.Bar(60, bottom, 1, 40 * rows.Length) + PdfFile.Bar(160, bottom, 1, 40 * rows.Length) + PdfFile.Bar(360, bottom, 1, 40 * rows.Length)
            + string.Concat(Enumerable.Range(0, rows.Length + 1).Select(at => PdfFile.Bar(60, bottom + (40 * at), 301, 1)))
            + string.Concat(rows.Select((row, at) => PdfFile.Words(70, bottom + (40 * (rows.Length - at)) - 25, row.Left) + PdfFile.Words(170, bottom + (40 * (rows.Length - at)) - 25, row.Right)));

        Assert.Equal(
            ["安全生产月活动情况统计表请各单位认真填写后按时报送", "项目|完成情况", "演练|开展演练（  ）场，参与（  ）人次", "讲座|（  ）场"],
            (await Read.LinesAsync(
                PdfFile.Drawn(
                    PdfFile.Words(60, 780, "安全生产月活动情况统计表请各单位认真填写后按时报送") + Page(600, ("项目", "完成情况"), ("演练", "开展演练（  ）场，")) + PdfFile.Words(280, 40, "— 1 —"),
                    Page(700, ("项目", "完成情况"), ("", "参与（  ）人次"), ("讲座", "（  ）场")) + PdfFile.Words(280, 40, "— 2 —")),
                "方案.pdf")).Where(line => line.Length > 0));
    }

    [Fact]
    public async Task A_scan_is_refused_as_one()
    {
        Needs();
        Assert.Equal("plan-scanned", (await Read.RefusalAsync(PdfFile.Of([], []), "扫描.pdf")).Code);
    }

    [Fact]
    public async Task A_pdf_that_is_cut_off_or_nonsense_is_refused()
    {
        Needs();
        Assert.Equal("plan-damaged", (await Read.RefusalAsync("%PDF-1.7\nnothing"u8.ToArray(), "方案.pdf")).Code);
        Assert.IsType<DocumentOutcome.Refused>(await PlanFile.ReadAsync(PdfFile.Of([(60, "安全")])[..300], "方案.pdf", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_the_program_the_refusal_says_what_to_install()
    {
        var refusal = Assert.IsType<DocumentOutcome.Refused>(await PdfText.ReadAsync(PdfFile.Of([]), "方案.pdf", "no-such-program", TestContext.Current.CancellationToken));

        Assert.Equal("plan-pdf-program", refusal.Code);
        Assert.Contains("poppler-utils", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_breaks_off_ends_the_program()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PdfText.ReadAsync(PdfFile.Of([]), "方案.pdf", "yes", cancel.Token));
    }

    [Theory]
    [InlineData("a heading is not joined to", "            把宣传教育做到群众身边去把隐患消除\n            一、总体要求", "把宣传教育做到群众身边去把隐患消除|一、总体要求")]
    [InlineData("a short line is complete", "            二、报送要求\n            各村确定一名联络员", "二、报送要求|各村确定一名联络员")]
    [InlineData("a line set in begins a paragraph", "            把宣传教育做到群众身边去把隐患消除\n                各村确定一名联络员", "把宣传教育做到群众身边去把隐患消除|各村确定一名联络员")]
    [InlineData("columns are left alone", "            序号    项目    完成情况\n            1    演练    （   ）场", "序号    项目    完成情况|1    演练    （   ）场")]
    [InlineData("thin spaces beside digits go", "            今年 6 月是第 23 个，12:00 前发到“A 群”", "今年6月是第23个，12:00前发到“A群”")]
    [InlineData("words of letters keep their space", "            把宣传教育做到群众身边去把隐患 Safety\n            First 做好", "把宣传教育做到群众身边去把隐患Safety First做好")]
    public void Lines_of_a_page_become_lines_of_a_plan(string what, string page, string lines)
    {
        // Three full lines show how far lines reach.
        const string full = "            今年六月是第二十三个全国安全生产月。\n            各单位要认真落实责任并抓好各项工作。\n            各单位要认真落实责任并抓好各项工作。\n\n";

        Assert.True(lines == string.Join('|', PdfLines.Read(full + page).Skip(4)), string.Join('|', PdfLines.Read(full + page)));
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData("— 3 —", true)]
    [InlineData("-3-", true)]
    [InlineData("第 3 页 共 10 页", true)]
    [InlineData("3/10", true)]
    [InlineData("1", true)]
    [InlineData("7", false)]
    [InlineData("第3条", false)]
    public void Page_numbers_are_dropped(string number, bool dropped) =>
        Assert.Equal(dropped, !PdfLines.Read($"安全\n\n   {number}\n\f").Contains(number));

    private static void Needs()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, PdfText.Program))))
            throw new InvalidOperationException("Reading PDF needs pdftotext, and none is on PATH. On Debian: apt-get install poppler-utils");
    }
}
