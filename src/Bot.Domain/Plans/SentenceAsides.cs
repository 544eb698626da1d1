namespace Bot.Domain.Plans;

/// <summary>What a sentence says of handing in without asking for it.</summary>
internal sealed class SentenceAsides(SentenceText sentence, IReadOnlyList<PlanTime> times)
{
    private static readonly string[] Refusals = ["不再", "无需", "不需", "无须", "毋须", "不必", "不用", "不要求", "不得", "不另", "免于", "免报", "不单独", "不作要求", "不报", "不予", "严禁", "不要"];
    private static readonly string[] Kept = ["留存", "备查", "存档", "归档", "建档", "留档", "归入", "入档", "自存", "保存", "自己存"];
    private static readonly string[] Triggers = ["发现", "遇有", "一旦", "如遇", "如有", "发生", "出现", "突发", "接到"];
    private static readonly string[] AtOnce = ["立即", "第一时间", "小时内", "随时", "即时", "电话", "马上", "立刻"];
    private static readonly string[] Contents = ["内容包括", "主要包括", "内容应", "包括但", "应包含", "内容为"];
    private static readonly string[] Named = ["材料", "内容", "的", "资料", "信息"];
    private static readonly string[] Rules = ["须", "应", "要", "统一", "请", "一律"];

    /// <summary>Whether a verb is refused (无需上报), or bound to something that may happen (一旦发生…立即报告).</summary>
    public bool IsRefused(int at)
    {
        var part = sentence.Masked.AsSpan(sentence.SegmentFrom(at)..sentence.SegmentTo(at));
        return Has(part[..Math.Min(part.Length, at - sentence.SegmentFrom(at))], Refusals) || (Has(sentence.Masked.AsSpan(0, at), Triggers) && Has(sentence.Masked, AtOnce) && !times.Any(time => time is PlanTime.Days or PlanTime.Weekly or PlanTime.Monthly));
    }

    /// <summary>Whether a verb belongs to the name of what was asked before: 报送材料须经签字.</summary>
    public bool IsTopic(FoundVerb verb)
    {
        var before = sentence.Masked[sentence.SegmentFrom(verb.From)..verb.From].Trim();
        var stretch = sentence.Masked[verb.To..sentence.SegmentTo(verb.From)];
        if (before.Length == 0 && Array.Exists(Named, word => stretch.StartsWith(word, StringComparison.Ordinal)) && Array.Exists(Rules, word => stretch.Contains(word, StringComparison.Ordinal)))
            return true;
        // 各单位报送作品后 is what has happened by then.
        if (stretch.Length < 12 && stretch.EndsWith('后') && !times.Any(time => time.From >= sentence.SegmentFrom(verb.From) && time.To <= verb.From))
            return true;
        return stretch.StartsWith('的') && !stretch.StartsWith("的同时", StringComparison.Ordinal);
    }

    /// <summary>Whether a thing is kept on file, refused, or what another one consists of.</summary>
    public bool IsAside(FoundThing thing)
    {
        var part = sentence.Masked.AsSpan(sentence.SegmentFrom(thing.To)..sentence.SegmentTo(thing.To));
        if (Has(part, Kept) && !HandInVerbs.All(part.ToString()).Exists(verb => verb.Class == VerbClass.Report))
            return true;
        if (Has(part, Refusals) && !times.Any(time => time.From >= sentence.SegmentFrom(thing.To) && time.To <= sentence.SegmentTo(thing.To)))
            return true;
        return Has(part, Contents) || thing.Words.StartsWith("以上", StringComparison.Ordinal) || thing.Words.StartsWith("上述", StringComparison.Ordinal);
    }

    private static bool Has(ReadOnlySpan<char> part, string[] words)
    {
        foreach (var word in words)
        {
            if (part.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
