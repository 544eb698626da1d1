using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>Finds the things a sentence speaks of handing in: the heads of its noun phrases.</summary>
internal static class HandInThings
{
    private static readonly string[] May =
    [
        "纸质", "电子", "盖章", "一式", "等", "各", "版", "原件", "扫描", "须", "应", "要", "请", "经", "由", "统一", "一并", "于", "在", "后", "每", "按", "以", "并", "报", "交", "发", "送", "传", "上报", "上传", "上交",
        "提交", "提供", "汇总后", "汇总报", "反馈", "则", "也", "都", "仍", "还", "填报", "至", "及", "和", "与", "或", "同时", "通过", "分别", "到", "给", "向", "截止", "逾期", "备案", "近期", "另", "月底", "的电子", "的纸质", "的书面", "的报送", "的上报", "的提交", "加盖", "盖", "制度", "的姓名", "的名单", "的信息", "签订", "填写", "填好", "整理", "签字", "签收", "尽",
        "随时", "适时", "最", "不少", "不超", "必须", "需", "均", "一名", "1名", "一人", "1人", "一份", "一篇", "一次", "单独", "寄", "直接", "回传", "集中", "连同", "用", "务必", "年底", "次月", "下月", "本月", "活动结束", "结束",
    ];

    private static readonly string[] Adverbs = ["认真", "及时", "全面", "系统", "深入", "注意", "善于", "不断", "做好", "搞好", "抓好", "进行", "注重", "地", "要", "并", "适时", "随时", "分析", "梳理", "边"];

    /// <summary>The things of a folded sentence in order.</summary>
    /// <param name="text">The sentence, brackets and enclosures blanked out.</param>
    /// <param name="bounds">Where verbs and times end: a phrase does not begin before them.</param>
    public static List<FoundThing> All(string text, params IReadOnlyCollection<int> bounds)
    {
        var matches = Matches(text);
        var found = new List<FoundThing>();
        for (var nth = 0; nth < matches.Count; nth++)
        {
            var (from, to, kind) = matches[nth];
            var end = Behind(text, to);
            // A head is followed by the end of its phrase, not by another noun.
            if (end < text.Length && !IsEnd(text, end) && !(nth + 1 < matches.Count && matches[nth + 1].From == end && IsVerbStart(text, end)))
                continue;
            if (kind == ObligationKind.Summary && IsVerb(text, from))
                continue;
            var start = Math.Max(Start(text, from), bounds.Where(bound => bound <= from).DefaultIfEmpty(0).Max());
            if (found.Count > 0 && found[^1].To > start && found[^1].To <= from)
                start = PastJoin(text, found[^1].To);
            var words = text[start..to];
            found.Add(new FoundThing(start, to, Kind(words, kind), words.Trim()));
        }

        return found;
    }

    private static List<(int From, int To, ObligationKind Kind)> Matches(string text)
    {
        var found = new List<(int From, int To, ObligationKind Kind)>();
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var (word, kind) in HandInWords.Things)
            {
                if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && !(word.Length == 2 && word[1] == '报' && word[0] is '日' or '月' or '周' or '年' && at > 0 && char.IsAsciiDigit(text[at - 1])) && !(word is "表" or "册" && (at == 0 || !char.IsLetter(text[at - 1]) || text[at - 1] is '代' or '发' or '手')))
                {
                    found.Add((at, at + word.Length, kind));
                    at += word.Length - 1;
                    break;
                }
            }
        }

        return found;
    }

    private static int PastJoin(string text, int at)
    {
        at = Behind(text, at);
        foreach (var word in (ReadOnlySpan<string>)["以及", "和", "及", "与", "或", "并", "连同"])
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
                return at + word.Length;
        }

        return at;
    }

    // Quotation marks and blanks belong to the phrase before them.
    private static int Behind(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '”' or '》' or '"')
            at++;
        return at;
    }

    private static bool IsEnd(string text, int at) => !char.IsLetter(text[at]) || IsVerbStart(text, at) || May.Any(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);

    private static bool IsVerbStart(string text, int at) => HandInWords.Verbs.Any(verb => verb.Class == VerbClass.Report && string.CompareOrdinal(text, at, verb.Word, 0, verb.Word.Length) == 0);

    // 认真总结, 及时总结上报: there it is done, not handed in.
    private static bool IsVerb(string text, int from)
    {
        foreach (var word in Adverbs)
        {
            if (from >= word.Length && string.CompareOrdinal(text, from - word.Length, word, 0, word.Length) == 0)
                return true;
        }

        return false;
    }

    // The phrase begins behind the last boundary before its head.
    private static int Start(string text, int head)
    {
        var from = head;
        while (from > 0 && text[from - 1] is not ('，' or ',' or '。' or ';' or ':' or '、' or '将' or '把' or '|'))
        {
            if (head - from > 30)
                break;
            from--;
        }

        return from;
    }

    // 联络员名单 and 联络人姓名 name a liaison, whatever the head is.
    private static ObligationKind Kind(string words, ObligationKind head) =>
        head is ObligationKind.Other or ObligationKind.Material or ObligationKind.Statistics
        && (words.Contains("联络员", StringComparison.Ordinal) || words.Contains("联络人", StringComparison.Ordinal) || words.Contains("联系人", StringComparison.Ordinal))
            ? ObligationKind.Liaison : head;
}

/// <summary>A thing (folded positions).</summary>
/// <param name="From">Where its phrase begins.</param>
/// <param name="To">Where its head ends.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Words">The phrase.</param>
internal readonly record struct FoundThing(int From, int To, ObligationKind Kind, string Words);
