using Bot.Adapters.Campaigns;
using Bot.Adapters.Documents;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

public class FormDocxTests
{
    public static TheoryData<string, int> Forms => new(ShippedCampaigns.Ids.SelectMany(id =>
        Campaigns.ShippedCampaignsTests.Load(id).Forms.Select((_, at) => (id, at))));

    [Theory, MemberData(nameof(Forms))]
    public void A_filled_and_an_empty_form_are_valid_documents(string campaign, int form)
    {
        foreach (var filled in new[] { new FilledForm(campaign, form), new FilledForm(campaign, form).Numbered() })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(FormDocx.Write(filled.Rollup(), new FormDocxOptions())), false);

            OpenDocument.IsValid(document);
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void Every_blank_holds_the_figure_of_its_slot(string campaign, int form)
    {
        var filled = new FilledForm(campaign, form).Numbered();
        var rollup = filled.Rollup(units: 1);

        var table = OpenDocument.Table(FormDocx.Write(rollup, new FormDocxOptions()));

        Assert.Equal(filled.Form.Columns, table[0].Select(cell => cell.Single()));
        Assert.Equal(filled.Form.Rows.Select(row => row.Name), table.Skip(1).Select(row => row[0].Single()));
        Assert.Equal(
            filled.Form.Rows.SelectMany(row => row.Lines).Select(line => string.Concat(FormPiece.Of(line).Select(piece => piece.Slot is { } slot
                ? filled.Form.Slots.Single(s => s.Id == slot).Aggregate == Aggregate.Any ? "☑是□否" : FigureText.Number(rollup[slot].Value!.Value)
                : piece.Text))),
            table.Skip(1).SelectMany(row => row[^1]));
    }

    [Fact]
    public void The_first_line_of_the_baita_form_reads_as_a_clerk_would_write_it()
    {
        var rollup = new FilledForm("baita-2024").Book("study.lecture.sessions", 3).Book("study.lecture.attendance", 120, bound: Bound.Over)
            .Book("study.cadre_talk.attendance", 40, bound: Bound.About).Rollup();

        var table = OpenDocument.Table(FormDocx.Write(rollup, new FormDocxOptions()));

        Assert.Equal("开展专题研讨、集中宣讲、辅导报告（3）场，参与（120余）人次；", table[1][2][0]);
        Assert.Equal("党政干部带头宣讲安全生产治本攻坚三年行动（  ）场，参与（约40）人次；", table[1][2][1]);
    }

    [Fact]
    public void Head_and_notes_say_who_hands_in_and_on_how_many_units_it_stands()
    {
        var rollup = new FilledForm("baita-2024").Book("study.lecture.sessions", 3, unit: 2)
            .Rollup(period: new DaySpan(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)));

        var paragraphs = OpenDocument.Paragraphs(FormDocx.Write(rollup, new FormDocxOptions { Contact = "某某", Phone = "00000000", FilledOn = new DateOnly(2024, 6, 25) }));

