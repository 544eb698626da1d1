using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>
/// Rollups as a workbook; of each form four sheets: 汇总 totals, 分单位 by unit, 按周 by week, 明细 every booking with its source;
/// and 应报, who owed what when.
/// Numbers are numbers, text is text whatever it begins with, and what nobody reported is an empty cell.
/// </summary>
internal static class RollupXlsx
{
    /// <summary>The content type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The sheets of a form, with the columns and rows that are printed again on every page.</summary>
    private static readonly (string Name, string Repeated)[] Kinds = [("汇总", "$3:$3"), ("分单位", "$A:$B $1:$2"), ("按周", "$A:$D $1:$1"), ("明细", "$1:$1")];

    /// <summary>Writes the workbook. The same figures give the same bytes.</summary>
    /// <param name="target">Where it goes; stays open.</param>
    /// <param name="content">What goes into it.</param>
    /// <param name="cancel">Breaks off; what was written so far is no workbook.</param>
    public static async Task WriteAsync(Stream target, RollupBook content, CancellationToken cancel)
    {
        var sheets = content.Rollups.SelectMany(rollup => Kinds.Select(kind => (content.Rollups.Count == 1 ? kind.Name : $"{kind.Name}（{rollup.Form.Id}）", kind.Repeated)));
        if (content.Dues.Count > 0)
            sheets = sheets.Append((RollupDueSheet.Name, "$A:$A $1:$2"));
        using var book = new XlsxPackage(target, [.. sheets]);
        foreach (var rollup in content.Rollups)
        {
            Totals(book, rollup);
            RollupUnitSheet.Write(book, rollup);
            Weeks(book, rollup);
            await RollupSourceSheet.WriteAsync(book, rollup, content.Records(rollup), cancel);
        }

        if (content.Dues.Count > 0)
            RollupDueSheet.Write(book, content.Dues);
    }

    private static void Totals(XlsxPackage book, Rollup rollup)
    {
        using var sheet = book.Sheet([24, 48, 12, 12, 12, 12, 12, 12, 12, 34], frozenRows: 3, frozenColumns: 0);
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

    private static void Weeks(XlsxPackage book, Rollup rollup)
    {
        using var sheet = book.Sheet([24, 48, 12, 12, .. rollup.Weeks.Select(_ => 18.0)], frozenRows: 1, frozenColumns: 4);
        sheet.Head(["栏目", "填报项", "单位", "合计", .. rollup.Weeks.Select(week => Days(week.Days))]);
        sheet.Filter(4 + rollup.Weeks.Count);
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
