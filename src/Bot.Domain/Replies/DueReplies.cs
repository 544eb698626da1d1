using Bot.Domain.Organisation;

namespace Bot.Domain.Replies;

/// <summary>The short sentences about what is owed.</summary>
public static class DueReplies
{
    /// <summary>Nothing is asked for here, or nothing that fits.</summary>
    public const string NothingAsked = "没有这样的报送要求。";

    /// <summary>A denominator of nothing.</summary>
    public const string NobodyAsked = "没有应报";

    /// <summary>Nobody is missing.</summary>
    public const string NobodyMissing = "都报齐了，没有还差的。";

    /// <summary>The whole list went to the asker alone.</summary>
    public const string ListPrivately = "全部名单已发到您与助手的私聊。";

    /// <summary>A name nobody knows.</summary>
    public static string UnknownTopic(string word, string topic) =>
        $"不认识“{topic}”。可以发：{word}、{word} 总结、{word} 材料、{word} 6月20日。";

    /// <summary>Nothing is left to do.</summary>
    public static string OwnAllReported(IReadOnlyList<Unit> own) => $"{string.Join('、', own.Select(u => u.Name))}目前应报的都报了。";
}
