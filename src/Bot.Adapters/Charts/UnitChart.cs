using Bot.Adapters.Console;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Charts;

/// <summary>各单位各期报送: units in official order, deadlines from left to right; every state has its sign beside its colour. For the office alone.</summary>
internal static class UnitChart
{
    private const double RowHeight = 44;
    private const int MostColumns = 12;
    private const int MostRows = 120;

    private static readonly (DueMark Mark, string Sign, string Word, string Fill, string Ink)[] Marks =
    [
        (DueMark.Met, "✓", "已报", SvgDrawing.Blue, "#FFFFFF"),
        (DueMark.Late, "◐", "补报", "#F5D58A", SvgDrawing.Ink),
        (DueMark.Missing, "✕", "未报", SvgDrawing.Vermilion, "#FFFFFF"),
        (DueMark.Waiting, "○", "待报", "#F2F2F2", SvgDrawing.Soft),
        (DueMark.Excused, "－", "免报", "#DADADA", SvgDrawing.Soft),
    ];

    /// <summary>The chart as SVG.</summary>
    public static string Draw(string title, DueMatrix matrix)
    {
        var drawing = new SvgDrawing();
        var asked = matrix.Obligation.Thing ?? ScheduleText.Name(matrix.Obligation.Kind);
        var y = Legend(drawing, ChartHead.Draw(drawing, $"{asked}：各单位各期报送", $"{title}；单位按填报顺序排列，不排名。"));
        var skipped = Math.Max(0, matrix.Columns.Count - MostColumns);
        var columns = matrix.Columns.Skip(skipped).ToList();
        var longest = matrix.Lines.Take(MostRows).Select(l => SvgDrawing.WidthOf(l.Unit.Name, 26)).DefaultIfEmpty(100).Max();
        var left = ChartHead.Margin + Math.Min(longest, 280) + 16;
        var step = (SvgDrawing.Width - ChartHead.Margin - left) / Math.Max(columns.Count, 3);
        foreach (var (at, column) in columns.Index())
            drawing.Text(left + step * at + step / 2, y, $"{column.Deadline.Month}.{column.Deadline.Day}", step < 62 ? 20 : 24, "middle");
        y += 28;
        foreach (var line in matrix.Lines.Take(MostRows))
        {
            drawing.Text(ChartHead.Margin, y + RowHeight / 2, SvgDrawing.Lines(line.Unit.Name, 26, 280, 1)[0], 26);
            foreach (var (at, cell) in line.Cells.Skip(skipped).Index())
                Cell(drawing, cell, left + step * at, y, step);
            y += RowHeight;
        }

        if (matrix.Lines.Count > MostRows)
            drawing.Text(ChartHead.Margin, (y += 30) - 6, $"另有{matrix.Lines.Count - MostRows}家，见后台应报表。", 22, fill: SvgDrawing.Soft);
        return drawing.End(y + 30, $"{asked}：各单位各期报送");
    }

    private static double Legend(SvgDrawing drawing, double y)
    {
        var x = ChartHead.Margin;
        foreach (var (_, sign, word, fill, ink) in Marks)
        {
            drawing.Box(x, y, 34, 34, fill, 4);
            drawing.Text(x + 17, y + 17, sign, 22, "middle", ink);
            drawing.Text(x + 44, y + 17, word, 24);
            x += 150;
        }

        return y + 74;
    }

    private static void Cell(SvgDrawing drawing, DueCell? cell, double x, double y, double step)
    {
        if (cell is null)
            return;
        var (_, sign, _, fill, ink) = Array.Find(Marks, m => m.Mark == cell.Mark);
        drawing.Box(x + 2, y + 2, step - 4, RowHeight - 4, fill, 4);
        drawing.Text(x + step / 2, y + RowHeight / 2, sign, 22, "middle", ink);
    }
}
