namespace Bot.Domain.Plans;

/// <summary>What a plan is about, by its title: without 关于开展, year and 活动方案.</summary>
internal static class ShortTitle
{
    private static readonly string[] Leads = ["关于", "印发", "转发", "认真", "深入", "组织", "开展", "做好", "举办", "全国", "全省", "全市", "全县", "全区", "全镇", "全"];
    private static readonly string[] Tails = ["的通知", "的实施方案", "的工作方案", "的方案", "通知", "方案", "实施", "工作", "计划", "安排", "主题", "系列", "宣传活动", "活动", "意见", "的"];

    /// <summary>The short name; never empty.</summary>
    public static string Of(string title)
    {
        var words = title.Trim();
        if (words.IndexOf("关于", StringComparison.Ordinal) is var about and > 0)
            words = words[about..];
        if (words.IndexOf('年', StringComparison.Ordinal) is var year and >= 4 && words[(year - 4)..year].All(char.IsAsciiDigit))
            words = words[(year + 1)..];
        words = Without(words, Leads, static (text, lead) => text.StartsWith(lead, StringComparison.Ordinal) ? text[lead.Length..] : text);
        words = Without(words, Tails, static (text, tail) => text.EndsWith(tail, StringComparison.Ordinal) ? text[..^tail.Length] : text);
        words = words.Trim('“', '”', '《', '》', ' ', '　');
        return words.Length > 1 ? words : title;
    }

    // Cut as long as something can be; at least two characters stay.
    private static string Without(string words, string[] parts, Func<string, string, string> cut)
    {
        for (var before = ""; before != words;)
        {
            before = words;
            foreach (var part in parts)
            {
                if (cut(words, part) is { Length: > 1 } rest)
                    words = rest;
            }
        }

        return words;
    }
}
