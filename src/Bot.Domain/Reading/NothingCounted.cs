namespace Bot.Domain.Reading;

/// <summary>Tells figures that count nothing a report reports: topics, sayings, parts, kinds, manners of speaking.</summary>
internal sealed class NothingCounted(MarkedText text)
{
    private const int SayingReach = 40;

    /// <summary>Whether it is one of a list of ones: 一封家书、一次演练、一场电影.</summary>
    public bool IsAmongOnes(Quantity quantity, Clause clause)
    {
        if (quantity is not { Value: 1, Number.Digits: false } || text.Source[quantity.Number.Core] != '一')
            return false;
        var words = text.Source.Text[clause.From..clause.To];
        return words.Count("、一") >= 2 && !text.QuantitiesIn(clause.From, clause.To).Any(static other => other.Value != 1);
    }

    /// <summary>Whether a story only opens with it: 一场露天电影，一堂安全课程。6月27日…….</summary>
    public bool IsLeadOne(Quantity quantity, Clause clause) => clause.Sentence == 0 && quantity is { Value: 1, Number.Digits: false } && text.Clauses[^1].Sentence > 0 && text.Source[quantity.Number.Core] == '一'
        && !text.Dates.Exists(date => text.ClauseAt(date.From).Sentence == 0) && text.Dates.Count > 0 && !text.RolesIn(clause.From, quantity.From).HasFlag(Role.Do);

    /// <summary>Whether it stands in words somebody is quoted with: “最高可奖10万元”.</summary>
    public bool IsSaying(Quantity quantity)
    {
        var words = text.Source.Text;
        var open = words[Math.Max(0, quantity.From - SayingReach)..quantity.From].LastIndexOfAny("“”\n");
        if (open < 0 || words[Math.Max(0, quantity.From - SayingReach) + open] != '“')
            return false;
        var close = words[quantity.To..Math.Min(words.Length, quantity.To + SayingReach)].IndexOfAny("“”\n");
        return close >= 0 && words[quantity.To + close] == '”';
    }

    /// <summary>Whether it is what something fell or rose to: 违章由26起下降到9起.</summary>
    public bool IsChange(Quantity quantity)
    {
        var before = text.Source.Text[..quantity.From].TrimEnd("了约近 ");
        return before.EndsWith("下降到") || before.EndsWith("下降至") || before.EndsWith("降到") || before.EndsWith("降至") || before.EndsWith("减少到") || before.EndsWith("减少至") || before.EndsWith("减至")
            || before.EndsWith("增加到") || before.EndsWith("增至") || before.EndsWith("上升到") || before.EndsWith("上升至") || before.EndsWith("升至") || before.EndsWith("缩短到") || before.EndsWith("缩短至");
    }

    /// <summary>Whether it counts what was talked about: 剖析3起中毒事故, 以近年8起火灾为例.</summary>
    public bool IsTopic(Quantity quantity, Clause clause)
    {
        if (quantity.Measure is not ("起" or "例" or "个" or "宗" or "件") || !text.HasAny(quantity.To, Math.Min(clause.To, quantity.To + 14), "事故", "火灾", "案例", "判例", "火情", "案件", "爆炸"))
            return false;
        return quantity.Measure is "起" or "宗" || text.HasAny(clause.From, quantity.From, "以", "用", "剖析", "讲", "重温", "通报", "分析", "结合", "解读", "回顾", "还原", "围绕", "学习", "观看", "列举", "通过", "选取", "针对", "复盘");
    }

    /// <summary>Whether it counts parts of what is done at an activity: 30次按压, 三轮较量下来.</summary>
    public bool IsMovement(Surroundings around) => around.Quantity.Measure is "次" or "轮" or "回" or "趟" or "遍" && around.Quantity.To < around.Behind && (char.IsLetter(text.Source[around.Quantity.To]) || text.Source[around.Quantity.To] == '“')
        && (around.Quantity.Measure == "轮" || !text.ConceptHits(around.Quantity.From, around.Clause.To).Any()) && !text.PieceHits(around.Quantity.From, around.Clause.To).Any()
        && !text.HasAny(around.Quantity.To, around.Behind, "活动", "宣传", "教育", "参") && (around.RolesBefore & (Role.Do | Role.Verbs | Role.Total)) == Role.None;

