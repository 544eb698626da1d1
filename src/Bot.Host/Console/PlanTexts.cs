using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Plans;

namespace Bot.Host.Console;

/// <summary>The console's words about drafts.</summary>
internal static class PlanTexts
{
    public static string Of(DraftState state) => state switch
    {
        DraftState.Draft => "草稿",
        DraftState.Activated => "已启用",
        DraftState.Discarded => "已放弃",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Sum => "各次相加",
        Aggregate.Latest => "以最后一次为准",
        Aggregate.Any => "报“是”的单位数",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>When a hand-in is due.</summary>
    public static string When(PlanObligation handIn) => ScheduleText.When(handIn.Schedule, handIn.Time is { Hour: 24 } ? null : handIn.Time?.Time);
}
