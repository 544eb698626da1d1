using Bot.Domain.Dues;

namespace Bot.Domain.Reading;

/// <summary>Tells totals so far from new numbers (corpus/README.md, rule 9).</summary>
internal sealed class BasisWords
{
    private const int LongestWeek = 7;
    private const int AnyThreeWeeks = 21;
    private readonly MarkedText text;
    private readonly DateOnly today;
    private readonly IReadOnlyList<Placed> filled;
    private readonly HashSet<int> placed;
    private readonly bool dated;
    private readonly bool closing;
    private readonly Dictionary<int, int> lines = []; // of lines with figures the last sentence that has any
    private HashSet<int>? sentences; // those with figures
    private int furthest = -1;

    /// <summary>Ready to tell.</summary>
    /// <param name="text">The message.</param>
    /// <param name="today">The day it was said on.</param>
    /// <param name="filled">What a pasted form or table in it holds.</param>
    /// <param name="placed">Where the figures begin that fill blanks.</param>
    /// <param name="dated">Whether what it tells is told of days.</param>
    public BasisWords(MarkedText text, DateOnly today, IReadOnlyList<Placed> filled, HashSet<int> placed, bool dated)
    {
        this.text = text;
        this.today = today;
        this.filled = filled;
        this.placed = placed;
        this.dated = dated;
        closing = IsClosing();
    }

    /// <summary>The basis of the message.</summary>
    public Basis Told()
    {
        if (closing && !dated && (filled.Count > 0 || text.Clauses.Exists(Counts)))
            return Basis.Cumulative;
        foreach (var clause in text.Clauses)
        {
            if (clause.Quoted || clause.Status is ClauseStatus.Background or ClauseStatus.Planned or ClauseStatus.Earlier || clause.Aim && !IsHead(clause) && !text.HasAny(clause.From, clause.To, "截至") && !(text.Source[clause.From] == '自' && text.Has(clause.From, clause.To, "以来")))
                continue;
            if (IsCumulative(clause) && HasFigures(clause))
                return Basis.Cumulative;
        }

        return Basis.Incremental;
    }

    // 截至目前，投诉下降三成 says nothing about the figures reported.
    private bool HasFigures(Clause clause) => filled.Any(figure => figure.From >= clause.From) || IsHead(clause) && text.Has(clause.From, clause.To, "累计")
        || IsCounted(clause);

    // Whether figures stand in the clause's sentence, behind it in the next line or, if it stands in the first line, anywhere behind.
    private bool IsCounted(Clause clause)
    {
        if (sentences is null)
        {
            sentences = [];
            foreach (var other in text.Clauses)
            {
                if (!Counts(other))
                    continue;
                sentences.Add(other.Sentence);
                lines[other.Line] = furthest = other.Sentence;
            }
        }

        return sentences.Contains(clause.Sentence) || text.Has(clause.From, clause.To, "以来") && lines.TryGetValue(clause.Line, out var last) && last >= clause.Sentence || lines.TryGetValue(clause.Line + 1, out var next) && next >= clause.Sentence || clause.Line == 0 && furthest >= clause.Sentence;
    }


    // What has no blank is no figure of the report, where others are: 入夏以来又新装烟感800只.
    private bool Counts(Clause clause) => clause.Status == ClauseStatus.Done
        && text.QuantitiesIn(clause.From, clause.To).Any(q => (placed.Count == 0 || placed.Contains(q.From)) && q.Class is MeasureClass.Session or MeasureClass.People or MeasureClass.Thing or MeasureClass.Duration);

