using Bot.Adapters.Console;
using Bot.Adapters.Documents;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

public class RollupXlsxTests
{
    private static FilledForm Season => new FilledForm("baita-2024")
        .Book("study.lecture.sessions", 3, day: 4).Book("study.lecture.attendance", 120, bound: Bound.Over, day: 4)
        .Book("study.lecture.sessions", 1, unit: 2, implied: true).Book("study.lecture.attendance", 40, unit: 2, bound: Bound.Over, pending: true)
        .Book("consult.poster.count", 25.5m, unit: 2, cause: BookingCause.CumulativeDifference);

    [Fact]
    public void The_workbook_is_valid_also_with_several_forms_and_without_a_figure()
    {
        foreach (var rollups in new[] { [Season.Rollup()], [Season.Rollup(), new FilledForm("baita-2024", 1).Numbered().Rollup()], new[] { new FilledForm("changzhou-2022").Rollup() } })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Of(rollups)), false);

            OpenDocument.IsValid(document);
            Assert.Equal(rollups.Length * 4, document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).Distinct().Count());
        }
    }

    [Fact]
    public void Totals_are_numbers_and_what_nobody_said_is_empty()
    {
        var sheet = OpenDocument.Sheet(Workbooks.Of([Season.Rollup()]), "汇总");

        Assert.Equal("\"“安全生产月”活动进展情况统计表\"", sheet["A1"]);
        Assert.Equal("\"填报单位：白塔街道应急办　汇总范围：应报3家，已报2家；未报1家（李相村），其数未计入，不按零计。\"", sheet["A2"]);
        Assert.Equal(("\"开展专题研讨、集中宣讲、辅导报告\"", "\"场\"", "4", "1"), (sheet["B4"], sheet["C4"], sheet["D4"], sheet["E4"]));
        Assert.Equal(("160", "40", "2"), (sheet["D5"], sheet["G5"], sheet["H5"]));
        Assert.False(sheet.ContainsKey("D6"));
        Assert.Equal("\"study.cadre_talk.sessions\"", sheet["J6"]);
    }

    [Fact]
    public void Units_stand_in_official_order_and_a_missing_one_has_no_zero()
    {
        var sheet = OpenDocument.Sheet(Workbooks.Of([Season.Rollup()]), "分单位");

        Assert.Equal(["\"白塔社区\"", "\"桃仙社区\"", "\"李相村\"", "\"合计\""], new[] { sheet["A3"], sheet["A4"], sheet["A5"], sheet["A6"] });
        Assert.Equal(("\"已报\"", "\"已报\"", "\"未报\"", "\"2/3\""), (sheet["B3"], sheet["B4"], sheet["B5"], sheet["B6"]));
        Assert.Equal(("3", "1", "4"), (sheet["C3"], sheet["C4"], sheet["C6"]));
        Assert.DoesNotContain(sheet.Keys, cell => cell.EndsWith('5') && cell is not ("A5" or "B5"));
        Assert.Equal("\"开展专题研讨、集中宣讲、辅导报告（场）\"", sheet["C2"]);
    }

    [Fact]
    public void Weeks_stand_beside_the_sum()
    {
        var sheet = OpenDocument.Sheet(Workbooks.Of([Season.Rollup()]), "按周");

        Assert.Equal(("\"6月3日—6月9日\"", "\"6月10日—6月16日\""), (sheet["E1"], sheet["F1"]));
        Assert.Equal(("4", "3", "1"), (sheet["D2"], sheet["E2"], sheet["F2"]));
    }

    [Fact]
    public void Every_booking_is_listed_with_its_source()
    {
        var sheet = OpenDocument.Sheet(Workbooks.Of([Season.Rollup()]), "明细");

        // 2024-06-04 and 15:20 of that day, counted in days from 30 December 1899.
        Assert.Equal(("45447", "\"白塔社区\"", "3", "\"报送\"", "45447.63888889"), (sheet["A2"], sheet["B2"], sheet["F2"], sheet["G2"], sheet["J2"]));
        Assert.Equal(("\"联络员甲\"", "\"组织演练\"", "\"00000001-0000-0000-0000-000000000000\""), (sheet["K2"], sheet["L2"], sheet["M2"]));
        Assert.Equal(("\"是\"", "\"补差\"", "25.5"), (sheet["H4"], sheet["G6"], sheet["F6"]));
        Assert.False(sheet.ContainsKey("A7"));
    }

    [Fact]
    public void A_bound_is_shown_and_the_number_stays_a_number()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Of([Season.Rollup()])), false);
        var book = document.WorkbookPart!;
        var cell = book.GetPartById("sheet1") is WorksheetPart part ? part.Worksheet.Descendants<Cell>().Single(c => c.CellReference == "D5") : null;
        var styles = book.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell!.StyleIndex!.Value).NumberFormatId!.Value;

        Assert.Equal("160", cell.CellValue!.Text);
        Assert.Null(cell.DataType);
        Assert.Equal("General\"余\"", styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId! == format).FormatCode!.Value);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8613800000000")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("＝1+1")]
    public void Text_that_looks_like_a_formula_stays_text(string excerpt)
    {
        var xlsx = Workbooks.Of([new FilledForm("baita-2024").Book("study.lecture.sessions", 1, excerpt: excerpt, who: excerpt).Rollup()]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        var book = document.WorkbookPart!;
        var cells = ((WorksheetPart)book.GetPartById("sheet4")).Worksheet.Descendants<Cell>().Where(cell => cell.CellReference! == "K2" || cell.CellReference! == "L2").ToList();

        Assert.All(cells, cell =>
        {
            Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
            Assert.Equal(excerpt, cell.InlineString!.InnerText);
            Assert.Null(cell.CellFormula);
            Assert.True(book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value);
        });
        Assert.Equal(2, cells.Count);
    }

    [Fact]
    public void Erased_words_are_said_to_be_erased_and_endless_ones_are_cut()
    {
        var sheet = OpenDocument.Sheet(Workbooks.Of([new FilledForm("baita-2024")
            .Book("study.lecture.sessions", 1, excerpt: null).Book("study.lecture.sessions", 1, excerpt: new string('长', 50_000)).Rollup()]), "明细");

        Assert.Equal("\"已删除\"", sheet["L2"]);
        Assert.Equal(32_767 + 2, sheet["L3"].Length);
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes() => Assert.Equal(Workbooks.Of([Season.Rollup()]), Workbooks.Of([Season.Rollup()]));

    [Fact]
    public void Records_name_the_photos_that_came_with_them()
    {
        var rollup = Season.Rollup();
        var sheet = OpenDocument.Sheet(Workbooks.Of(new RollupBook { Rollups = [rollup], Records = r => Workbooks.Lines(r, ["演练现场.jpg", "签到表.jpg"]) }), "明细");

        Assert.Equal(("\"照片和文件\"", "\"演练现场.jpg\n签到表.jpg\""), (sheet["N1"], sheet["N2"]));
    }

    [Fact]
    public void A_sheet_says_who_owed_what_when_in_official_order()
    {
        var rollup = Season.Rollup();
        var book = new RollupBook { Rollups = [rollup], Records = r => Workbooks.Lines(r, []), Dues = [Dues.Weekly(DueMark.Met, DueMark.Missing, null)] };
        var xlsx = Workbooks.Of(book);
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        OpenDocument.IsValid(document);
        var sheet = OpenDocument.Sheet(xlsx, "应报");

        Assert.Equal(("\"单位\"", "\"活动材料\"", "\"6月6日前\"", "\"6月13日前\""), (sheet["A1"], sheet["B1"], sheet["B2"], sheet["C2"]));
        Assert.Equal(("\"白塔社区\"", "\"已报\"", "\"待报\""), (sheet["A3"], sheet["B3"], sheet["C3"]));
        Assert.Equal(("\"桃仙社区\"", "\"未报\""), (sheet["A4"], sheet["B4"]));
        Assert.False(sheet.ContainsKey("A6"));
        Assert.Equal(("\"已报/应报\"", "\"1/2\"", "\"0/2\""), (sheet["A5"], sheet["B5"], sheet["C5"]));
    }

    [Fact]
    public async Task A_hundred_thousand_records_are_written_without_being_held()
    {
        var rollup = Season.Rollup();
        var line = new RecordLine(rollup.Sources[0].Unit, rollup.Sources[0].Figure, []);
        async IAsyncEnumerable<RecordLine> Many()
        {
            for (var i = 0; i < 100_000; i++) yield return line;
            await Task.CompletedTask;
        }

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        async IAsyncEnumerable<RecordLine> Watched()
        {
            var at = 0;
            await foreach (var next in Many())
            {
                if (at++ % 25_000 == 24_000) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                yield return next;
            }
        }

        await RollupXlsx.WriteAsync(file, new RollupBook { Rollups = [rollup], Records = _ => Watched() }, TestContext.Current.CancellationToken);

        Assert.InRange(most, 1, 8L << 20);
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, false);
        var rows = 0;
        using var reader = DocumentFormat.OpenXml.OpenXmlReader.Create((WorksheetPart)document.WorkbookPart!.GetPartById("sheet4"));
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement) rows++;
        }

        Assert.Equal(100_001, rows);
    }
}
