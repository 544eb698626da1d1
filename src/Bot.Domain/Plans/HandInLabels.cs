namespace Bot.Domain.Plans;

/// <summary>The sides of a hand-in where a label names each: 报送内容, 报送时间, 报送单位, 报送方式.</summary>
internal static class HandInLabels
{
    private static readonly (HandInSide Side, string[] Ends)[] Known =
    [
        (HandInSide.When, ["时间", "时限", "频次", "截止日期", "日期", "期限", "截止"]),
        (HandInSide.What, ["内容", "材料", "资料", "事项", "名称", "项目", "清单"]),
        (HandInSide.Who, ["单位", "对象", "主体", "责任人"]),
        (HandInSide.How, ["方式", "地址", "渠道", "途径", "邮箱", "要求"]),
    ];

    /// <summary>The side a folded label names.</summary>
    public static HandInSide Of(string label)
    {
        foreach (var (side, ends) in Known)
        {
            if (ends.Any(label.EndsWith))
                return side;
        }

        return HandInSide.None;
    }

    /// <summary>The side of words that begin with a label and a colon, and what follows the colon.</summary>
    public static (HandInSide Side, string Label, string Words) Parts(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 12 || words.AsSpan(0, colon).IndexOfAny('，', '。', '“') >= 0)
            return (HandInSide.None, "", words);
        return (Of(words[..colon]), words[..colon], words[(colon + 1)..]);
    }
}

/// <summary>One side of a hand-in.</summary>
internal enum HandInSide
{
    /// <summary>No label.</summary>
    None,

    /// <summary>What is handed in.</summary>
    What,

    /// <summary>By when.</summary>
    When,

    /// <summary>By whom.</summary>
    Who,

    /// <summary>In which way.</summary>
    How,
}