    private bool IsCumulative(Clause clause)
    {
        var words = text.Source.Text[clause.From..clause.To];
        if (words.Contains("发稿", StringComparison.Ordinal) || words.Contains("近年", StringComparison.Ordinal) || words.Contains("年以来", StringComparison.Ordinal) && !words.Contains("今年", StringComparison.Ordinal))
            return false;
        foreach (var begun in (ReadOnlySpan<string>)["三年", "开工", "运营", "开通", "成立", "建成", "投产", "创办", "开业", "投用", "开馆", "新高", "新低"])
        {
            if (words.Contains(begun, StringComparison.Ordinal))
                return false;
        }

        if (words.Contains("至今", StringComparison.Ordinal) && !Counts(clause))
            return false;
        if (clause.Depth > 0 && words.StartsWith('至') && text.DatesIn(clause.From + 1, int.MaxValue).FirstOrDefault() is { } date && date.From == clause.From + 1)
            return true;
        if (KindWords.Shared.Any("cumulative", words) || HasMonthTotal(words) || words.IndexOf("全月", StringComparison.Ordinal) is >= 0 and var month && (month == 0 || words[month - 1] != '安') && Counts(clause) || IsMonthTold(clause) || IsPeriodSoFar(clause))
            return true;
        if (IsWholeMonth(words) && Counts(clause))
            return true;
        return words.IndexOf("累计") is >= 0 and var at && (!dated || closing || IsHead(clause))
            && !text.PieceHits(clause.From, clause.To).Any(piece => piece.From <= clause.From + at && clause.From + at < piece.To);
    }

    // 6月份，公司共召开班前会78场.
    private bool IsMonthTold(Clause clause)
    {
        var words = text.Source.Text[clause.From..clause.To];
        if (words.Length > 12 || !text.Source.Text[clause.From..clause.To].Contains('月') || !(words.EndsWith("月份") || words.EndsWith("月里") || words is "本月" or "全月" or "月内") || clause.Index + 1 >= text.Clauses.Count)
            return false;
        for (var i = clause.Index + 1; i < text.Clauses.Count && i <= clause.Index + 4 && text.Clauses[i].Sentence == clause.Sentence; i++)
        {
            if (text.HasAny(text.Clauses[i].From, text.Clauses[i].To, "共召开", "共开展", "共组织", "共举办", "累计", "共计", "总共"))
                return true;
        }

        return false;
    }

    // 6月份园区企业共组织演练41场.
    private static bool IsWholeMonth(ReadOnlySpan<char> words)
    {
        var at = words.IndexOf("月份", StringComparison.Ordinal);
        if (at is < 1 or > 4 || !char.IsAsciiDigit(words[at - 1]) && words[at - 1] != '本')
            return false;
        foreach (var total in (ReadOnlySpan<string>)["共组织", "共开展", "共举办", "共召开", "累计"])
        {
            if (words[at..].Contains(total, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // 6月共, 本月共: but not 6月共同.
    private static bool HasMonthTotal(ReadOnlySpan<char> words)
    {
        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (words[at] is '月' or '份' && words[at + 1] == '共' && (at + 2 == words.Length || words[at + 2] is not ('同' or '建' or '享' or '治' or '商' or '创')))
                return words[..(at + 1)].IndexOf('月') >= 0;
        }

        return false;
    }

    // What stands above or beside a form or table, in a line without a blank of it: （累计数）.
    private bool IsHead(Clause clause) => filled.Count > 0 && !filled.Any(figure => text.ClauseAt(figure.From).Line == clause.Line);

    // 统计时间：6月1日至27日: from the first of the month, more than a week. 6月14日至20日 is that week's.
    private bool IsPeriodSoFar(Clause clause) => KindWords.Shared.Any("counted-for", text.Source.Text[clause.From..clause.To])
        && text.DatesIn(clause.From, clause.To).Any(date => date.Shape == DateShape.Interval && date.Last <= today.AddDays(1)
            && date.Last.DayNumber - date.First.DayNumber + 1 is var days && days > (date.First.Day == 1 ? LongestWeek : AnyThreeWeeks - 1));

    // It calls itself the summary of the whole (“安全生产月”活动总结), not of a week, a day or one occasion.
    private bool IsClosing()
    {
        if (!text.Source.Text.Contains("总结", StringComparison.Ordinal))
            return false;
        var title = Title.Of(text.Source.Text.ToString());
        return title.Kind == Campaigns.ObligationKind.Summary && PeriodGrammar.Read(title.Text, today) is null or { Scale: PeriodScale.Month };
    }
}
