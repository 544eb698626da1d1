using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>A rollup as a chat message: always with its coverage, only what has a figure, never one grand attendance.</summary>
public static class RollupText
{
    private const int MostLines = 24;

    /// <summary>All units' figures.</summary>
    public static string OfAll(Campaign campaign, PeriodWord period, DateOnly today, IReadOnlyList<Rollup> rollups)
    {
        var coverage = rollups.MaxBy(r => r.Coverage.Reported)?.Coverage;
        var text = new StringBuilder().Append(campaign.Subject).Append("汇总（").Append(period.Days is null ? $"截至{today.Month}月{today.Day}日" : period.Name);
        if (coverage is not null) text.Append("，已报").Append(coverage.Reported).Append('/').Append(coverage.Expected).Append('家');
        text.Append('）');
        var lines = rollups.SelectMany(r => Lines(campaign, r)).ToList();
        if (lines.Count == 0) return text.Append("：还没有数字。").ToString();
        text.Append('：');
        foreach (var line in lines.Take(MostLines)) text.Append('\n').Append(line);
        if (lines.Count > MostLines) text.Append("\n另有").Append(lines.Count - MostLines).Append("项，见导出的统计表。");
        if (rollups.Any(r => r.Cells.Any(c => c.PendingPart != 0))) text.Append("\n* 含待核的数。");
        return text.ToString();
    }

    /// <summary>One unit's figures; null: it has none.</summary>
    public static string? OfUnit(string unit, Campaign campaign, IReadOnlyList<Rollup> rollups)
    {
        var lines = rollups.SelectMany(r => Lines(campaign, r)).ToList();
        return lines.Count == 0 ? null : $"{unit}已记：\n{string.Join('\n', lines)}";
    }

    // One line per activity: its slots side by side.
    internal static IReadOnlyList<string> Lines(Campaign campaign, Rollup rollup) =>
        Items(campaign, rollup.Form.Slots.Select(slot => (slot, rollup[slot.Id])).Where(x => x.Item2.Value is not null and not 0), " ");

    /// <summary>Figures by activity.</summary>
    internal static IReadOnlyList<string> Items(Campaign campaign, IEnumerable<(Slot Slot, RollupCell Cell)> figures, string gap = "") =>
        SideBySide.Of(figures.Select(f => (SlotLabels.Of(campaign, f.Slot.Id), f.Slot.Id.Family, Figure(f.Slot, f.Cell))), brief: true, gap);

    /// <summary>A figure with its measure word; marked where it waits to be checked.</summary>
    internal static string Figure(Slot slot, RollupCell cell)
    {
        var mark = cell.PendingPart != 0 ? "*" : "";
        return slot.Measure == Slot.YesNo
            ? $"{FigureText.Number(cell.Value!.Value)}家是{mark}"
            : SlotLabels.Figure(slot, cell.Value!.Value, cell.Bound) + mark;
    }
}
