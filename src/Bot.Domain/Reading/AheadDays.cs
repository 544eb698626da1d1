namespace Bot.Domain.Reading;

/// <summary>
/// What is told of a day to come (6月25日前要对全部163台……，并安排72人参加) is intended, whatever the words: so is what the
/// sentence goes on to tell, until it comes back to what was done.
/// </summary>
internal static class AheadDays
{
    private const int IntentReach = 5;
    private const int Slip = 2; // days by which a written day may be mistaken, or the clock of the sender
    private static readonly string[] Returns = ["今天", "今日", "当天", "当日", "目前", "截至", "已", "昨", "实际", "提前", "日前", "近日", "此次", "本次", "这次"];
    private static readonly string[] Verbs = ["开展", "组织", "举办", "举行", "召开", "邀请", "推出", "实施", "选聘", "增设", "评选", "走进"];
    private static readonly string[] Manners = ["连续", "陆续", "继续", "再次", "适时", "择机", "择日", "同步", "逐步", "分批", "定期", "集中", "统一", "轮流"];

    /// <summary>Marks the clauses.</summary>
    public static void Mark(SourceText source, List<Clause> clauses, List<DateMention> dates, DateOnly today)
    {
        var (next, planned) = (0, -1); // the sentence that told of such a day
        foreach (var clause in clauses)
        {
            var (ahead, behind) = (false, false);
            for (; next < dates.Count && dates[next].From < clause.To; next++)
            {
                if (dates[next].Shape is DateShape.Month or DateShape.Same || IsName(source.Text, dates[next]))
                    continue;
                ahead |= dates[next].First > today && (IsDeadline(source.Text[dates[next].To..]) || dates[next].First > today.AddDays(Slip) && !TellsWhoCame(source.Text[dates[next].To..]));
                behind |= dates[next].First <= today;
            }

            ahead |= PastYears.IsAhead(source.Text[clause.From..clause.To], today.Month) || PastYears.IsQuarterAhead(source.Text[clause.From..clause.To], today.Month)
                || IsThirdAhead(source.Text[clause.From..clause.To], today) || IsOrder(source.Text, clause) || Intends(source.Text[clause.From..clause.To]);
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

    // 6月18日开展演练1场，参加60人, said on the 13th: done all the same, and the day is doubted elsewhere.
    private static bool TellsWhoCame(ReadOnlySpan<char> behind)
    {
        var sentence = behind.IndexOfAny("。!?;\n") is >= 0 and var end ? behind[..end] : behind;
        foreach (var word in (ReadOnlySpan<string>)["参加", "参与", "参演", "参训", "到场", "听讲", "观看"])
        {
            if (sentence.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsDeadline(ReadOnlySpan<char> behind) => behind.StartsWith("前") || behind.StartsWith("之前") || behind.StartsWith("以前") || behind.StartsWith("起") || behind.StartsWith("将") || behind.StartsWith("再");

    // “8·2”事故, “6·16”咨询日: a name, no day.
    private static bool IsName(ReadOnlySpan<char> text, DateMention date) => date.Shape is DateShape.Day or DateShape.Interval
        && (date.From > 0 && text[date.From - 1] is '“' or '"' || text[date.From..date.To].IndexOfAny('月', '日', '号') < 0);

    // 6月下旬, said on the 13th.
    private static bool IsThirdAhead(ReadOnlySpan<char> words, DateOnly today)
    {
        var at = words.IndexOf('旬');
        if (at < 2)
            return false;
        var begins = words[at - 1] switch { '中' => 11, '下' => 21, _ => 0 };
        return begins > today.Day && (words[at - 2] == '本' || words[at - 2] == '月' && words[..(at - 2)].EndsWith(today.Month.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    // 将连续举办3场; not 将检查出的隐患消除, 将活动开展到田间.
    private static bool Intends(ReadOnlySpan<char> words)
    {
        for (var at = words.IndexOf('将'); at >= 0; at = words[(at + 1)..].IndexOf('将') is >= 0 and var next ? at + 1 + next : -1)
        {
            var behind = words.Slice(at + 1, Math.Min(IntentReach, words.Length - at - 1));
            foreach (var verb in Verbs)
            {
                if (behind.StartsWith(verb, StringComparison.Ordinal) || behind.Length > 2 && behind[2..].StartsWith(verb, StringComparison.Ordinal) && Array.Exists(Manners, behind[..2].ToString().Equals))
                    return true;
            }
        }

        return false;
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
