using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;

namespace Bot.Domain.Questions;

/// <summary>A question in free words that can be answered from what is known.</summary>
public abstract record FreeQuestion
{
    private FreeQuestion() { }

    /// <summary>还有谁没交？</summary>
    public sealed record WhoIsMissing(DueTopic Topic) : FreeQuestion;

    /// <summary>总结交了几家？</summary>
    public sealed record HowManyReported(DueTopic Topic) : FreeQuestion;

    /// <summary>上周四谁迟到了？ 谁补报的？</summary>
    public sealed record WhoWasLate(DueTopic Topic) : FreeQuestion;

    /// <summary>总结哪天截止？ Null: nothing of that name is asked for here.</summary>
    public sealed record WhenDue(DueTopic? Topic) : FreeQuestion;

    /// <summary>统计表在哪里下载？</summary>
    public sealed record WhereIsTheForm : FreeQuestion;

    /// <summary>我们交了吗？</summary>
    public sealed record OwnStatus(DueTopic Topic) : FreeQuestion;

    /// <summary>演练一共多少场？</summary>
    /// <param name="Campaign">The campaign whose forms have the blanks.</param>
    /// <param name="Slots">The blanks asked for; empty: the forms have none for <paramref name="What"/>.</param>
    /// <param name="What">What is asked about, in the asker's words, where no blank is for it.</param>
    /// <param name="Period">The days asked about, by name; null: everything so far.</param>
    /// <param name="Whose">Whose figures.</param>
    public sealed record Figure(Campaign Campaign, IReadOnlyList<SlotId> Slots, string What, NamedSpan? Period, FigureOf Whose) : FreeQuestion;
}

/// <summary>Days with the words they were named by: 本周, 6月13日.</summary>
public sealed record NamedSpan(DaySpan Days, string Name);

/// <summary>Whose figures are asked for.</summary>
public abstract record FigureOf
{
    private FigureOf() { }

    /// <summary>Those of all units.</summary>
    public sealed record All : FigureOf;

    /// <summary>Those of the asker's own.</summary>
    public sealed record Own : FigureOf;

    /// <summary>Those of a unit by name.</summary>
    public sealed record One(Unit Unit) : FigureOf;
}
