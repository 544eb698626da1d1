namespace Bot.Domain.Plans;

/// <summary>What a campaign is called: the name in the title, in quotation marks or ending in 月, 周, 日, 行动.</summary>
internal static class PlanSubject
{
    private static readonly string[] Ends = ["安全生产月", "宣传月", "宣传周", "宣传日", "质量月", "安全月", "教育周", "教育日", "安全日", "减灾日", "减灾周", "百日攻坚", "百日行动", "专项行动", "专项整治", "行动", "月", "周", "日"];

    /// <summary>The name, folded; null: nothing names it.</summary>
    public static string? Of(string? title, List<PlanLine> lines)
    {
        var folded = title is null ? "" : PlanLine.Of(title).Words;
        return Quoted(folded) ?? Named(folded) ?? lines.Take(20).Select(line => Quoted(line.Words)).FirstOrDefault(name => name is not null);
    }

    // 梧桐里社区2023年消防宣传月活动方案
    private static string? Named(string words)
    {
        foreach (var end in Ends)
        {
            var at = words.IndexOf(end, StringComparison.Ordinal);
            if (at < 1 || !char.IsLetter(words[at - 1]) && end.Length == 1)
                continue;
            var from = at;
            while (from > 0 && at - from < 10 && char.IsLetter(words[from - 1]) && words[from - 1] is not ('年' or '展' or '于'))
                from--;
            if (at + end.Length - from > 2)
                return words[from..(at + end.Length)];
        }

        return null;
    }

    private static string? Quoted(string words)
    {
        for (var open = words.IndexOf('“', StringComparison.Ordinal); open >= 0; open = words.IndexOf('“', open + 1))
        {
            var close = words.IndexOf('”', open);
            if (close < 0)
                return null;
            var end = close + 1;
            var name = words[(open + 1)..close];
            // “119”消防宣传月: the rest stands behind the marks.
            if (end < words.Length && name.Length <= 8 && !name.EndsWith('月') && !name.EndsWith('周') && !name.EndsWith('日'))
            {
                foreach (var tail in Ends)
                {
                    var at = words.IndexOf(tail, end, StringComparison.Ordinal);
                    if (at >= end && at - end <= 4 && words[end..at].All(char.IsLetter))
                        return name + words[end..(at + tail.Length)];
                }
            }

            if (name.Length is > 2 and <= 16 && (name.EndsWith('月') || name.EndsWith('周') || name.EndsWith('日')))
                return name;
        }

        return null;
    }
}
