using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>分单位: a line for each unit, a column for each blank, the form's rows above them.</summary>
internal static class RollupUnitSheet
{
    public static void Write(XlsxPackage book, Rollup rollup)
    {
        var slots = rollup.Form.Slots.ToList();
        using var sheet = book.Sheet([20, 8, .. slots.Select(_ => 18.0)], frozenRows: 2, frozenColumns: 2);
        sheet.Head(["单位", "状态", .. rollup.Form.Rows.SelectMany(row => row.Slots.Select((_, at) => at == 0 ? row.Name : ""))]);
        var column = 3;
        foreach (var row in rollup.Form.Rows)
        {
            sheet.Merge(column, column + row.Slots.Count - 1);
            column += row.Slots.Count;
        }

        sheet.Head(["", "", .. slots.Select(slot => $"{slot.Phrase}（{RollupXlsx.Measure(slot)}）")]);
        sheet.Filter(slots.Count + 2);
        foreach (var unit in rollup.Units)
            sheet.Row([SheetCell.Text(unit.Unit.Name), SheetCell.Text(unit.Reported ? "已报" : "未报"), .. unit.Cells.Select(SheetCell.Figure)]);
        sheet.Row([SheetCell.Text("合计"), SheetCell.Text(rollup.Coverage.ToString()), .. rollup.Cells.Select(SheetCell.Figure)]);
    }
}