        Assert.Equal(
            ["附件1", "“安全生产月”活动进展情况统计表", "填报单位（盖章）：白塔街道应急办联系人：某某电话：00000000填报日期：2024年6月25日",
                "统计时段：2024年6月1日至6月30日。汇总范围：应报3家，已报1家；未报2家（白塔社区、李相村），其数未计入，不按零计。"],
            paragraphs);
    }

    [Fact]
    public void Marks_are_explained_where_they_occur_and_can_be_switched_off()
    {
        var rollup = new FilledForm("baita-2024").Book("study.lecture.sessions", 1, implied: true)
            .Book("study.lecture.attendance", 30, cause: BookingCause.CumulativeDifference).Book("study.lecture.attendance", 900, pending: true).Rollup(units: 1);

        var marked = FormDocx.Write(rollup, new FormDocxOptions());
        var plain = FormDocx.Write(rollup, new FormDocxOptions { Marks = false });

        Assert.Equal("开展专题研讨、集中宣讲、辅导报告（1①）场，参与（930②③）人次；", OpenDocument.Table(marked)[1][2][0]);
        Assert.Equal("注：数字后的①含未写明次数、按1次计的活动；②含按累计数补差的部分，无逐项佐证；③含待核数字。", OpenDocument.Paragraphs(marked)[^1]);
        Assert.Equal("开展专题研讨、集中宣讲、辅导报告（1）场，参与（930）人次；", OpenDocument.Table(plain)[1][2][0]);
        Assert.DoesNotContain(OpenDocument.Paragraphs(plain), text => text.StartsWith('注'));
    }

    [Theory]
    [InlineData("", 1, " □是□否；")]
    [InlineData("1", 1, " ☑是□否；")]
    [InlineData("0", 1, " □是☑否；")]
    [InlineData("1 1", 3, " ☑是□否（2家）；")]
    [InlineData("0 0", 3, " □是☑否（2家）；")]
    [InlineData("1 0 1", 3, " □是□否（2家是，1家否）；")]
    public void The_yes_no_box_is_ticked_by_what_the_units_said(string said, int units, string printed)
    {
        var form = new FilledForm("changzhou-2022");
        foreach (var (answer, at) in said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((answer, at) => (answer, at)))
            form.Book("study.film_life.done", answer == "1" ? 1 : 0, unit: at + 1);

        var line = OpenDocument.Table(FormDocx.Write(form.Rollup(units), new FormDocxOptions()))[1][2][1];

        Assert.Contains($"电视专题片{printed}", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_of_ours_says_so_and_a_traditional_one_is_labelled_in_its_own_characters()
    {
        var paragraphs = OpenDocument.Paragraphs(FormDocx.Write(new FilledForm("heilongjiang-2020").Rollup(), new FormDocxOptions()));

        Assert.Equal("全省“安全生產月”和“安全生產龍江行”活動進展情況統計表", paragraphs[0]);
        Assert.StartsWith("填報單位（蓋章）：白塔街道应急办填報日期：", paragraphs[1], StringComparison.Ordinal);
        Assert.Equal("方案未印統計表樣，本表按方案主要活動編制。", paragraphs[^1]);
    }

    [Fact]
    public void The_page_is_A4_the_text_Chinese_and_the_headings_are_repeated()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(FormDocx.Write(new FilledForm("baita-2024").Rollup(), new FormDocxOptions())), false);
        var main = document.MainDocumentPart!;
        var page = main.Document.Descendants<PageSize>().Single();

        Assert.Equal((16838u, 11906u, PageOrientationValues.Landscape), (page.Width!.Value, page.Height!.Value, page.Orient!.Value));
        Assert.Equal("zh-CN", main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().EastAsia!.Value);
        Assert.Equal("仿宋", main.StyleDefinitionsPart.Styles!.DocDefaults!.Descendants<RunFonts>().Single().EastAsia!.Value);
        Assert.NotNull(main.Document.Descendants<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Empty(main.Document.Descendants<CantSplit>());
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes()
    {
        byte[] Write() => FormDocx.Write(new FilledForm("changzhou-2022").Numbered().Rollup(), new FormDocxOptions { FilledOn = new DateOnly(2022, 6, 25) });

        Assert.Equal(Write(), Write());
    }

    [Fact]
    public void A_name_no_XML_can_carry_is_cleaned()
    {
        var rollup = new FilledForm("baita-2024").Rollup() with { UnitName = "白塔\u0001<街道>&\uD800" };

        Assert.Contains("填报单位（盖章）：白塔<街道>&联系人：", OpenDocument.Paragraphs(FormDocx.Write(rollup, new FormDocxOptions()))[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("活动项目,进展情况", "Name,Lines")]
    [InlineData("活动项目,内容要求,进展情况", "Name,Requirement,Lines")]
    [InlineData("序号,项目,内容,情况,备注", "Number,Name,Requirement,Lines,Empty")]
    [InlineData("序号,内容", "Number,Lines")]
    [InlineData("情况", "Lines")]
    [InlineData("备注", "Lines")]
    public void Columns_are_told_apart_by_heading_and_order(string columns, string roles) =>
        Assert.Equal(roles, string.Join(',', ColumnRoles.Of(new FilledForm("baita-2024").Form with { Columns = columns.Split(',') })));
}
