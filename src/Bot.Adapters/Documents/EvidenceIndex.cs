using Bot.Adapters.Console;

namespace Bot.Adapters.Documents;

/// <summary>The index of an evidence pack as a workbook: a line for every photo, to be filtered by unit, day and the form's rows.</summary>
internal static class EvidenceIndex
{
    /// <summary>Writes it.</summary>
    /// <param name="target">Where it goes; stays open.</param>
    /// <param name="photos">The photos with the names they have in the pack, or what became of them.</param>
    public static void Write(Stream target, IReadOnlyList<(EvidencePhoto Photo, string Place)> photos)
    {
        using var book = new XlsxPackage(target, [("索引", "$1:$1")]);
        using var sheet = book.Sheet([7, 18, 13, 30, 30, 60, 14, 18, 64], frozenRows: 1, frozenColumns: 0);
        sheet.Head("序号", "单位", "日期", "活动", "对应栏目", "报送原文", "报送人", "报送时间", "文件");
        sheet.Filter(9);
        foreach (var (at, (photo, place)) in photos.Index())
        {
            sheet.Row(
                SheetCell.Number(at + 1), SheetCell.Text(photo.Unit.Name), SheetCell.Day(photo.Day), SheetCell.Text(photo.Activity), SheetCell.Text(string.Join('、', photo.Rows)),
                SheetCell.Text(photo.Caption ?? RollupSourceSheet.Erased), SheetCell.Text(photo.Sender), SheetCell.Moment(photo.SaidAt), SheetCell.Text(place));
        }
    }
}
