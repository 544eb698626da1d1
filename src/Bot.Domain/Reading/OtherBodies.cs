namespace Bot.Domain.Reading;

/// <summary>
/// Tells what bodies above the sender did (区安委会召开全区视频会，160人参会; 市应急局一行3人来街道调研; 区民政局日前通报……): it is
/// the background of the sender's report, with its day and its heads.
/// </summary>
internal static class OtherBodies
{
    private const int Longest = 16;
    private const int LongestLead = 12;
    private const int VisitReach = 20;
    private const int SomeReach = 5;
    private static readonly string[] Levels = ["省", "市", "区", "县", "旗", "街道", "镇", "乡", "国家", "国务院", "上级", "全国", "应急管理部", "集团公司"];
    private static readonly string[] Endings = ["安委会", "安委办", "安办", "局", "办", "委", "委会", "厅", "部", "处", "政府", "党工委", "总队", "支队", "大队", "街道", "工会", "办公室", "指挥部", "调研组", "检查组", "督导组", "专家组", "处长", "局长", "主任", "集团公司"];
    private static readonly string[] Meetings = ["召开", "举行", "举办", "组织召开"];
    private static readonly string[] Notices = ["日前通报", "近日通报", "印发", "下发", "通报了", "发布"];
    private static readonly string[] Visits = ["调研", "考察", "视察", "督查", "督导", "检查"];

    /// <summary>Marks their sentences as told of others.</summary>
    public static void Mark(MarkedText text, string? own)
    {
        var (sentence, told) = (-1, false);
        foreach (var clause in text.Clauses)
        {
            if (clause.Quoted || clause.Depth > 0)
                continue;
            if (told && (text.Source.Text[Math.Max(0, clause.From - 1)] is '。' or '\n' || text.HasAny(clause.From, clause.To, "咱们", "我们", "我社区", "我村")))
                told = false;
            told |= SpeaksOfOthers(text, clause);
            if (told)
                sentence = clause.Sentence;
            if (clause.Status == ClauseStatus.Done && IsOthers(text, clause, own))
                sentence = Begin(text, clause);
            if (clause.Sentence == sentence && clause.Status == ClauseStatus.Done)
                clause.Status = ClauseStatus.Earlier;
        }
    }

    // 6月22日，省总工会调研组来……: the day stands in a clause of its own.
    private static int Begin(MarkedText text, Clause clause)
    {
        for (var i = clause.Index - 1; i >= 0 && text.Clauses[i].Sentence == clause.Sentence && text.DatesIn(text.Clauses[i].From, text.Clauses[i].To).Any() && Lead(text, text.Clauses[i]) >= text.Clauses[i].To - 1; i--)
            text.Clauses[i].Status = ClauseStatus.Earlier;
        return clause.Sentence;
    }

    // 人家全镇组织演练38场；……: an example that others set, up to the full stop.
    private static bool SpeaksOfOthers(MarkedText text, Clause clause)
    {
        var words = text.Source.Text[clause.From..clause.To];
        var colon = words.IndexOf(':');
        words = colon >= 0 ? words[(colon + 1)..] : words;
        words = words.StartsWith('[') && words.IndexOf(']') is > 0 and var close ? words[(close + 1)..] : words;
        if (words.StartsWith("据") && (words.EndsWith("通报", StringComparison.Ordinal) || words.EndsWith("消息", StringComparison.Ordinal) || words.EndsWith("报道", StringComparison.Ordinal)))
            return true;
        foreach (var other in (ReadOnlySpan<string>)["人家", "兄弟镇", "兄弟街道", "兄弟社区", "兄弟单位", "兄弟村", "外地"])
        {
            if (words.StartsWith(other, StringComparison.Ordinal))
                return true;
        }

        // 外省某街道……宣讲126场: somebody unnamed, where no accident is told.
        var at = words[..Math.Min(words.Length, SomeReach)].IndexOf('某');
        return at >= 0 && at + 1 < words.Length && words[at + 1] is '街' or '社' or '镇' or '村' or '企' or '单' or '公' or '园' or '市' or '县' or '区'
            && !text.HasAny(clause.From, clause.To, "事故", "火灾", "爆炸", "案例", "教训", "泄漏", "中毒");
    }

    private static bool IsOthers(MarkedText text, Clause clause, string? own)
    {
        var words = text.Source.Text[Lead(text, clause)..clause.To];
        foreach (var level in Levels)
        {
            if (!words.StartsWith(level, StringComparison.Ordinal))
                continue;
            return IsDone(words, Meetings, own, static rest => rest.Contains('会') && (rest.Contains('全') || rest.Contains("部署", StringComparison.Ordinal)))
                || IsDone(words, Notices, own, static _ => true) || IsVisit(words, own);
        }

        return false;
    }

    // Behind the day and the time: 6月5日，区安委会……
    private static int Lead(MarkedText text, Clause clause)
    {
        var at = clause.From;
        if (text.DatesIn(at, Math.Min(clause.To, at + LongestLead)).FirstOrDefault() is { } date && date.From == at)
            at = date.To;
        foreach (var word in (ReadOnlySpan<string>)["上午", "下午", "晚上", "近日", "日前", "此前"])
            at += text.Source.Text[at..].StartsWith(word) ? word.Length : 0;
        return Math.Min(at, clause.To);
    }

    private static bool IsDone(ReadOnlySpan<char> words, string[] verbs, string? own, Func<string, bool> what)
    {
        foreach (var verb in verbs)
        {
            if (words.IndexOf(verb, StringComparison.Ordinal) is >= 2 and <= Longest and var at && IsBody(words[..at], own) && what(words[at..].ToString()))
                return true;
        }

        return false;
    }

    // 来街道调研; the sender's own people go to others.
    private static bool IsVisit(ReadOnlySpan<char> words, string? own)
    {
        var come = words.IndexOf('来');
        var party = words.IndexOf("一行", StringComparison.Ordinal);
        if (come < 2 || !IsBody(words[..(party >= 2 && party < come ? party : come)], own))
            return false;
        var behind = words.Slice(come, Math.Min(VisitReach, words.Length - come));
        foreach (var visit in Visits)
        {
            if (behind.Contains(visit, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsBody(ReadOnlySpan<char> subject, string? own)
    {
        if (own is not null && (own.AsSpan().EndsWith(subject, StringComparison.Ordinal) || subject.Contains(own, StringComparison.Ordinal)))
            return false;
        foreach (var ending in Endings)
        {
            if (subject.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
