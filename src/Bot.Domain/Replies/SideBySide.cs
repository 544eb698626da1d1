using System.Text;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Replies;

/// <summary>
/// Puts the figures of one activity side by side, its name once, and so that each can be told from the others: 应急疏散演练2场、120人次;
/// 检查渡口9处、发现隐患4处、完成整改4处.
/// </summary>
internal static class SideBySide
{
    /// <summary>An item for each activity, in the order of their first figures.</summary>
    /// <param name="figures">The figures with their labels and the families of their slots.</param>
    /// <param name="brief">Whether what goes without saying (参与) is left out at the beginning of an item too.</param>
    /// <param name="gap">What stands between an item's name and its first figure.</param>
    public static List<string> Of(IEnumerable<(SlotLabel Label, string Family, string Figure)> figures, bool brief, string gap = "")
    {
        var (items, measures) = (new List<StringBuilder>(), new HashSet<string>(StringComparer.Ordinal));
        (string Family, string Head)? last = null;
        foreach (var (label, family, figure) in figures.GroupBy(f => f.Family, StringComparer.Ordinal).SelectMany(f => f))
        {
            var named = last is { } before && before.Head == label.Head;
            if (!named) measures.Clear();
            // A second 人次 of one activity says what it is of.
            var plain = measures.Add(label.Measure) && IsPlain(label);
            if (named) items[^1].Append('、').Append(plain ? "" : label.Tail).Append(plain ? "" : Colon(label)).Append(figure);
            else if (last?.Family == family) items[^1].Append('、').Append(label.Whole).Append(Colon(label)).Append(figure);
            else items.Add(new StringBuilder(brief && plain ? label.Head : label.Whole).Append(gap.Length > 0 ? gap : Colon(label)).Append(figure));
            last = (family, label.Head);
        }

        return items.ConvertAll(item => item.ToString());
    }

    private static string Colon(SlotLabel label) => label.Measure == Slot.YesNo ? "：" : "";

    // 参与 goes without saying behind the sessions it belongs to, and so does a label that is only the measure word.
    private static bool IsPlain(SlotLabel label) => label.Tail is "参与" or "覆盖" or "共计" || label.Tail == label.Measure;
}
