namespace Bot.Domain.Reading;

/// <summary>Opens a frame for every activity told, and finds the one a figure belongs to.</summary>
internal sealed class Frames(MarkedText text, Draft draft)
{
    private static readonly List<Frame> None = [];
    private const int LongTail = 6;
    private readonly StoryParts story = new(text, draft);

    /// <summary>Opens frames for the mentions of a clause.</summary>
    public List<Told> Open(Clause clause, List<Mention> mentions, UnitSections units)
    {
        var opened = new List<Told>();
        AddElided(clause, mentions, units);
        foreach (var mention in mentions)
        {
            if (IsNone(clause, mention) || IsManner(clause, mention) && !IsMeansOfForm(clause, mention) || IsInnerPart(clause, mention) || story.IsAside(clause, mention) || IsContent(clause, mention) || IsActing(mention) || IsElaboration(clause, mention) || IsOfOthers(clause, mention) || IsPointedAt(clause, mention, units.At(mention.From)))
                continue;
            var unit = units.At(mention.From);
            var again = opened.Exists(other => other.Frame.Group == mention.Group && other.Frame.Unit == unit);
            var frame = (again ? null : Known(mention, unit, clause)) ?? New(mention, unit);
            if (frame is null)
                continue;
            frame.SamePeople |= !mention.Reference && mention.Concept is not { OnlyCounted: true } && (text.RolesIn(clause.From, mention.From).HasFlag(Role.Same) || IsSameBefore(clause) || IsSameBehind(clause, mention));
            frame.Done |= IsDone(clause, mention);
            frame.Named |= mention.Concept is { OnlyCounted: false };
            if (mention.Reference && frame.Mention != mention && (frame.Lead || IsAfter(clause, mention) || IsTimeOf(mention, mentions)))
                continue; // 观影毕: not what the title said; 观影之后，……36人签名: not of the film
            if (frame.Lead && frame.Mention != mention)
            {
                draft.Frames.Remove(frame);
                draft.Frames.Add(frame); // told now, no longer only announced
            }

            frame.Lead &= frame.Mention == mention;
            frame.Line = clause.Line;
            if (draft.Again is { } same && same.Sentence == clause.Sentence && frame != same.Frame && frame.Attendance.Count == 0)
            {
                frame.SamePeople = true;
                draft.Again = null;
            }

            frame.Sentence = clause.Sentence;
            opened.Add(new Told(frame, mention));
        }

        return opened;
    }

    // 组织管理干部观看警示片1场；……组织一线员工观看2场: the film is left out.
    private void AddElided(Clause clause, List<Mention> mentions, UnitSections units)
    {
        if (mentions.Count > 0 || clause.Aim || !text.HasAny(clause.From, clause.To, "观看", "收看", "放映"))
            return;
        var verb = text.RoleHits(clause.From, clause.To).LastOrDefault(hit => text.Source.Text[hit.From..hit.To] is "观看" or "收看" or "放映" or "组织观看" or "集中观看");
        var held = verb.To > 0 ? text.QuantitiesIn(verb.To, clause.To).FirstOrDefault() : null;
        if (held is not { Class: MeasureClass.Session } || held.Number.Core - verb.To > 2 || Last(units.At(verb.From)) is not { Mention.Concept: { } film } last || film.Name != "观影")
            return;
        mentions.Add(new Mention { Group = last.Group, From = verb.From, To = verb.To, Clause = clause, Concept = film, Reference = false });
    }

    /// <summary>The frames of a sentence.</summary>
    public List<Frame> InSentence(Clause clause)
    {
        var found = (List<Frame>?)null;
        foreach (var frame in draft.Frames)
        {
            if (frame.Sentence == clause.Sentence)
                (found ??= []).Add(frame);
        }

        return found ?? None;
    }

    /// <summary>The frame told last, or null.</summary>
    public Frame? Last(string? unit) => draft.Frames.FindLast(frame => frame.Unit == unit);

    // 参加街道组织的咨询日活动: not one's own.
    private bool IsOfOthers(Clause clause, Mention mention)
    {
        var words = text.Source.Text[clause.From..mention.From];
        if (words.IndexOfAny('赴', '往', '到') >= 0 && text.HasAny(mention.To, clause.To, "观摩", "取经", "参观学习", "学习观摩"))
            return true;
        var at = Math.Max(words.LastIndexOf("参加"), words.LastIndexOf("参与"));
        return at >= 0 && text.HasAny(clause.From + at, mention.From, "组织的", "举办的", "开展的", "主办的", "主会场", "主场");
    }

