using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;

namespace Bot.Domain.Replies;

/// <summary>A unit's records as a chat message, newest first.</summary>
public static class RecordText
{
    /// <summary>One line per record.</summary>
    public static string Compose(string unit, Campaign campaign, IReadOnlyList<ActivityRecord> records)
    {
        var slots = campaign.Slots.ToDictionary(s => s.Id);
        var text = new StringBuilder(unit).Append("记录：");
        foreach (var record in records)
        {
            var figures = record.Figures.Where(f => f.Value != 0 && slots.ContainsKey(f.Slot))
                .Select(f => Figure(campaign, slots[f.Slot], f)).ToList();
            if (figures.Count == 0 && !record.TakenBack) continue;
            text.Append('\n').Append(Days(record)).Append(' ').Append(record.TakenBack ? "（已撤回）" : string.Join("、", figures));
        }

        return text.ToString();
    }

    private static string Figure(Campaign campaign, Slot slot, RecordedFigure figure) =>
        SlotLabels.Of(campaign, slot.Id).Whole + (slot.Measure == Slot.YesNo ? "：" : "") + SlotLabels.Figure(slot, figure.Value, figure.Bound);

    private static string Days(ActivityRecord record)
    {
        var what = record.Origin == ActivityOrigin.Cumulative ? "累计补差" : "";
        if (record.Days.Count == 0) return $"{record.SaidOn.Month}月{record.SaidOn.Day}日报{what}";
        return string.Join("、", record.Days.Select(d => d.From == d.To
            ? $"{d.From.Month}月{d.From.Day}日" : $"{d.From.Month}月{d.From.Day}日—{d.To.Month}月{d.To.Day}日")) + what;
    }
}
