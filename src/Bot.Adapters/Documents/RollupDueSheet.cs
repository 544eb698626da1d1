using Bot.Adapters.Console;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Documents;

/// <summary>应报: a line for each unit, a column for each deadline, in the units' official order; no sums by unit, nobody is ranked.</summary>
internal static class RollupDueSheet
{
    /// <summary>The sheet's name.</summary>
    public const string Name = "应报";

    public static void Write(XlsxPackage book, IReadOnlyList<DueMatrix> dues)
    {
        var columns = dues.SelectMany(matrix => matrix.Columns.Select((column, at) => (Matrix: matrix, Column: column, At: at))).ToList();
        var lines = dues.Select(matrix => matrix.Lines.ToDictionary(line => line.Unit.Id, line => line.Cells)).ToList();
        using var sheet = book.Sheet([20, .. columns.Select(_ => 11.0)], frozenRows: 2, frozenColumns: 1);
        sheet.Head(["单位", .. columns.Select(c => c.At == 0 ? Asked(c.Matrix.Obligation) : "")]);
        var from = 2;
        foreach (var matrix in dues.Where(d => d.Columns.Count > 0))
        {
            sheet.Merge(from, from + matrix.Columns.Count - 1);
            from += matrix.Columns.Count;
        }

        sheet.Head(["", .. columns.Select(c => $"{c.Column.Deadline.Month}月{c.Column.Deadline.Day}日前")]);
        sheet.Filter(columns.Count + 1);
        foreach (var unit in dues.SelectMany(d => d.Lines).Select(line => line.Unit).DistinctBy(unit => unit.Id).OrderBy(unit => unit.Order))
        {
            sheet.Row([
                SheetCell.Text(unit.Name),
                .. dues.SelectMany((matrix, at) => lines[at].TryGetValue(unit.Id, out var cells) ? cells.Select(Cell) : matrix.Columns.Select(_ => SheetCell.Empty))]);
        }

        sheet.Row([SheetCell.Text("已报/应报"), .. columns.Select(c => SheetCell.Text(Stands(c.Column)))]);
    }

    private static SheetCell Cell(DueCell? cell) => cell is null ? SheetCell.Empty : SheetCell.Text(cell.Mark switch
    {
        DueMark.Met => "已报",
        DueMark.Late => "补报",
        DueMark.Waiting => "待报",
        DueMark.Missing => "未报",
        DueMark.Excused => "免报",
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private static string Stands(DueColumn column)
    {
        var rates = column.Stands;
        return FormattableString.Invariant($"{rates.Reported}/{rates.Expected}");
    }

    private static string Asked(Obligation obligation) => obligation.Thing ?? ScheduleText.Name(obligation.Kind);
}
