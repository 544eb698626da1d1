using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;

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

    /// <summary>Everything is over.</summary>
    public const string NothingAhead = "后面没有要报的了。";

    /// <summary>How to get the deadlines into one's own calendar.</summary>
    public const string Subscribe = "可以订阅到手机日历（设置里“添加订阅日历”，填下面的链接），改期会自动更新。";

    /// <summary>A name nobody knows.</summary>
    public static string UnknownTopic(string word, string topic) =>
        $"不认识“{topic}”。可以发：{word}、{word} 总结、{word} 材料、{word} 6月20日。";

    /// <summary>Nothing is left to do.</summary>
    public static string OwnAllReported(IReadOnlyList<Unit> own) => $"{string.Join('、', own.Select(u => u.Name))}目前应报的都报了。";

    /// <summary>What became of a 催报.</summary>
    public static string Of(NudgeOutcome outcome, IReadOnlyList<OccurrenceStanding> asked, DueBoard board) => outcome switch
    {
        NudgeOutcome.Queued queued => FormattableString.Invariant($"好的，这就提醒：{Names(asked, board)}，还差{queued.Units}家。"),
        NudgeOutcome.NobodyMissing => NobodyMissing,
        NudgeOutcome.AlreadyToday => $"{Names(asked, board)}今天已经催过了，同一期一天只催一次。",
        NudgeOutcome.Quiet => "现在是休息时间，没有发提醒。确实要发，请发“催报 现在”。",
        NudgeOutcome.NobodyToTell => "没有可以提醒的群或人，请先绑定群。",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Names(IEnumerable<OccurrenceStanding> occurrences, DueBoard board) =>
        string.Join('、', occurrences.Select(o => ObligationNames.Of(o, board)));
}
