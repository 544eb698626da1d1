namespace Bot.Domain.Plans;

/// <summary>The times of a sentence as hand-ins need them: deadlines said by a word before, months that are spans, brackets passed over.</summary>
internal static class SentenceTimes
{
    private static readonly string[] Ends = ["最后一次为", "最后一次", "末次为", "最后一期为", "报到", "报至", "直至", "持续到", "持续至"];
    private static readonly string[] Begins = ["首次为", "首报日为", "首次报送日为", "第一次为", "首期为", "首次报送时间为", "首次"];
    private static readonly string[] Limits = ["时限", "截止时间", "截止日期", "截止", "报送时间", "上报时间", "提交时间", "报名时间", "征集时间", "最迟", "不晚", "不迟", "最晚", "截"];

    /// <summary>The times in order.</summary>
    public static List<PlanTime> Of(SentenceText text) =>
        [.. Months(TimeGrammar.All(Unquoted(text.Words)).Select(time => Limited(time, text.Words)).Where(time => Counts(time, text)))];

    // In brackets only spans, deadlines and the rhythm of 周报（每周五） count.
    private static bool Counts(PlanTime time, SentenceText text) => text.Masked[time.From] != ' ' || text.Words[time.From] == ' ' || time is PlanTime.Span || (time is PlanTime.Days or PlanTime.After && time.IsDeadline)
        || (time is PlanTime.Weekly { Weekdays.Count: > 0 } or PlanTime.Monthly { MonthDays.Count: > 0 } && time.From > 1 && text.Words[time.From - 1] == '(' && text.Words[time.From - 2] == '报');

    // 截止日期为5月15日, 报名时间：即日起至6月8日: the last day is the deadline.
    private static PlanTime Limited(PlanTime time, string text)
    {
        if (time is PlanTime.Days { Dates: [var day] })
        {
            var before = text[..time.From];
            // 最后一次为11月8日, 报到2025年2月, 至10月26日止, 四季度报完: where the rhythm ends; 首次为6月4日: where it begins.
            if (Array.Exists(Ends, before.EndsWith) || day.IsQuarter || (before.EndsWith('至') && !before.EndsWith("截至", StringComparison.Ordinal) && text[..time.To].EndsWith('止')))
                return new PlanTime.Span(null, day) { From = time.From, To = time.To };
            if (Array.Exists(Begins, before.EndsWith))
                return new PlanTime.Span(day, null) { From = time.From, To = time.To };
        }

        if (!IsLimit(text[..time.From]))
            return time;
        return time switch
        {
            PlanTime.Span { Last: { } last } => new PlanTime.Days([last]) { From = time.From, To = time.To, Hour = time.Hour, IsDeadline = true },
            PlanTime.Days => time with { IsDeadline = true },
            _ => time,
        };
    }

    /// <summary>Whether words say that the day behind them is the last.</summary>
    public static bool IsLimit(string before) => before.TrimEnd(' ', '为', '是', ':', '于', '至', '到') is var words && Limits.Any(words.EndsWith);

    // 6月份每周一: the month is the span of the rhythm behind it.
    private static IEnumerable<PlanTime> Months(IEnumerable<PlanTime> all)
    {
        PlanTime? waiting = null;
        foreach (var time in all)
        {
            if (waiting is PlanTime.Days { Dates: [var first, ..] months })
                yield return time is PlanTime.Weekly or PlanTime.Daily or PlanTime.Biweekly or PlanTime.Monthly && time.From - waiting.To <= 6 ? new PlanTime.Span(first, months[^1]) { From = waiting.From, To = waiting.To } : waiting;
            waiting = time is PlanTime.Days whole && !time.IsDeadline && whole.Dates.All(date => date is { Month: not null, Day: null, Week: 0 }) ? time : null;
            if (waiting is null)
                yield return time;
        }

        if (waiting is not null)
            yield return waiting;
    }

    // What stands in book titles and quotation marks names no time of this plan.
    private static string Unquoted(string words)
    {
        var chars = words.ToCharArray();
        var depth = 0;
        for (var at = 0; at < chars.Length; at++)
        {
            if (words[at] is '《' or '“')
                depth++;
            var inside = depth > 0;
            if (words[at] is '》' or '”')
                depth = Math.Max(0, depth - 1);
            if (inside)
                chars[at] = '*';
        }

        return new string(chars);
    }
}