    // 通过图片展示、互动抢答等形式授课: how it was done.
    private bool IsManner(Clause clause, Mention mention) => IsMeans(clause, mention) || !IsFormsOwn(mention) && text.HasAny(clause.From, mention.From, "通过", "采取", "采用", "以", "利用", "借助", "运用")
        && text.HasAny(mention.To, clause.To, "等形式", "等方式", "等环节", "的形式", "的方式", "等多种形式", "等手段") && !text.QuantitiesIn(clause.From, mention.To).Any();

    // 以“安康杯”竞赛为载体: what it leans on.
    private bool IsMeans(Clause clause, Mention mention) => text.HasAny(clause.From, mention.From, "以", "把", "将", "依托") && text.HasAny(mention.To, Math.Min(clause.To, mention.To + 6), "为载体", "为抓手", "为契机", "为平台", "为牵引", "为主线", "作为载体", "作为抓手");

    // 以“安全生产啄木鸟”活动为抓手: the form's own activity, announced.
    private bool IsMeansOfForm(Clause clause, Mention mention) => IsMeans(clause, mention) && IsFormsOwn(mention);

    // 以“专家走现场”的形式把脉会诊: the form itself calls the activity so.
    private bool IsFormsOwn(Mention mention) => mention.Group.Names.Exists(name => name.Contains(text.Source.Text[mention.From..mention.To].Trim("“”"), StringComparison.Ordinal));

    // 大比武分理论抢答、佩戴呼吸器等环节: parts of the one event told.
    private bool IsInnerPart(Clause clause, Mention mention)
    {
        if (draft.Frames.Count == 0 || !text.HasAny(clause.From, mention.From, "分", "设", "包括", "包含", "涵盖", "依次完成", "围绕") || text.QuantitiesIn(clause.From, mention.From).Any(quantity => quantity.Class == MeasureClass.Session))
            return false;
        var words = text.Source.Text[mention.To..clause.To];
        for (var at = words.IndexOf('等'); at >= 0; at = words[(at + 1)..].IndexOf('等') is >= 0 and var next ? at + 1 + next : -1)
        {
            if (text.HasAny(mention.To + at + 1, Math.Min(clause.To, mention.To + at + 6), "环节", "科目", "板块", "单元", "流程", "关卡", "赛项"))
                return true;
        }

        return false;
    }

    // 文艺演出……参演人员40人: who acts in what was told before is in no drill.
    private bool IsActing(Mention mention) => text.Source.Text[mention.From..mention.To] is "参演"
        && (draft.Frames.Count > 0 || text.Source[mention.To] == '的');

    // 内容涵盖交通安全、应急疏散: what it was about.
    private bool IsContent(Clause clause, Mention mention) => text.HasAny(clause.From, mention.From, "内容", "涵盖", "涉及", "主要讲", "重点讲", "讲解了", "学习了")
        && !text.QuantitiesIn(clause.From, clause.To).Any(quantity => quantity.Class == MeasureClass.Session) && mention.Concept is { Replaces: false };

    // 全体观影人员转至平台，参加演练: said in the clause before.
    private bool IsSameBefore(Clause clause)
    {
        if (clause.Index == 0 || text.Clauses[clause.Index - 1] is not { } before || before.Sentence != clause.Sentence || text.QuantitiesIn(before.From, clause.To).Any(quantity => quantity.Class == MeasureClass.People))
            return false;
        return text.RoleHits(before.From, Math.Min(before.To, before.From + 6)).Any(hit => hit.Roles.HasFlag(Role.Same)) && !text.ConceptHits(before.From, before.To).Any(hit => !hit.Concept.IsThing && !hit.Concept.OnlyCounted && hit.From > before.From + 4);
    }

    // 演练前办了1期培训68人次: only when it was.
    private bool IsTimeOf(Mention mention, List<Mention> mentions) => text.Source[mention.To] is '前' or '后' && mentions.Exists(other => other.From > mention.To && !other.Reference && other.Group != mention.Group);

