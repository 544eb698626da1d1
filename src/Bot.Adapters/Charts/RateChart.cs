using Bot.Adapters.Console;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;

namespace Bot.Adapters.Charts;

/// <summary>按期报送率: a column for each deadline that has come, in time and late, with the numbers it stands on.</summary>
internal static class RateChart
{
    private const double PlotHeight = 380;
    private const int MostColumns = 14;

    /// <summary>The chart as SVG.</summary>
    /// <param name="title">The campaign's title.</param>
    /// <param name="matrix">The dues.</param>
    /// <param name="now">Deadlines that are ahead are drawn as not yet decided.</param>
    public static string Draw(string title, DueMatrix matrix, DateTimeOffset now)
    {
        var drawing = new SvgDrawing();
        var columns = matrix.Columns.TakeLast(MostColumns).ToList();
        var asked = matrix.Obligation.Thing ?? ScheduleText.Name(matrix.Obligation.Kind);
        var top = ChartHead.Draw(drawing, $"{asked}报送率", $"{title}；分母是当期应报的单位，不含免报。");
        top = Legend(drawing, top);
        var (left, right, bottom) = (ChartHead.Margin + 66, SvgDrawing.Width - ChartHead.Margin, top + PlotHeight);
        foreach (var percent in (int[])[0, 25, 50, 75, 100])
        {
            var y = bottom - (PlotHeight * percent / 100);
            drawing.Line(left, y, right, y);
            drawing.Text(left - 12, y, $"{percent}%", 24, "end", SvgDrawing.Soft);
        }

        var step = (right - left) / Math.Max(columns.Count, 4);
        foreach (var (at, column) in columns.Index())
            Column(drawing, column, left + step * at, step, bottom, column.ClosesAt > now);
        if (columns.Count == 0)
            drawing.Text((left + right) / 2, top + PlotHeight / 2, "还没有到期的报送", 28, "middle", SvgDrawing.Soft);
        return drawing.End(bottom + 120, $"{asked}报送率：" + string.Join('；', columns.Select(c => $"{c.Deadline.Month}月{c.Deadline.Day}日{c.Stands.Reported}/{c.Stands.Expected}")));
    }

    private static double Legend(SvgDrawing drawing, double y)
    {
        drawing.Box(ChartHead.Margin, y, 26, 26, SvgDrawing.Blue);
        drawing.Text(ChartHead.Margin + 36, y + 13, "按时", 24);
        drawing.Hatched(ChartHead.Margin + 120, y, 26, 26);
        drawing.Text(ChartHead.Margin + 156, y + 13, "补报", 24);
        return y + 60;
    }

    private static void Column(SvgDrawing drawing, DueColumn column, double x, double step, double bottom, bool isAhead)
    {
        var rates = column.Stands;
        var wide = Math.Min(step * 0.62, 84);
        var middle = x + step / 2;
        var met = Height(rates.OnTime);
        var late = Height(rates.Reporting) - met;
        drawing.Box(middle - wide / 2, bottom - met, wide, met, SvgDrawing.Blue);
        if (late > 0)
            drawing.Hatched(middle - wide / 2, bottom - met - late, wide, late);
        var size = step < 70 ? 20 : 24;
        if (rates.Expected > 0 && !(isAhead && rates.Reported == 0))
            drawing.Text(middle, bottom - met - late - 18, rates.Reporting.Percent is { } percent ? $"{percent:0}%" : "", size, "middle", bold: true);
        drawing.Text(middle, bottom + 24, $"{column.Deadline.Month}.{column.Deadline.Day}", size, "middle");
        drawing.Text(middle, bottom + 54, $"{rates.Reported}/{rates.Expected}", size, "middle", SvgDrawing.Soft);
        if (isAhead)
            drawing.Text(middle, bottom + 84, "未到期", Math.Min(size, 20), "middle", SvgDrawing.Soft);
    }

    private static double Height(Rate rate) => rate.Of == 0 ? 0 : PlotHeight * rate.Part / rate.Of;
}
