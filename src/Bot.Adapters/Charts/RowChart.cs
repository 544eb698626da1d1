using Bot.Domain.Campaigns;
using Bot.Domain.Replies;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Charts;

/// <summary>
/// 活动开展情况: a bar for each figure of a form, those of one measure word on one scale, in the form's order. People are not added
/// up over rows, and nobody is compared with anybody.
/// </summary>
internal static class RowChart
{
    private const double BarHeight = 30;
    private const double Step = 78;
    private const int MostBars = 24;

    /// <summary>The chart as SVG.</summary>
    /// <param name="campaign">The campaign, for what people call a blank.</param>
    /// <param name="rollup">The filled form.</param>
    public static string Draw(Campaign campaign, Rollup rollup)
    {
        var drawing = new SvgDrawing();
        var all = rollup.Form.Slots.Where(s => s.Aggregate == Aggregate.Sum && !s.Retired && rollup[s.Id].Value is > 0).ToList();
        var bars = all.Take(MostBars).ToList();
        var coverage = rollup.Coverage;
        var y = ChartHead.Draw(drawing, $"{rollup.UnitName}活动开展情况", $"{rollup.Form.Name}；应报{coverage.Expected}家，已报{coverage.Reported}家。各栏分开统计，不相加。");
        foreach (var group in bars.GroupBy(slot => slot.Measure.Split('/')[0]))
        {
            drawing.Text(ChartHead.Margin, y + 14, $"单位：{group.Key}", 22, fill: SvgDrawing.Soft);
            y += 44;
            var most = group.Max(slot => rollup[slot.Id].Value!.Value);
            // Bars of a group have one scale: the room its longest figure leaves.
            var room = SvgDrawing.Width - 2 * ChartHead.Margin - 16 - group.Max(slot => SvgDrawing.WidthOf(Figure(rollup[slot.Id], group.Key), 26));
            foreach (var slot in group)
            {
                Bar(drawing, SlotLabels.Of(campaign, slot.Id).Whole, rollup[slot.Id], group.Key, room * (double)(rollup[slot.Id].Value!.Value / most), y);
                y += Step;
            }

            y += 12;
        }

        if (bars.Count == 0)
            drawing.Text(SvgDrawing.Width / 2.0, y += 60, "还没有记到数", 28, "middle", SvgDrawing.Soft);
        if (all.Count > bars.Count)
            drawing.Text(ChartHead.Margin, y += 20, $"另有{all.Count - bars.Count}项，见统计表。", 22, fill: SvgDrawing.Soft);
        return drawing.End(y + 40, $"{rollup.UnitName}活动开展情况");
    }

    private static void Bar(SvgDrawing drawing, string label, RollupCell cell, string measure, double length, double y)
    {
        var wide = Math.Max(4, length);
        drawing.Text(ChartHead.Margin, y + 12, SvgDrawing.Lines(label, 24, SvgDrawing.Width - 2 * ChartHead.Margin, 1)[0], 24);
        drawing.Box(ChartHead.Margin, y + 32, wide, BarHeight, SvgDrawing.Blue, 3);
        drawing.Text(ChartHead.Margin + wide + 12, y + 32 + BarHeight / 2, Figure(cell, measure), 26, bold: true);
    }

    private static string Figure(RollupCell cell, string measure) => FigureText.Write(cell.Value!.Value, cell.Bound) + measure;
}