    // 又放了安全片大家都看了: the same people, said behind.
    private bool IsSameBehind(Clause clause, Mention mention) => text.RoleHits(mention.To, clause.To).Any(hit => hit.Roles.HasFlag(Role.Same) && text.RolesIn(hit.To, clause.To).HasFlag(Role.Attend))
        && !text.QuantitiesIn(mention.To, clause.To).Any(quantity => quantity.Class is MeasureClass.People or MeasureClass.Session);

    private bool IsAfter(Clause clause, Mention mention) => mention.From - clause.From <= 4
        && text.HasAny(mention.To, Math.Min(clause.To, mention.To + 5), "后", "毕", "之余", "间隙", "前") && !text.QuantitiesIn(mention.To, clause.To).Any();

    // 特色活动：无.
    private bool IsNone(Clause clause, Mention mention) => text.Source.Text[mention.To..clause.To].Trim(" :-活动情况为") is "无" or "暂无" or "/" or "没有" or "0";

    // 最难忘的是那场夜间演练，中班122人……: of one already counted a detail is told.
    private bool IsPointedAt(Clause clause, Mention mention, string? unit)
    {
        var words = text.Source.Text[clause.From..mention.From];
        var at = words.LastIndexOf('那');
        return at >= 0 && at + 1 < words.Length && words[at + 1] is '场' or '次' or '一' or '堂' && draft.Frames.Exists(frame => frame.Unit == unit && frame.Group == mention.Group && frame.Attendance.Count > 0);
    }

    // 召开中心组学习会，专题学习十五条措施: the general word tells what the activity was about.
    private bool IsElaboration(Clause clause, Mention mention) => (mention.Concept is null || !mention.Group.Named.Contains(mention.Concept)) && IsElaborated(clause, mention);

    private bool IsElaborated(Clause clause, Mention mention) => IsOfVisit(clause, mention) || mention.Concept is { Generic: true }
        && draft.Frames.Exists(frame => frame.Sentence == clause.Sentence && frame.Group != mention.Group && frame.Mention.Clause != clause)
        && !text.QuantitiesIn(clause.From, clause.To).Any() && !text.HasAny(clause.From, mention.From, "随后", "之后", "并", "同时", "还", "接着", "会后", "又", "另", "面向", "趁热打铁", "举办", "举行", "组织开展");

    // 安全宣传进社区活动来到翰林苑小区。……重点宣讲出租房屋安全责任: what was done on the visit told before.
    private bool IsOfVisit(Clause clause, Mention mention) => mention.Concept is { Generic: true } && draft.Frames.Count > 0 && draft.Frames[^1] is { Mention.Concept.Replaces: true } visit
        && clause.Sentence - visit.Sentence <= 2 && clause.Line == visit.Line && !text.QuantitiesIn(clause.From, clause.To).Any(quantity => quantity.Class == MeasureClass.Session)
        && !text.HasAny(clause.From, mention.From, "随后", "举办", "召开", "另", "还", "组织开展", "举行") && !text.DatesIn(clause.From, mention.From).Any();

    // A second mention in the same sentence, or one that only refers, speaks of the frame already open.
    private Frame? Known(Mention mention, string? unit, Clause clause)
    {
        var known = NamedBefore(mention, unit, clause) ?? draft.Frames.FindLast(frame => frame.Group == mention.Group && frame.Unit == unit) ?? Particular(mention, unit, clause) ?? Wider(mention, unit, clause) ?? Kind(mention, unit, clause);
        if (known is null)
            return null;
        if (IsSibling(known.Mention.Concept, mention.Concept) && !mention.Reference)
        {
            if (draft.Frames.Find(frame => frame.Group == mention.Group && frame.Unit == unit && frame.Mention.Concept == mention.Concept) is { } same)
                return same;
            foreach (var other in draft.Frames.Where(frame => frame.Group == mention.Group && frame.Unit == unit))
                other.Separate = true;
            return null; // 宣誓 and 文艺演出: two things the one blank counts
        }

        if (mention.Reference)
            return known;
        if (known.Line != clause.Line && known.HasFigures)
            return null;
        var counted = text.QuantitiesIn(clause.From, clause.To).Any(q => q.Class == MeasureClass.Session);
        if (counted && mention.From - clause.From <= 4 && text.QuantitiesIn(clause.From, mention.From).FirstOrDefault() is { Class: MeasureClass.Session } told && known.Sessions.Sum(part => part.Value) == told.Value)
            return known; // 两次演练分别用时……
        if (counted && known.Attendance.Count > 0 && known.Mention.Clause != clause && text.HasAny(clause.From, mention.From, "另", "又", "还", "再次"))
        {
            known.Separate = true;
            return null; // 闯关730人；另办竞赛1场
        }

        return known.Sessions.Count > 0 && counted ? null : known.Sessions.Count == 0 || !counted ? known : null;
    }

