using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Returns;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>
/// The draft of a unit's 总结: a few plain sentences in the usual order, as far as there are figures. Nothing is claimed that no
/// booking holds; totals are called 累计, so that the words, if they are sent as a message, count nothing twice.
/// </summary>
public static class SummaryDraft
{
    private const string Ordinals = "一二三四五六";

    /// <summary>Title, opening, one paragraph per part, what comes next.</summary>
    public static string Compose(Campaign campaign, Obligation obligation, string unit, IReadOnlyList<Rollup> forms)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(forms);
        var text = new StringBuilder($"{unit}{campaign.Year}年{obligation.Subject}活动总结\n");
        var parts = Parts(campaign, forms);
        if (parts.Count == 0) return text.Append($"台账中还没有{unit}的活动数字。").ToString();
        text.Append($"按照《{campaign.Title}》要求，{unit}组织开展了{obligation.Subject}活动，情况总结如下。");
        for (var i = 0; i < parts.Count; i++) text.Append($"\n{Ordinals[i]}、{Name(parts[i].Section)}方面，累计{parts[i].Figures}。");
        var named = parts.Where(p => p.Section != SummarySection.Other).Select(p => Name(p.Section)).ToList();
        text.Append($"\n{Ordinals[parts.Count]}、下一步，继续做好{(named.Count == 0 ? obligation.Subject : string.Join('、', named))}工作。");
        return text.ToString();
    }

    private static List<(SummarySection Section, string Figures)> Parts(Campaign campaign, IReadOnlyList<Rollup> forms)
    {
        var list = new FigureList(campaign, "");
        var told =
            from form in forms
            from row in form.Form.Rows
            from slot in row.Slots
            let cell = form[slot.Id]
            where cell.Value is not null and not 0
            select (Section: SummarySections.Of(slot, row), Figure: new RecordedFigure(slot.Id, cell.Value!.Value, cell.Bound, false));
        return [.. told.GroupBy(t => t.Section).OrderBy(s => s.Key).Select(s => (s.Key, list.Line(s.Select(t => t.Figure))))];
    }

    private static string Name(SummarySection section) => section switch
    {
        SummarySection.Study => "学习贯彻",
        SummarySection.Publicity => "宣传教育",
        SummarySection.Drills => "应急演练",
        SummarySection.Hazards => "隐患排查",
        SummarySection.Other => "其他工作",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