    /// <summary>Whether it counts the parts of a thing or a talk: 三个方面, 四个环节.</summary>
    public bool IsPartsOf(Surroundings around)
    {
        if (around.Quantity.Measure == "道" && text.HasAny(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 4), "题"))
            return true; // 答对3道题
        if (around.Quantity.Measure is not ("个" or "大" or "项" or "类"))
            return false;
        var at = around.Quantity.To;
        foreach (var part in (ReadOnlySpan<string>)["部分", "方面", "环节", "阶段", "层面", "板块", "步骤", "维度", "角度", "篇章", "时段", "要素", "关键点"])
        {
            if (text.Source.Text[at..].StartsWith(part, StringComparison.Ordinal))
                return !text.PieceHits(at, at + part.Length).Any();
        }

        return false;
    }

    /// <summary>Whether it is a part of the figure before the bracket: 挂图6张（消防4张、用电2张）.</summary>
    public bool IsShare(Surroundings around)
    {
        if (around.Clause.Depth == 0 || around.Clause.Index == 0 || (around.Roles & Role.Inspect) != Role.None)
            return false;
        var before = text.QuantitiesIn(text.Clauses[around.Clause.Index - 1].From, around.Clause.From).LastOrDefault();
        return before is not null && before.Measure == around.Quantity.Measure && before.Value >= around.Quantity.Value;
    }

    /// <summary>Whether it counts kinds and lists: 5类老毛病, 三句半, 六字诀; 床单燃烧、电梯迫降等3个难点.</summary>
    public bool IsKinds(Surroundings around) => around.Quantity.Measure is "类" or "种" or "样" or "句" or "字" or "大" or "型" or "级"
        || (around.Quantity.Measure is "个" or "项" or "点" or "条" or "大" && around.Quantity.From > 0 && text.Source[around.Quantity.From - 1] == '等'
            && !text.RoleHits(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 4)).Any(hit => hit.From == around.Quantity.To && (hit.Roles & (Role.Place | Role.Body)) != Role.None));

    /// <summary>Whether it counts inner parts of one event.</summary>
    public bool IsInner(Surroundings around) => !text.HasAny(Math.Max(around.Before, around.Quantity.From - 10), around.Quantity.To + 1, "提出", "形成", "制定", "梳理", "总结出") && IsInnerPart(around);

    private bool IsInnerPart(Surroundings around) =>
        text.RolesIn(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 5)).HasFlag(Role.Inner)
        || around.Quantity.Measure == "道" && text.HasAny(around.Before, around.Behind, "题")
        || (around.Quantity.Measure == "个" && text.Source[around.Quantity.To] == '“')
        || around.RolesBefore.HasFlag(Role.Inner) && around.ContentBefore <= 4
        || (around.Quantity.Measure is "组" or "批" or "路" or "队" or "拨" && text.Source.Text[around.Quantity.To..].StartsWith("分"))
        || (around.Quantity.Measure is "组" or "批" or "路" && text.HasAny(Math.Max(around.Before, around.Quantity.From - 2), around.Quantity.From, "分", "成"));

    /// <summary>Whether it is a manner of speaking: 一个镜头, 一种方式, 每到一处.</summary>
    public bool IsOne(Surroundings around) => around.Quantity is { Value: 1, Number.Digits: false } && text.Source[around.Quantity.Number.Core] == '一'
        && (around.Quantity.Class == MeasureClass.Session || around.Quantity.Measure is "个" or "种" or "次" or "条" or "道" or "片" or "份" or "家" or "户" or "处" or "角"
            || char.IsLetterOrDigit(text.Source[around.Quantity.To]));
}
