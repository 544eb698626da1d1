namespace Bot.Domain.Plans;

/// <summary>Tells who hands in: what stands before the chunk in its part of the sentence, else at the sentence's beginning.</summary>
internal sealed class DutyActors(Recipients recipients)
{
    private const int Longest = 24;
    private const string Ends = "于将把应要须需在每自从请可，向对按";
    private const string Rhythms = "月周日天季年两双次场晚逢";

    // 应急办 and 在建项目 begin with a character that elsewhere ends the subject.
    private static readonly string[] Compounds = ["应急", "主要", "重要", "自来水", "自治", "从业", "对外", "在建", "需求", "要素"];
    private static readonly string[] Leads = ["由", "并", "同时", "其中", "今后", "另外", "请"];

    /// <summary>The words for it; empty: the sentence does not say.</summary>
    public string Of(DutySentence read, DutyChunk chunk)
    {
        var at = Math.Min(chunk.Time?.From ?? int.MaxValue, chunk.Verbs.Select(verb => verb.From).DefaultIfEmpty(int.MaxValue).Min());
        var beside = chunk.Things.Where(thing => at == int.MaxValue || read.SegmentFrom(thing.To) >= read.SegmentFrom(at)).Select(thing => thing.From).DefaultIfEmpty(at);
        at = Math.Min(at, beside.Min());
        if (Maker(read, chunk) is { } maker)
            return maker;
        var own = Subject(read.Before(at));
        if (own.Length > 1 || at == 0)
            return own;
        // 教科室评选课件，每班1份，5月18日前交: each class hands in.
        if (read.SegmentFrom(at) == 0 || NamesUnits(read.Masked.AsSpan(0, at)))
            return "";
        // 总结11月底前报管理部，统计表12月2日前报…: nobody is named.
        var first = read.FirstPart;
        var end = TimeGrammar.All(first).Select(time => time.From).DefaultIfEmpty(first.Length).Min();
        return HandInThings.All(first[..end]).Count > 0 ? "" : Subject(first[..end]);
    }

    // 由督导组列出清单，6月30日前交有关部门: an office that makes the thing hands it in.
    private string? Maker(DutySentence read, DutyChunk chunk)
    {
        if (chunk.Things.Count == 0)
            return null;
        var to = chunk.Things[0].To;
        var by = read.Masked.LastIndexOf('由', Math.Max(0, to - 1));
        if (by < 0 || by < read.SegmentFrom(to))
            return null;
        for (var length = to - by - 1; length > 1; length--)
        {
            if (recipients.IsOffice(read.Masked.Substring(by + 1, length)))
                return read.Masked.Substring(by + 1, length);
        }

        return null;
    }

    // 各社区, 每班: units are named; 每月 and 每周 are times.
    private static bool NamesUnits(ReadOnlySpan<char> words)
    {
        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (words[at] == '各' || (words[at] == '每' && !Rhythms.Contains(words[at + 1], StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private static string Subject(string words)
    {
        var subject = words.Trim();
        foreach (var lead in Leads)
        {
            if (subject.StartsWith(lead, StringComparison.Ordinal))
                subject = subject[lead.Length..];
        }

        var end = HandInVerbs.All(subject).Select(verb => verb.From).DefaultIfEmpty(subject.Length).Min();
        for (var at = 0; at < end; at++)
        {
            if (IsEnd(subject, at))
                end = at;
        }

        return end > Longest ? "" : subject[..end].Trim();
    }

    private static bool IsEnd(string words, int at)
    {
        if (words.AsSpan(at).StartsWith("分别"))
            return true;
        if (!Ends.Contains(words[at], StringComparison.Ordinal))
            return false;
        if (words[at] == '每')
            return at + 1 < words.Length && Rhythms.Contains(words[at + 1], StringComparison.Ordinal);
        return !Compounds.Any(word => word.IndexOf(words[at], StringComparison.Ordinal) is var inside && inside >= 0 && at >= inside && string.CompareOrdinal(words, at - inside, word, 0, word.Length) == 0);
    }
}