    private static bool IsSibling(Concept? known, Concept? other) => known is not null && other is not null && known != other && known.Wider is not null && known.Wider == other.Wider
        && !known.Generic && !other.Generic && !known.Wider.Generic;

    // “百团”专题宣讲……，采取集中授课的方式。……共开展宣讲6场，覆盖企业73家: the general word means the particular activity, unless
    // the general one has been told with figures and nothing else here is asked about the particular one.
    private Frame? NamedBefore(Mention mention, string? unit, Clause clause)
    {
        if (mention.Concept is not { } general || !general.Generic && mention.Group.Activities.Contains(general) || mention.Group.Named.Contains(general) || text.HasAny(clause.From, mention.From, "另", "还", "又", "同时", "此外"))
            return null;
        var named = draft.Frames.FindLast(frame => frame.Unit == unit && frame.Group.Named.Any(one => one.Is(general) || general.Is(one)));
        if (named is null || named.Mention.From == mention.From)
            return null;
        var told = draft.Frames.FindLast(frame => frame.Unit == unit && frame.Group == mention.Group);
        return (told is null || !told.HasFigures) && IsSameWord(named.Mention, mention) || SaysTails(named.Group, clause) ? named : null;
    }

    // 宣讲 and 专题宣讲; not 宣讲 and 培训.
    private bool IsSameWord(Mention one, Mention other) => one.To - one.From >= 2 && other.To - other.From >= 2
        && text.Source.Text[(one.To - 2)..one.To].SequenceEqual(text.Source.Text[(other.To - 2)..other.To]);

