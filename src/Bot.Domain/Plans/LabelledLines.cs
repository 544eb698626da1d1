namespace Bot.Domain.Plans;

/// <summary>Joins lines that each name one side of a hand-in: 报送内容：…, 报送单位：…, 报送时间：….</summary>
internal sealed class LabelledLines
{
    private const int LongestLabel = 8;
    private static readonly string[] What = ["内容", "材料", "资料", "事项"];
    private static readonly string[] When = ["时间", "时限", "频次", "截止日期", "期限"];
    private static readonly string[] Who = ["单位", "对象", "主体"];
    private static readonly string[] How = ["方式", "地址", "渠道", "途径", "邮箱", "要求"];
    private readonly List<(PlanLine First, Dictionary<char, string> Sides)> groups = [];

    /// <summary>Takes a line that is one side; false: it is another line.</summary>
    public bool Take(PlanLine line)
    {
        var body = line.Body;
        var colon = body.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > LongestLabel || body.AsSpan(0, colon).IndexOfAny('，', '。', '“') >= 0)
            return false;
        var label = body[..colon];
        var side = Side(label);
        if (side == '\0' || !(label.StartsWith('报') || label.StartsWith("上报", StringComparison.Ordinal) || label.StartsWith("提交", StringComparison.Ordinal) || label.StartsWith("填报", StringComparison.Ordinal) || label.StartsWith("征集", StringComparison.Ordinal)))
            return false;
        if (groups.Count == 0 || groups[^1].Sides.ContainsKey(side) || line.Mark.Length > 0)
            groups.Add((line, []));
        groups[^1].Sides[side] = body[(colon + 1)..].TrimEnd('。', ';', '，');
        return true;
    }

    /// <summary>A sentence for each hand-in taken so far, with its first line.</summary>
    public List<(string Sentence, PlanLine First)> Flush()
    {
        var made = groups.Where(group => group.Sides.ContainsKey('c') && group.Sides.ContainsKey('t'))
            .Select(group => (group.Sides.GetValueOrDefault('u', "") + "于" + group.Sides['t'] + "报送" + group.Sides['c'], group.First)).ToList();
        groups.Clear();
        return made;
    }

    private static char Side(string label) =>
        What.Any(label.EndsWith) ? 'c' : When.Any(label.EndsWith) ? 't' : Who.Any(label.EndsWith) ? 'u' : How.Any(label.EndsWith) ? 'h' : '\0';
}
