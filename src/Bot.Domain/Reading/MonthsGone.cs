namespace Bot.Domain.Reading;

/// <summary>
/// What is told of a month gone by (5月底，园区查出问题车辆37台; 今年4月，…) beside what was done this month is the background of
/// the report.
/// </summary>
internal static class MonthsGone
{
    private const int Lead = 6;
    private const int Settling = 10; // so long into a month the one before is still reported on

    /// <summary>Marks such clauses and what their sentences go on to tell.</summary>
    public static void Mark(ReadOnlySpan<char> text, List<Clause> clauses, List<DateMention> dates, DateOnly today)
    {
        if (today.Day <= Settling || !dates.Exists(date => date.Shape is DateShape.Day or DateShape.Interval && date.First.Month == today.Month && date.First <= today))
            return;
        var gone = -1;
        foreach (var clause in clauses)
        {
            var words = text[clause.From..clause.To];
            if (clause.Sentence == gone && (KindWords.Shared.Any("now", words) || words.IndexOf('月') >= 0 || words.IndexOf('日') >= 0))
                gone = -1;
            if (Begins(words, today.Month))
                gone = clause.Sentence;
            if (clause.Sentence == gone && clause.Status == ClauseStatus.Done && !clause.Aim)
                clause.Status = ClauseStatus.Earlier;
        }
    }

    // 今年1至5月, 1—5月份: all of them gone by.
    private static bool IsSpan(ReadOnlySpan<char> words, int month)
    {
        var to = words.IndexOfAny('至', '-', '到');
        var end = words.IndexOf('月');
        return to is 1 or 2 && end > to && end - to <= 4 && int.TryParse(words[..to], out _) && int.TryParse(words[(to + 1)..end].Trim('-'), out var last) && last < month;
    }

    // 5月底, 今年4月, 3月份: a month before, and no day of it.
    private static bool Begins(ReadOnlySpan<char> words, int month)
    {
        var from = words.StartsWith("今年") ? 2 : words.StartsWith("早在") ? 2 : 0;
        if (IsSpan(words[from..], month))
            return true;
        var at = words[..Math.Min(words.Length, Lead)].IndexOf('月');
        return at > from && at - from <= 2 && int.TryParse(words[from..at], out var told) && told < month && month - told <= 6
            && (at + 1 == words.Length || !char.IsAsciiDigit(words[at + 1]) && words[at + 1] is not ('以' or '至' or '-' or '~' or '到' or '起'));
    }
}
