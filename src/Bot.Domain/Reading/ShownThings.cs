namespace Bot.Domain.Reading;

/// <summary>Tells which things without a blank are shown all the same: those about which something was done.</summary>
internal sealed class ShownThings(MarkedText text, Frames frames)
{
    private const int LongStory = 150;
    private const Role Done = Role.Do | Role.GoTo | Role.Verbs | Role.Deed | Role.Find | Role.Fix;

    /// <summary>Whether something was done about the thing counted: 四个晚上, 两个出入口.</summary>
    public bool IsDeed(Surroundings around)
    {
        if (Scenarios.IsIn(text, around.Clause.From, around.Quantity.From) || (around.Roles & (Role.Do | Role.Deed)) == Role.None && Scenarios.IsIn(text, text.SentenceStart(around.Clause), around.Quantity.From))
            return false;
        if (text.HasAny(around.Before, around.Behind, "问题", "线索", "建议", "意见", "短板", "毛病", "不足"))
            return true;
        if (around.Quantity.Measure is "户" or "家" or "组" && frames.InSentence(around.Clause).Count > 0)
            return true;
        if (!text.HasAny(around.Clause.From, around.Quantity.From, "在", "到", "赴", "走进", "深入", "前往")
            && text.RoleHits(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 6)).Any(hit => (hit.Roles & (Role.Place | Role.Body)) != Role.None))
            return true; // 9个班
        if (around.Quantity.Measure is not ("个" or "项" or "点" or "道" or "头" or "位" or "层" or "块" or "段" or "版" or "座" or "张" or "户" or "家" or "套" or "台套" or "间" or "条" or "组" or "枚" or "枝" or "格" or "栋" or "幢" or "所" or "艘" or "艘次"))
            return text.Source.Length < LongStory || around.Quantity.Measure is not ("台" or "盏" or "面" or "处" or "起" or "把" or "册" or "辆" or "株") || IsTold(around);
        return (around.Roles & Done) != Role.None || text.ConceptHits(around.Before, around.Behind).Any(hit => hit.Concept.IsThing)
            || (text.RolesIn(DeedsFrom(around), around.Quantity.From) & Done) != Role.None;
    }

    // 弥雾机11台, 在册车辆34台 in a long story: without a word of doing in the clause, or before it in the sentence, nothing was done.
    private bool IsTold(Surroundings around) => around.Quantity.Labelled || text.ConceptHits(around.Before, around.Behind).Any(hit => hit.Concept.IsThing)
        || (text.RolesIn(around.Clause.From, around.Clause.To) & (Done | Role.Attend)) != Role.None || (text.RolesIn(text.SentenceStart(around.Clause), around.Quantity.From) & Done) != Role.None;

    // Where what was done can stand: in the clause; where it has no words of its own, in the one before.
    private int DeedsFrom(Surroundings around)
    {
        var index = around.Clause.Index;
        return around.ContentBefore == 0 && index > 0 && text.Clauses[index - 1].Sentence == around.Clause.Sentence ? text.Clauses[index - 1].From : around.Clause.From;
    }

    /// <summary>Whether the money was given or taken: 兑现奖励1800元, 罚款500元.</summary>
    public bool IsPaid(Surroundings around) => text.HasAny(around.Clause.From, around.Quantity.From, "兑现", "奖励", "奖金", "罚款", "募集", "慰问金", "补贴")
        && !text.HasAny(around.Clause.From, around.Quantity.From, "每", "最高", "单笔", "明确", "规定", "一般", "预算", "申请", "最多");
}
