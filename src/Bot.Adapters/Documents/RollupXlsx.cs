using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Adapters.Documents;

/// <summary>
/// Rollups as a workbook; of each form four sheets: 汇总 totals, 分单位 by unit, 按周 by week, 明细 every booking with its source.
/// Numbers are numbers, text is text whatever it begins with, and what nobody reported is an empty cell.
/// </summary>
internal static class RollupXlsx
{
    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The sheets of a form, with the columns and rows that are printed again on every page.</summary>
    private static readonly (string Name, string Repeated, Action<WorksheetPart, Rollup> Write)[] Kinds =
    [
        ("汇总", "$3:$3", Totals),
        ("分单位", "$A:$B $1:$2", RollupUnitSheet.Write),
        ("按周", "$A:$D $1:$1", Weeks),
        ("明细", "$1:$1", RollupSourceSheet.Write),
    ];

    /// <summary>The workbook. The same figures give the same bytes.</summary>
    public static byte[] Write(IReadOnlyList<Rollup> rollups)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddNewPart<WorkbookPart>($"{ContentType}.main+xml", "rId1");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.Sheet();
            var sheets = new Sheets();
            var printTitles = new DefinedNames();
            foreach (var rollup in rollups)
            {
                var behind = rollups.Count == 1 ? "" : $"（{rollup.Form.Id}）";
                foreach (var (name, repeated, write) in Kinds)
                {
                    var number = (uint)sheets.ChildElements.Count + 1;
                    var id = FormattableString.Invariant($"sheet{number}");
                    write(book.AddNewPart<WorksheetPart>(id), rollup);
                    sheets.Append(new Sheet { Name = name + behind, SheetId = number, Id = id });
                    printTitles.Append(new DefinedName(string.Join(',', repeated.Split(' ').Select(range => $"'{name}{behind}'!{range}")))
                    {
                        Name = "_xlnm.Print_Titles", LocalSheetId = number - 1,
                    });
                }
            }

            book.Workbook = new Workbook(sheets, printTitles);
        }

        return SealedZip.Pack(stream);
    }

    private static void Totals(WorksheetPart part, Rollup rollup)
    {
        using var sheet = new SheetWriter(part, [24, 48, 12, 12, 12, 12, 12, 12, 12, 34], frozenRows: 3, frozenColumns: 0);
        sheet.Row(SheetCell.Text(rollup.Form.Name, CellStyle.Title));
        var coverage = FormNotes.Coverage(rollup, LabelScript.Of(rollup.Form));
        sheet.Row(SheetCell.Text($"填报单位：{rollup.UnitName}　{coverage}", CellStyle.Plain));
        sheet.Head("栏目", "填报项", "单位", "数", "其中按1次计", "其中补差", "其中待核", "报数单位数", "需附佐证", "编号");
        sheet.Filter(10);
        foreach (var row in rollup.Form.Rows)
        {
            foreach (var slot in row.Slots)
            {
                var cell = rollup[slot.Id];
                sheet.Row(
                    SheetCell.Text(row.Name), SheetCell.Text(slot.Phrase), SheetCell.Text(Measure(slot)), SheetCell.Figure(cell),
                    SheetCell.Part(cell.ImpliedPart), SheetCell.Part(cell.CumulativePart), SheetCell.Part(cell.PendingPart),
                    SheetCell.Number(cell.UnitCount), slot.NeedsEvidence ? SheetCell.Text("是") : SheetCell.Empty, SheetCell.Text(slot.Id.Value));
            }
        }
    }

    private static void Weeks(WorksheetPart part, Rollup rollup)
    {
        using var sheet = new SheetWriter(part, [24, 48, 12, 12, .. rollup.Weeks.Select(_ => 18.0)], frozenRows: 1, frozenColumns: 4);
        sheet.Head(["栏目", "填报项", "单位", "合计", .. rollup.Weeks.Select(week => Days(week.Days))]);
        var at = 0;
        foreach (var row in rollup.Form.Rows)
        {
            foreach (var slot in row.Slots)
            {
                sheet.Row([
                    SheetCell.Text(row.Name), SheetCell.Text(slot.Phrase), SheetCell.Text(Measure(slot)), SheetCell.Figure(rollup[slot.Id]),
                    .. rollup.Weeks.Select(week => SheetCell.Figure(week.Cells[at]))]);
                at++;
            }
        }
    }

    /// <summary>The measure word; of a yes/no box, what is counted.</summary>
    public static string Measure(Slot slot) => slot.Aggregate == Aggregate.Any ? "答“是”家数" : slot.Measure;

    private static string Days(DaySpan days) => $"{days.From.Month}月{days.From.Day}日—{days.To.Month}月{days.To.Day}日";
}
