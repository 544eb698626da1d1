using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>Short names of slots for the chat, made of the form's own words: <c>应急疏散演练</c> of <c>组织开展模拟火灾和地震等场景的应急疏散演练 · 参与</c>.</summary>
public static class SlotLabels
{
    private const int Longest = 14;

    private static readonly string[] Starts =
        ["组织开展", "组织观看", "组织", "开展", "举行", "举办", "观看", "参与", "设置", "布置", "张贴", "发放", "展示", "展播", "制作", "报道", "推广", "刊播", "推进"];

    /// <summary>The activity or thing a family of slots is about.</summary>
    public static string Thing(Slot slot)
    {
        var head = slot.Phrase.Split(" · ")[0];
        var rest = Starts.FirstOrDefault(s => head.StartsWith(s, StringComparison.Ordinal) && head.Length - s.Length >= 2) is { } start ? head[start.Length..] : head;
        var of = rest.LastIndexOf('的');
        if (rest.Length > Longest && of >= 0 && rest.Length - of - 1 >= 2) rest = rest[(of + 1)..];
        return rest.Length <= Longest ? rest : rest[..Longest] + "…";
    }

    /// <summary>A figure with its measure: <c>2场</c>, <c>120余人次</c>; a yes/no box: 是 or 否.</summary>
    public static string Figure(Slot slot, decimal value, Bound bound) =>
        slot.Measure == Slot.YesNo ? value >= 1 ? "是" : "否" : FigureText.Write(value, bound) + slot.Measure.Split('/')[0];
}
