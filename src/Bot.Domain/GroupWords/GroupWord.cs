namespace Bot.Domain.GroupWords;

/// <summary>A word said to the bot (design §6).</summary>
public abstract record GroupWord
{
    private GroupWord() { }

    /// <summary>帮助: what can be said.</summary>
    public sealed record Help : GroupWord;

    /// <summary>绑定 &lt;码&gt;: this chat becomes a liaison group.</summary>
    public sealed record Bind(string Code) : GroupWord;

    /// <summary>登记 &lt;码&gt;: the sender becomes a unit's liaison.</summary>
    public sealed record Register(string Code) : GroupWord;

    /// <summary>我的: what the sender's unit has reported.</summary>
    public sealed record Mine : GroupWord;

    /// <summary>汇总 [本周|上周|6月|…]: the figures so far.</summary>
    public sealed record Rollup(string Period) : GroupWord;

    /// <summary>明细 [单位]: a unit's records.</summary>
    public sealed record Detail(string Unit) : GroupWord;

    /// <summary>导出 [格式]: the files.</summary>
    public sealed record Export(string Format) : GroupWord;

    /// <summary>代报 &lt;单位&gt; …: reported for another unit.</summary>
    public sealed record ReportFor(string Unit, int BodyAt) : GroupWord;

    /// <summary>后台: the console's link.</summary>
    public sealed record Console : GroupWord;

    /// <summary>进度 [什么]: how many have reported, with the denominators.</summary>
    public sealed record Progress(string Topic) : GroupWord;

    /// <summary>未报 [什么]: who has not.</summary>
    public sealed record Missing(string Topic) : GroupWord;

    /// <summary>催报 [什么] [现在]: reminds at once; <paramref name="Now"/>: in quiet hours, too.</summary>
    public sealed record Nudge(string Topic, bool Now) : GroupWord;

    /// <summary>免报 &lt;单位&gt; [什么] [原因]: asks nothing of a unit.</summary>
    public sealed record Excuse(string Words) : GroupWord;

    /// <summary>撤销免报 &lt;单位&gt; [什么]: asks for it again.</summary>
    public sealed record Reopen(string Words) : GroupWord;

    /// <summary>请假 [单位] [什么] [原因]: a liaison asks to be excused.</summary>
    public sealed record Leave(string Words) : GroupWord;

    /// <summary>延期 [什么] [原日期] 到 &lt;新日期&gt; [原因]: moves a deadline.</summary>
    public sealed record Postpone(string Words) : GroupWord;

    /// <summary>日程: the next deadlines, and a calendar to subscribe to.</summary>
    public sealed record Schedule : GroupWord;

    /// <summary>图: the campaign's charts.</summary>
    public sealed record Charts : GroupWord;
}
