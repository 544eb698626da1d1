using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>明细: a line for every booking, with who said it, when and in which words, and the photos that came with it.</summary>
internal static class RollupSourceSheet
{
    /// <summary>What stands for words that were erased.</summary>
    public const string Erased = "已删除";

    /// <summary>The most lines a sheet holds, its head and its last line aside.</summary>
    private const int MostLines = 1_048_574;

    public static async Task WriteAsync(XlsxPackage book, Rollup rollup, IAsyncEnumerable<RecordLine> records, CancellationToken cancel)
    {
        var slots = rollup.Form.Rows.SelectMany(row => row.Slots, (row, slot) => (row, slot)).ToDictionary(at => at.slot.Id);
        using var sheet = book.Sheet([13, 20, 24, 44, 8, 10, 8, 8, 8, 18, 16, 60, 38, 30], frozenRows: 1, frozenColumns: 0);
        sheet.Head("日期", "单位", "栏目", "填报项", "单位词", "数", "事由", "按1次计", "待核", "报送时间", "报送人", "原文", "消息编号", "照片和文件");
        sheet.Filter(14);
        var lines = 0;
        await foreach (var (unit, figure, photos) in records.WithCancellation(cancel))
        {
            if (++lines > MostLines)
            {
                sheet.Row(SheetCell.Text("一张表放不下更多行，请按时段或单位分开导出。"));
                break;
            }

            var (row, slot) = slots[figure.Slot];
            sheet.Row(
                figure.Days is { } days && days.From != days.To ? SheetCell.Text(days.ToString()) : SheetCell.Day(figure.Day),
                SheetCell.Text(unit.Name), SheetCell.Text(row.Name), SheetCell.Text(slot.Phrase), SheetCell.Text(slot.Measure),
                new SheetCell(null, figure.Delta, XlsxStyles.Of(figure.Bound)), SheetCell.Text(FigureText.Word(figure.Cause, figure.Delta)),
                YesOrNothing(figure.Implied), YesOrNothing(figure.Pending), SheetCell.Moment(figure.SaidAt), SheetCell.Text(figure.Who),
                SheetCell.Text(figure.Excerpt ?? Erased), SheetCell.Text(figure.Message.Value.ToString()),
                photos.Count == 0 ? SheetCell.Empty : SheetCell.Text(string.Join('\n', photos)));
        }
    }

    private static SheetCell YesOrNothing(bool yes) => yes ? SheetCell.Text("是") : SheetCell.Empty;
}
