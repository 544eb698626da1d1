using System.Buffers;

namespace Bot.Domain.Plans;

/// <summary>Where hand-ins go, as the plan says; who receives them is the office, and what it sends on is nobody's duty here.</summary>
internal sealed class Recipients
{
    private const int Reach = 18;
    private const string Levels = "镇乡县区市州省国";
    private static readonly string[] Offices =
    [
        "办公室", "管理局", "委员会", "管理部", "保卫部", "组委会", "指挥部", "领导小组", "中心", "工会", "专班", "办", "局", "科", "部", "处", "股", "室", "站", "所", "委", "会", "组", "厅", "院", "集团", "公司", "街道", "镇",
    ];

    private static readonly string[] Groups = ["工作群", "联络群", "调度群", "微信群", "qq群", "钉钉群", "联络群内", "群内", "群里", "群中"];
    private static readonly SearchValues<char> Stops = SearchValues.Create("，。;:、 ");
    private static readonly SearchValues<char> Toward = SearchValues.Create("在到至往于，");
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly string issuer;

    private Recipients(string issuer) => this.issuer = issuer;

    /// <summary>Finds them in a plan.</summary>
    public static Recipients Of(PlanOutline outline)
    {
        var lines = outline.Lines.ToList();
        var found = new Recipients(string.Concat(lines.Take(6).Select(line => line.Words)) + string.Concat(lines.TakeLast(3).Where(line => line.Words.Length < 40 && !line.Words.Contains('。', StringComparison.Ordinal)).Select(line => line.Words)));
        foreach (var line in lines)
        {
            foreach (var sentence in Sentences.Of(line.Words))
            {
                foreach (var verb in HandInVerbs.All(sentence))
                {
                    if (Named(sentence, verb) is { Length: > 1 } name)
                        found.known.Add(name);
                }
            }
        }

        return found;
    }

    /// <summary>Whether somebody is the office that receives the hand-ins.</summary>
    public bool IsOffice(string actor)
    {
        if (actor.Length < 2 || actor.Contains('各', StringComparison.Ordinal) || actor.Contains('每', StringComparison.Ordinal) || actor.Contains("有关", StringComparison.Ordinal) || actor.Contains("相关", StringComparison.Ordinal))
            return false;
        var bare = actor;
        foreach (var tail in (ReadOnlySpan<string>)["汇总后", "负责汇总", "汇总", "负责", "统一", "审核后", "整理后"])
            bare = bare.Replace(tail, "", StringComparison.Ordinal);
        return known.Any(name => name == bare || (bare.Length >= 3 && (name.EndsWith(bare, StringComparison.Ordinal) || (bare.Length >= 4 && name.StartsWith(bare, StringComparison.Ordinal)) || bare.EndsWith(name, StringComparison.Ordinal) && name.Length >= 3)))
            || bare.EndsWith("督导组", StringComparison.Ordinal) || bare.EndsWith("督查组", StringComparison.Ordinal) || bare.EndsWith("检查组", StringComparison.Ordinal) || bare.EndsWith("巡查组", StringComparison.Ordinal)
            || bare is "我局" or "我办" or "我委" or "街道" or "镇" or "集团" or "公司" or "集团公司" or "局" or "医院" or "学校" or "管委会" or "街道办事处" or "镇政府" or "市局" or "县局" or "区局" or "集团总部"
            || (actor.Contains("汇总", StringComparison.Ordinal) && Offices.Any(bare.EndsWith));
    }

    /// <summary>Whether somebody is one office, not a kind of unit.</summary>
    public bool LooksLikeOffice(string actor) => IsOffice(actor) || (actor.IndexOfAny(['各', '每', '请']) < 0 && !actor.Contains("单位", StringComparison.Ordinal) && Offices.Any(actor.EndsWith));

    /// <summary>Whether it goes to an office above the plan's own: 报县安委办 in a town's plan.</summary>
    public bool IsUpward(DutySentence read, DutyChunk chunk, string actor)
    {
        if (actor.Contains('各', StringComparison.Ordinal))
            return false;
        foreach (var verb in chunk.Verbs)
        {
            if (Named(read.Masked, verb) is { Length: > 2 } name && !name.StartsWith("市场", StringComparison.Ordinal) && !name.StartsWith("国有", StringComparison.Ordinal) && Levels.IndexOf(name[0], StringComparison.Ordinal) is var level and >= 2 && !issuer.Contains(name[..2], StringComparison.Ordinal)
                && !issuer.Contains(name[0], StringComparison.Ordinal))
                return true;
        }

        return read.Masked.Contains("汇总", StringComparison.Ordinal) && actor.Length > 0 && Offices.Any(actor.EndsWith) && !actor.Contains("单位", StringComparison.Ordinal) && known.Contains(actor);
    }

    /// <summary>Where a chunk's things go, in the plan's words; null: it is not said.</summary>
    public string? Where(DutySentence read, DutyChunk chunk)
    {
        foreach (var verb in chunk.Verbs)
        {
            var from = read.SegmentFrom(verb.From);
            foreach (var group in Groups)
            {
                var at = read.Masked.IndexOf(group, from, StringComparison.Ordinal);
                if (at < 0 || at > verb.To + Reach)
                    continue;
                var start = read.Masked.AsSpan(0, at).LastIndexOfAny(Toward) + 1;
                return read.Masked[start..(at + group.Length)].Trim();
            }

            if (Named(read.Masked, verb) is { Length: > 1 } name)
                return name;
        }

        return null;
    }

    // 报镇应急办, 交至保卫科, 向安委办报送.
    private static string? Named(string text, FoundVerb verb)
    {
        var toward = text.LastIndexOf('向', verb.From);
        if (toward >= 0 && verb.From - toward <= Reach && Office(text[(toward + 1)..verb.From]) is { } asked)
            return asked;
        var end = verb.To;
        while (end < text.Length && text[end] is '至' or '到' or '给' or '往' or '由' or ' ')
            end++;
        var stop = text.AsSpan(end).IndexOfAny(Stops);
        return Office(text.Substring(end, Math.Min(stop < 0 ? text.Length - end : stop, Reach)));
    }

    private static string? Office(string words)
    {
        var best = 0;
        foreach (var office in Offices)
        {
            var at = words.IndexOf(office, StringComparison.Ordinal);
            if (at > 0 && at + office.Length > best && (best == 0 || at <= best))
                best = at + office.Length;
        }

        return best == 0 ? null : words[..best];
    }
}
