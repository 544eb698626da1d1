namespace Bot.Domain.Plans;

/// <summary>Finds verbs of handing in; the short ones (报, 交, 送, 发, 传) only where a recipient or a thing follows.</summary>
internal static class HandInVerbs
{
    private const int Reach = 16;

    private static readonly (char Verb, string NotBehind, string NotBefore)[] Short =
    [
        ('报', "举通汇播预情海日简周月电申警墙画晚早快填上旬季年呈提补续捷喜谎瞒漏迟谍线", "道刊名告警纸社考销价废复率酬答恩喜表批"),
        ('交', "提递上外成社相移公转缴杂", "通流警谈接叉换易代班付纳由汇界底织"),
        ('送', "推赠发宣递报寄接抄配护欢输运呈选", "安教温法去货审别行清科文医书暖"),
        ('发', "开印下颁签激触引爆启突自蓬并研诱散分出转奋多频高易偶首批播刊始", "动展现放布挥生出起言票掘电货明达稿函文扬育酵热光行证表票包往"),
        ('传', "宣上流相代失遗家口盛", "播统达真承导授染递媒输单家阅销来"),
    ];

    private const string Others = "印颁下转分签抄举通汇播预推赠宣提递";

    private static readonly string[] Recipients =
    [
        "办", "局", "科", "部", "处", "室", "中心", "会", "站", "所", "组", "群", "邮箱", "平台", "街道", "镇", "集团", "工会", "专班", "学校", "公司", "系统", "信箱", "账号", "oa", "乡", "总队",
        "支队", "大队", "委", "@", "qq", "学院", "股", "院", "社区", "村", "网", "栏目", "云盘", "app", "小程序", "微信", "钉钉", "手机", "号",
    ];

    /// <summary>The verbs of a folded sentence in order.</summary>
    public static List<FoundVerb> All(string text)
    {
        var found = new List<FoundVerb>();
        for (var at = 0; at < text.Length; at++)
        {
            if (Long(text, at) is not { } verb && Single(text, at) is not { } single)
                continue;
            var next = Long(text, at) ?? Single(text, at)!;
            found.Add(next.Value);
            at = next.Value.To - 1;
        }

        return found;
    }

    private static FoundVerb? Long(string text, int at)
    {
        foreach (var (word, kind) in HandInWords.Verbs)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
                continue;
            // 上报 … but not 通过线上报名; 报到 a place, not to register; 提供 offers of the office are seen by their subject.
            if (at + word.Length < text.Length && (word is "上报" && text[at + 2] is '名' or '道' || (word is "报到" && text[at + 2] is '，' or '。')))
                continue;
            // 印发给, 汇报到, 提交给 are other verbs.
            if (at > 0 && Others.Contains(text[at - 1], StringComparison.Ordinal) && word[0] is '发' or '报' or '交' or '送' or '传')
                continue;
            // 反馈表, 报名表 are things; 发给你们 is said to the addressees.
            var rest = text.AsSpan(at + word.Length);
            if ((rest.StartsWith("表") && !(word is "填报" && rest.Length > 1 && ChineseNumber.Holds(rest[1]))) || rest.StartsWith("你们") || rest.StartsWith("你单位") || rest.StartsWith("给你们"))
                continue;
            return new FoundVerb(at, at + word.Length, kind);
        }

        return null;
    }

    private static FoundVerb? Single(string text, int at)
    {
        foreach (var (verb, behind, before) in Short)
        {
            if (text[at] != verb)
                continue;
            if ((at > 0 && IsOther(text, at, behind)) || (at + 1 < text.Length && before.Contains(text[at + 1], StringComparison.Ordinal)))
                return null;
            return HasRecipient(text, at + 1) || (verb is '报' or '交' && at > 0 && text[at - 1] == '前') || (verb == '报' && at + 1 < text.Length && IsThingNear(text, at + 1)) ? new FoundVerb(at, at + 1, VerbClass.Report) : null;
        }

        return null;
    }

    // 日报 is a word; in 6月30日报送 the day ends before the verb.
    private static bool IsOther(string text, int at, string behind) => behind.Contains(text[at - 1], StringComparison.Ordinal)
        && !(text[at - 1] == '旬' && at > 1 && text[at - 2] is '上' or '中' or '下')
        && !(text[at - 1] is '日' or '月' or '年' && at > 1 && (char.IsAsciiDigit(text[at - 2]) || ChineseNumber.Holds(text[at - 2])));

    private static bool HasRecipient(string text, int from)
    {
        var stretch = text.AsSpan(from, Math.Min(Reach, text.Length - from));
        var stop = stretch.IndexOfAny("，。;:、");
        if (stop >= 0)
            stretch = stretch[..stop];
        foreach (var word in Recipients)
        {
            if (stretch.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsThingNear(string text, int from)
    {
        var stretch = text.AsSpan(from, Math.Min(Reach, text.Length - from));
        var stop = stretch.IndexOfAny("，。;:");
        if (stop >= 0)
            stretch = stretch[..stop];
        foreach (var (word, _) in HandInWords.Things)
        {
            if (word.Length > 1 && stretch.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}

/// <summary>A verb of handing in (folded positions).</summary>
internal readonly record struct FoundVerb(int From, int To, VerbClass Class);
