using System.Text;
using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Returns;
using Bot.Domain.Rollups;

namespace Bot.Domain.Replies;

/// <summary>
/// The draft of a 总结 for an office, a branch or a unit, in the usual order: 领导重视, 宣传, 演练, 排查, 下一步. Figures are the
/// ledger's and no others; what was done is told in the units' own words, and only in such as hold no figure.
/// </summary>
public static class OfficeSummary
{
    private const string Ordinals = "一二三四五六七八";
    private const int MostQuotes = 3;

    /// <summary>The draft: title, opening, a paragraph for each part, what comes next; then the sources of its figures, if they are wanted.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="name">Whose summary it is.</param>
    /// <param name="forms">The forms filled for all of it.</param>
    /// <param name="words">Sentences of its units.</param>
    /// <param name="notes">Whether every figure is followed by a number that leads to its source.</param>
    public static string Compose(Campaign campaign, string name, IReadOnlyList<Rollup> forms, IReadOnlyList<SaidSentence> words, bool notes)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(words);
        var sources = new Sources(forms, notes);
        var text = new StringBuilder($"{name}{campaign.Year}年{campaign.Forms.FirstOrDefault()?.Subject ?? "安全生产月"}活动总结（草稿）\n");
        text.Append($"按照《{campaign.Title}》要求，{name}组织开展了活动。{Covered(forms)}现将情况总结如下。");
        var number = 0;
        if (Quoted(words, SummaryWords.IsLeadership) is { Length: > 0 } led) text.Append($"\n{Ordinals[number++]}、领导重视，周密部署。{led}");
        foreach (var (section, heading) in Headings)
        {
            var figures = Figures(campaign, forms, section, sources);
            var quotes = Quoted(words, sentence => !SummaryWords.IsLeadership(sentence) && SummarySections.Of(sentence) == section);
            if (figures.Length + quotes.Length > 0) text.Append($"\n{Ordinals[number++]}、{heading}。{figures}{quotes}");
        }

        if (number == 0) text.Append($"\n台账中还没有{name}的活动数字。");
        text.Append($"\n{Ordinals[number]}、下一步打算。（请按本单位安排填写）");
        return text.Append(sources.Told(campaign)).ToString();
    }

    private static readonly (SummarySection Section, string Heading)[] Headings =
    [
        (SummarySection.Study, "学习贯彻，提高认识"), (SummarySection.Publicity, "广泛宣传，营造氛围"), (SummarySection.Drills, "开展演练，提升能力"),
        (SummarySection.Hazards, "排查隐患，整改到位"), (SummarySection.Other, "其他工作"),
    ];

    private static string Covered(IReadOnlyList<Rollup> forms) => forms.Select(f => f.Coverage).FirstOrDefault() is { Expected: > 1 } coverage
        ? $"应报{coverage.Expected}家，已报{coverage.Reported}家{(coverage.Complete ? "" : "，未报的没有计入")}。"
        : "";

    private static string Figures(Campaign campaign, IReadOnlyList<Rollup> forms, SummarySection section, Sources sources)
    {
        var told =
            from form in forms
            from row in form.Form.Rows
            from slot in row.Slots
            let cell = form[slot.Id]
            where cell.Value is not null and not 0 && SummarySections.Of(slot, row) == section
            select new RecordedFigure(slot.Id, cell.Value!.Value, cell.Bound, false);
        var line = new FigureList(campaign, "").Line(told.ToList(), sources.Mark);
        return line.Length == 0 ? "" : $"累计{line}。";
    }

    // Of different units, as far as there are; each with whose words they are.
    private static string Quoted(IReadOnlyList<SaidSentence> words, Func<string, bool> belongs) => string.Concat(
        words.Where(w => SummaryWords.MayBeQuoted(w.Sentence) && belongs(w.Sentence)).DistinctBy(w => w.Sentence).GroupBy(w => w.Unit).Select(unit => unit.First()).Take(MostQuotes)
            .Select(w => $"{w.Sentence}（{w.Unit}）。"));

    /// <summary>Numbers the figures as they are told, and says at the end what they are made of.</summary>
    private sealed class Sources(IReadOnlyList<Rollup> forms, bool wanted)
    {
        private readonly List<SlotId> told = [];

        public string Mark(SlotId slot)
        {
            if (!wanted) return "";
            if (!told.Contains(slot)) told.Add(slot);
            return $"[{told.IndexOf(slot) + 1}]";
        }

        public string Told(Campaign campaign)
        {
            if (told.Count == 0) return "";
            var list = new FigureList(campaign, "");
            return "\n数字来源（台账，交稿前可删）：" + string.Concat(told.Select((slot, at) => $"\n[{at + 1}]{list.Name(slot)}：{Made(slot)}"));
        }

        private string Made(SlotId slot)
        {
            var sources = forms.SelectMany(f => f.Sources).Where(s => s.Figure.Slot == slot).ToList();
            var days = sources.Select(s => DateOnly.FromDateTime(s.Figure.SaidAt)).Order().ToList();
            var when = days.Count == 0 ? "" : days[0] == days[^1] ? $"，{Day(days[0])}报送" : $"，{Day(days[0])}至{Day(days[^1])}报送";
            return $"{sources.Select(s => s.Unit.Id).Distinct().Count()}家{sources.Count}笔{when}。";
        }

        private static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";
    }
}

/// <summary>A sentence of a report.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Sentence">The words, private numbers covered, without the full stop.</param>
public sealed record SaidSentence(string Unit, string Sentence);