    // Two of the blank's own words beside it: 领导干部11名，累计宣讲24场，覆盖企业137家.
    private bool SaysTails(SlotGroup group, Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence == clause.Sentence)
            first--;
        var said = 0;
        for (var i = first; i < text.Clauses.Count && text.Clauses[i].Sentence == clause.Sentence; i++)
            said += group.Slots.Exists(slot => slot.Tail.Length >= 4 && text.HasAny(text.Clauses[i].From, text.Clauses[i].To, slot.Tail, slot.Tail[^4..])) ? 1 : 0;
        if (group.Slots.Exists(slot => slot.Tail.Length > LongTail && text.Has(clause.From, clause.To, slot.Tail[^LongTail..])))
            said++; // 集中学习观看: all of the blank's own words
        return said >= 2;
    }

    // “畅通生命通道”系列演练……。演练设定……: the plain word means the particular activity told before.
    private Frame? Particular(Mention mention, string? unit, Clause clause)
    {
        if (mention.Concept is { } told && !mention.Group.Named.Contains(told)
            && draft.Frames.FindLast(frame => frame.Unit == unit && frame.Mention.Concept == told && frame.Group.Named.Contains(told)) is { } named
            && !text.HasAny(clause.From, mention.From, "另", "还", "又", "同时", "此外"))
            return named; // “百团”专题宣讲……。共开展宣讲6场
        var last = draft.Frames.FindLast(frame => frame.Unit == unit);
        var plain = mention.Concept is not null && last?.Mention.Concept == mention.Concept && mention.From - clause.From <= 2
            && clause.Line == last.Mention.Clause.Line && clause.Sentence > last.Sentence && !text.QuantitiesIn(clause.From, clause.To).Any(q => q.Class == MeasureClass.Session);
        return plain ? last : null;
    }

    // 中心组先行一步，12人开展了一次专题学习研讨: in the same sentence the general word means the particular activity told before.
    private Frame? Wider(Mention mention, string? unit, Clause clause) => mention.Concept is { Generic: true } general
        ? draft.Frames.FindLast(frame => frame.Unit == unit && (frame.Sentence == clause.Sentence || (frame.Sentence == clause.Sentence - 1 && frame.Line == clause.Line && mention.From - clause.From <= 4 && mention.To - clause.From <= 6))
            && frame.Mention.Clause != clause && frame.Sessions.Count == 0
            && frame.Mention.Concept is { } particular && particular != general && particular.Is(general)
            && !text.HasAny(clause.From, mention.From, "随后", "之后", "还", "接着", "会后", "又", "另", "并举办", "并开展"))
        : null;

    // 避险逃生公开课1场……。公开课邀请教官主讲: the wider word at the beginning means what was told.
    private Frame? Kind(Mention mention, string? unit, Clause clause) => mention.Concept is { } wider && mention.From - clause.From <= 2
        && !text.QuantitiesIn(clause.From, clause.To).Any(quantity => quantity.Class == MeasureClass.Session)
        ? draft.Frames.FindLast(frame => frame.Unit == unit && frame.Line == clause.Line && clause.Sentence > frame.Sentence && clause.Sentence - frame.Sentence <= 2
            && frame.Mention.Concept is { } narrow && narrow != wider && narrow.Is(wider))
        : null;

    private Frame? New(Mention mention, string? unit)
    {
        if (mention.Reference && !IsHeading(mention))
            return null;
        var frame = new Frame { Mention = mention, Unit = unit, Lead = IsLead(mention) || IsMeans(mention.Clause, mention), Day = IsDated(mention.Clause), Bare = !text.QuantitiesIn(mention.Clause.From, mention.Clause.To).Any() };
        draft.Frames.Add(frame);
        return frame;
    }

    // Whether its sentence names a day.
    private bool IsDated(Clause clause)
    {
        var (low, high) = (0, text.Dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.ClauseAt(text.Dates[middle].From).Sentence < clause.Sentence)
                low = middle + 1;
            else
                high = middle;
        }

        return low < text.Dates.Count && text.ClauseAt(text.Dates[low].From).Sentence == clause.Sentence;
    }

    // 高力屯村的安全课却“开了犁”。6月13日下午，……
    private bool IsLead(Mention mention) => mention.Clause.Sentence == 0 && text.Clauses[^1].Sentence > 0
        && !(text.Dates is [var date, ..] && text.ClauseAt(date.From).Sentence == 0) && !IsCounted()
        && (!text.RolesIn(mention.Clause.From, mention.From).HasFlag(Role.Do) || IsTitle(mention.Clause));

    // A figure in the first sentence, 一场 and 一位 left out.
    private bool IsCounted()
    {
        foreach (var quantity in text.Quantities)
        {
            if (text.ClauseAt(quantity.Number.Core).Sentence > 0)
                return false;
            if (quantity is not { Value: 1, Number.Digits: false })
                return true;
        }

        return false;
    }

    /// <summary>Whether the clause is a first line of its own above a longer text.</summary>
    public bool IsTitle(Clause clause) => clause.Line == 0 && text.Clauses[^1].Line > 0 && text.Clauses.FindLast(other => other.Line == 0)!.To <= 45
        && text.Clauses.FindLast(other => other.Line == 1) is { } second && second.To - text.Clauses.Find(other => other.Line == 1)!.From > 60;

    // 演练中，… without a word about the drill before: the message began with it.
    private bool IsHeading(Mention mention) => !mention.Clause.Aim && draft.Frames.Count == 0;

    private bool IsDone(Clause clause, Mention mention)
    {
        if (clause.Aim || mention.Reference)
            return false;
        if (text.DatesIn(clause.From, mention.From).Any(static date => date.Shape is DateShape.Day or DateShape.Next or DateShape.Relative or DateShape.Interval))
            return true;
        var before = text.RolesIn(clause.From, mention.To);
        return before.HasFlag(Role.Do) || text.HasAny(clause.From, Math.Min(mention.From, clause.From + 3), "随后", "接着", "之后", "紧接着") || text.Has(Math.Max(clause.From, mention.From - 8), mention.From, "宣传") && !text.Has(Math.Max(clause.From, mention.From - 8), mention.From, "、") || mention.Concept is { Replaces: true } || text.HasAny(mention.To, Math.Min(clause.To, mention.To + 6), "了", "整完", "完事", "举行", "在", "：", ":")
            || text.HasAny(mention.To, clause.To, "打响", "拉开", "启动", "开场", "开讲", "举行", "落幕", "收官", "上演", "登场", "开始", "展开", "进行", "圆满", "落下帷幕", "开张", "亮相", "铺开", "开赛");
    }
}
