namespace Bot.Domain.Reading;

/// <summary>
/// Tells activities that are only parts of what is being told: what a drill makes believe and how it goes on, a part of the
/// programme (互动环节), what is done every day, where inspectors and reporters went.
/// </summary>
internal sealed class StoryParts(MarkedText text, Draft draft)
{
    private const int LongestPart = 8;
    private const int StoryReach = 2;
    private static readonly string[] Routine = ["每天", "每日", "每晚", "每班", "每周", "每月", "平时", "日常", "平日"];
    private static readonly string[] Inspecting = ["采访", "检查", "督导", "督查", "调研", "暗访", "执法", "巡查", "排查", "摸排", "挖掘", "取材", "采写", "蹲点"];
    private static readonly string[] Telling = ["宣传", "宣讲", "讲", "培训", "教", "送安全", "发放", "活动", "演练"];
    private static readonly string[] Further = ["随后", "会后", "之后", "同时", "另", "还", "结束", "此外", "接着", "当天", "并"];

    /// <summary>Whether a mention opens no occasion of its own.</summary>
    public bool IsAside(Clause clause, Mention mention) => !IsCounted(clause)
        && (IsRoutine(clause, mention) || IsVisit(clause, mention) || IsOfProgramme(clause) || IsGoingRound(clause, mention) || IsInDrill(clause, mention));

    private bool IsCounted(Clause clause) => text.QuantitiesIn(clause.From, clause.To).Any(quantity => quantity.Class == MeasureClass.Session);

    // 公司每天利用晨会通报进展: what is done on any day.
    private bool IsRoutine(Clause clause, Mention mention) => text.HasAny(clause.From, mention.From, Routine) && !text.QuantitiesIn(clause.From, clause.To).Any();

    // 记者跟随检查组深入企业、工地采访: gone to look, not to tell.
    private bool IsVisit(Clause clause, Mention mention) => mention.Concept is { Replaces: true } && text.HasAny(clause.From, clause.To, Inspecting) && !text.HasAny(clause.From, clause.To, Telling)
        && text.HasAny(mention.From, Math.Min(clause.To, mention.From + 2), "深入", "走进");

    // 志愿者在行动1场，……挨家挨户提醒经营户: how what is told went on.
    private bool IsGoingRound(Clause clause, Mention mention) => mention.Concept is { Replaces: true } && text.Source.Text[mention.From..mention.To] is "挨家挨户" or "挨家" or "挨户" or "挨门" or "挨门挨户" or "逐户"
        && draft.Frames.Exists(frame => frame.Sentence == clause.Sentence && frame.HasFigures && frame.Group != mention.Group);

    // 互动环节，36名学生抢答成功: a part of the occasion told before.
    private bool IsOfProgramme(Clause clause)
    {
        if (draft.Frames.Count == 0 || clause.Index == 0)
            return false;
        for (var i = clause.Index - 1; i >= 0 && text.Clauses[i].Sentence == clause.Sentence; i--)
        {
            var before = text.Clauses[i];
            if (before.To - before.From <= LongestPart && text.Source.Text[before.From..before.To].EndsWith("环节") && !text.QuantitiesIn(before.From, before.To).Any())
                return true;
        }

        return false;
    }

    // 演练设定……管涌。接到指令后，村干部逐户敲门: how the drill's story goes on.
    private bool IsInDrill(Clause clause, Mention mention)
    {
        if (draft.Frames.Count == 0 || mention.Concept is null or { Name: "演练" } || draft.Frames[^1].Mention.Concept is not { } last || !last.Name.Contains("演练", StringComparison.Ordinal))
            return false;
        var start = text.SentenceStart(clause);
        if (text.DatesIn(start, clause.To).Any() || text.HasAny(start, mention.From, Further))
            return false;
        var first = text.Clauses.FindIndex(other => other.Sentence >= clause.Sentence - StoryReach);
        return Scenarios.IsIn(text, text.Clauses[first].From, mention.From);
    }
}
