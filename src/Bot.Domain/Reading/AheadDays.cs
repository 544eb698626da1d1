namespace Bot.Domain.Reading;

/// <summary>
/// What is told of a day to come (6月25日前要对全部163台……，并安排72人参加) is intended, whatever the words: so is what the
/// sentence goes on to tell, until it comes back to what was done.
/// </summary>
internal static class AheadDays
{
    private static readonly string[] Returns = ["今天", "今日", "当天", "当日", "目前", "截至", "已", "昨", "实际", "提前", "日前", "近日", "此次", "本次", "这次"];

    /// <summary>Marks the clauses.</summary>
    public static void Mark(SourceText source, List<Clause> clauses, List<DateMention> dates, DateOnly today)
    {
        var (next, planned) = (0, -1); // the sentence that told of such a day
        foreach (var clause in clauses)
        {
            var (ahead, behind) = (false, false);
            for (; next < dates.Count && dates[next].From < clause.To; next++)
            {
                if (dates[next].Shape is DateShape.Month or DateShape.Same)
                    continue;
                ahead |= dates[next].First > today;
                behind |= dates[next].First <= today;
            }

            ahead |= PastYears.IsAhead(source.Text[clause.From..clause.To], today.Month) || PastYears.IsQuarterAhead(source.Text[clause.From..clause.To], today.Month) || IsOrder(source.Text, clause);
            if (clause.Sentence != planned)
                planned = -1;
            if (behind || !ahead && ComesBack(source.Text[clause.From..clause.To]))
                planned = -1;
            else if (ahead)
                planned = clause.Sentence;
            if (planned == clause.Sentence && clause.Status is ClauseStatus.Done or ClauseStatus.Background)
                clause.Status = ClauseStatus.Planned;
        }
    }

    // 书记表示，要持续巩固成效，……: what is demanded in speech.
    private static bool IsOrder(ReadOnlySpan<char> text, Clause clause)
    {
        if (clause.From < 3 || text[clause.From - 1] != '，' || text[clause.From] is not ('要' or '须' or '应') && !text[clause.From..].StartsWith("必须") && !text[clause.From..].StartsWith("各单位要") && !text[clause.From..].StartsWith("各机构要"))
            return false;
        var before = text[..(clause.From - 1)];
        foreach (var word in (ReadOnlySpan<string>)["说", "表示", "强调", "提出", "指出", "要求", "明确", "介绍", "认为", "号召", "叮嘱", "总结时讲"])
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool ComesBack(ReadOnlySpan<char> words)
    {
        foreach (var word in Returns)
        {
            if (words.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
