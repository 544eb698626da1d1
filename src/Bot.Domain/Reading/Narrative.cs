namespace Bot.Domain.Reading;

/// <summary>
/// Reads told text clause by clause: opens a frame for every activity, puts every quantity into a blank, among the extras,
/// or among what is left over.
/// </summary>
internal sealed class Narrative
{
    private const int SayingReach = 40;
    private const int LongStory = 150;
    private const Role Done = Role.Do | Role.GoTo | Role.Verbs | Role.Deed | Role.Find | Role.Fix;
    private readonly MarkedText text;
    private readonly UnitSections units;

    private readonly Draft draft = new();
    private int rated = -1; // the sentence that told a rate
    private bool interrupted;
    private bool ownLines;
    private bool correcting;
    private readonly Mentions mentions;
    private readonly Frames frames;
    private readonly SessionPlacement sessions;
    private readonly PeoplePlacement people;
    private readonly ThingPlacement things;

    private Narrative(MarkedText text, UnitSections units)
    {
        this.text = text;
        this.units = units;

        mentions = new Mentions(text);
        frames = new Frames(text, draft);
        sessions = new SessionPlacement(text, draft, frames);
        people = new PeoplePlacement(text, draft, frames);
        things = new ThingPlacement(text, draft, frames);
    }

    /// <summary>Reads what the clauses tell; skipped ones belong to a pasted form.</summary>
    public static Draft Read(MarkedText text, UnitSections units, Predicate<Clause> skip, bool implied, bool ownLines = false)
    {
        var narrative = new Narrative(text, units) { ownLines = ownLines, correcting = !implied };
        foreach (var clause in text.Clauses)
        {
            narrative.people.Settle(clause.Sentence);
            narrative.sessions.Settle(clause.Sentence);
            narrative.draft.SetAside();
            if (skip(clause))
                narrative.interrupted = true;
            else
                narrative.Resume(clause);
        }

        narrative.people.Settle(int.MaxValue);
        narrative.sessions.Settle(int.MaxValue);
        narrative.draft.TakeBack();
        UnitShares.Divide(text, narrative.draft);

        if (implied)
            Implied.Add(narrative.draft);
        return narrative.draft;
    }

    // A line left out between the heading of a chain and one's own line parts nothing.
    private void Resume(Clause clause)
    {
        if (interrupted && ownLines && frames.Last(units.At(clause.From)) is { } last)
            last.Sentence = clause.Sentence;
        interrupted = false;
        Read(clause);
    }

    private void Read(Clause clause)
    {
        if (clause.Status != ClauseStatus.Done || clause.Quoted)
        {
            draft.LeftOver.AddRange(text.QuantitiesIn(clause.From, clause.To));
            return;
        }

        var opened = clause.Depth > 0 ? [] : frames.Open(clause, mentions.In(clause), units);
        if (opened.Count == 0 && !text.QuantitiesIn(clause.From, clause.To).Any() && text.RolesIn(clause.From, clause.To) is var roles && roles.HasFlag(Role.Same) && roles.HasFlag(Role.Attend)
            && frames.InSentence(clause) is [.., { Attendance.Count: 0, Asked: false } last])
            last.SamePeople = true; // 邀请专家作解读，全体人员一同听讲
        foreach (var quantity in text.QuantitiesIn(clause.From, clause.To))
        {
            if (!correcting && (IsSaying(quantity) || IsAmongOnes(quantity, clause) || IsRate(quantity, clause) || frames.IsTitle(clause) || IsLeadOne(quantity, clause)) || IsTopic(quantity, clause))
                draft.LeftOver.Add(quantity);
            else
                Place(Surroundings.Of(text, clause, quantity), opened, units.At(quantity.From));
        }
    }

    // 日均门诊1300人次; what else the sentence counts of things is as little the report's.
    private bool IsRate(Quantity quantity, Clause clause)
    {
        if (!Rates.IsRate(text, clause, quantity))
            return false;
        rated = clause.Sentence;
        return true;
    }

    // 一封家书、一次演练、一场电影: a list of ones counts nothing.
    private bool IsAmongOnes(Quantity quantity, Clause clause)
    {
        if (quantity is not { Value: 1, Number.Digits: false } || text.Source[quantity.Number.Core] != '一')
            return false;
        var words = text.Source.Text[clause.From..clause.To];
        return words.Count("、一") >= 2 && !text.QuantitiesIn(clause.From, clause.To).Any(static other => other.Value != 1);
    }

    // 一场露天电影，一堂安全课程。6月27日……: how a story opens.
    private bool IsLeadOne(Quantity quantity, Clause clause) => clause.Sentence == 0 && quantity is { Value: 1, Number.Digits: false } && text.Clauses[^1].Sentence > 0 && text.Source[quantity.Number.Core] == '一'
        && !text.Dates.Exists(date => text.ClauseAt(date.From).Sentence == 0) && text.Dates.Count > 0 && !text.RolesIn(clause.From, quantity.From).HasFlag(Role.Do);

    // “最高可奖10万元”: a figure in words somebody is quoted with.
    private bool IsSaying(Quantity quantity)
    {
        var words = text.Source.Text;
        var open = words[Math.Max(0, quantity.From - SayingReach)..quantity.From].LastIndexOfAny("“”\n");
        if (open < 0 || words[Math.Max(0, quantity.From - SayingReach) + open] != '“')
            return false;
        var close = words[quantity.To..Math.Min(words.Length, quantity.To + SayingReach)].IndexOfAny("“”\n");
        return close >= 0 && words[quantity.To + close] == '”';
    }

    // 剖析3起中毒事故, 以近年8起火灾为例: what was talked about.
    private bool IsTopic(Quantity quantity, Clause clause)
    {
        if (quantity.Measure is not ("起" or "例" or "个" or "宗" or "件") || !text.HasAny(quantity.To, Math.Min(clause.To, quantity.To + 14), "事故", "火灾", "案例", "判例", "火情", "案件", "爆炸"))
            return false;
        return quantity.Measure is "起" or "宗" || text.HasAny(clause.From, quantity.From, "以", "用", "剖析", "讲", "重温", "通报", "分析", "结合", "解读", "回顾", "还原", "围绕", "学习", "观看", "列举", "通过", "选取", "针对", "复盘");
    }

    private void Place(Surroundings around, List<Told> opened, string? unit)
    {
        var quantity = around.Quantity;
        switch (quantity.Class)
        {
            case MeasureClass.People:
                people.Place(around, opened, unit);
                break;
            case MeasureClass.Session:
                PlaceSession(around, opened, unit);
                break;
            case MeasureClass.Thing or MeasureClass.Money or MeasureClass.Duration:
                PlaceThing(around, opened, unit);
                break;
            case MeasureClass.Size when around.RolesBefore.HasFlag(Role.Fix) && !quantity.Open:
                Extra(around); // 清运楼道杂物1.1吨
                break;
            default:
                draft.LeftOver.Add(quantity);
                break;
        }
    }

    private void PlaceSession(Surroundings around, List<Told> opened, string? unit)
    {
        if (sessions.TryPart(around, opened, unit))
            return;
        if (around.Clause.Depth > 0 || text.RolesIn(around.Clause.From, around.Quantity.From).HasFlag(Role.Subset))
            draft.LeftOver.Add(around.Quantity);
        else if (IsMovement(around))
            draft.LeftOver.Add(around.Quantity);
        else if (!sessions.TryPlace(around, opened, unit) && !things.TryPlace(around, unit) && !sessions.TryWait(around, unit))
            ExtraSession(around);
    }

    // 30次按压, 三轮较量下来: parts of what is done at an activity, told with a noun of their own.
    private bool IsMovement(Surroundings around) => around.Quantity.Measure is "次" or "轮" or "回" or "趟" or "遍" && around.Quantity.To < around.Behind && (char.IsLetter(text.Source[around.Quantity.To]) || text.Source[around.Quantity.To] == '“')
        && (around.Quantity.Measure == "轮" || !text.ConceptHits(around.Quantity.From, around.Clause.To).Any()) && !text.PieceHits(around.Quantity.From, around.Clause.To).Any()
        && !text.HasAny(around.Quantity.To, around.Behind, "活动", "宣传", "教育", "参") && (around.RolesBefore & (Role.Do | Role.Verbs | Role.Total)) == Role.None;

    // 夜查14次, 阅读量1.6万次 are told; 按错了三次 is nothing.
    private void ExtraSession(Surroundings around)
    {
        if ((around.Roles & (Role.Verbs | Role.Deed)) != Role.None || text.ConceptHits(around.Before, around.Behind).Any()
            || text.HasAny(around.Before, around.Behind, "阅读", "浏览", "点赞", "转发", "点击", "播放", "观看", "访问", "活动") || text.PieceHits(around.Before, around.Behind).Any())
            Extra(around);
        else
            draft.LeftOver.Add(around.Quantity);
    }

    // 三个方面, 四个环节: parts of a thing or a talk, where the form does not ask for just these.
    private bool IsPartsOf(Surroundings around)
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

    private void PlaceThing(Surroundings around, List<Told> opened, string? unit)
    {
        var quantity = around.Quantity;
        if (IsPartsOf(around))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (IsShare(around) && (sessions.TryPart(around, opened, unit) || things.TryPart(around, unit)))
            return;
        if (IsShare(around))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (IsHeads(around, opened))
        {
            people.Place(around, opened, unit);
            return;
        }

        if (quantity is { Value: 1, Number.Digits: false } && text.Source.Text[..quantity.From].EndsWith("其中"))
        {
            draft.LeftOver.Add(quantity); // 其中一条短视频点赞……
            return;
        }

        if (text.HasAny(around.Before, around.Behind, "照片", "截图", "图片", "附件", "附图"))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (sessions.TryPart(around, opened, unit) || things.TryPart(around, unit))
            return;
        var counted = opened.Select(told => told.Frame).Concat(frames.InSentence(around.Clause)).FirstOrDefault(frame => frame.Unit == unit && frame.Group.Sessions is { } slot
            && slot.Measures.Contains(quantity.Measure, StringComparer.Ordinal));
        if (counted is not null && sessions.TryPlace(around, opened, unit))
            return;
        if (PlaceHeld(around, opened, unit) || PlacePlaces(around, opened) || things.TryPlace(around, unit))
            return;
        if (quantity.Class == MeasureClass.Thing && !quantity.Open && !IsInner(around) && !IsKinds(around) && IsDeed(around))
            Extra(around);
        else if (quantity.Class == MeasureClass.Money && !quantity.Open && IsPaid(around))
            Extra(around);
        else
            draft.LeftOver.Add(quantity);
    }

    // 第二场六十六个, 来了30个: heads counted like things.
    private bool IsHeads(Surroundings around, List<Told> opened)
    {
        if (around.Quantity.Measure is not ("个" or "号" or "口"))
            return false;
        if (around.Quantity.Measure == "口" && !text.HasAny(around.Clause.From, around.Quantity.From, "人", "民", "参"))
            return false;
        if (NamesPeople(around))
            return true;
        if (EndsTelling(around) && around.ContentBefore <= 4 && text.Source[around.Before] != '、' && frames.InSentence(around.Clause) is [.., { Attendance.Count: 0, Asked: false } open] && open.Group.Attendance is not null)
            return true; // 保安保洁一块儿来的，点名点了二百零九个
        var empty = !text.ConceptHits(around.Before, around.Behind).Any(hit => hit.Concept.IsThing) && around.Quantity.To == around.Behind;
        if (!char.IsLetterOrDigit(text.Source[around.Quantity.To]) && !text.ConceptHits(around.Before, around.Behind).Any(hit => hit.Concept.IsThing)
            && (around.RolesBefore & (Role.Public | Role.Attend)) == (Role.Public | Role.Attend) && (around.RolesBefore & (Role.Hand | Role.Deed | Role.Setup)) == Role.None)
            return true; // 现场观摩的学徒工还有17个
        return empty && (around.RolesBefore & (Role.Verbs | Role.Deed)) == Role.None && !text.HasAny(around.Before, around.Quantity.From, "问题", "隐患", "整改", "查") && around.Quantity.From > around.Clause.From && around.ContentBefore <= 4 && (around.RolesBefore.HasFlag(Role.Attend)
            || frames.InSentence(around.Clause).Any(frame => frame.Attendance.Count > 0 && around.Before == around.Clause.From));
    }

    // Nothing but 吧, 了, 呢 behind the figure, nothing that is counted beside it, no word of finding or mending.
    private bool EndsTelling(Surroundings around) => around.Quantity.To == around.Behind || text.Source.Text[around.Quantity.To..around.Behind].Trim("吧了呢啊呀的") is []
        ? !text.ConceptHits(around.Before, around.Behind).Any(hit => hit.Concept.IsThing) && (around.RolesBefore & (Role.Verbs | Role.Deed | Role.Inner)) == Role.None
            && !text.HasAny(around.Before, around.Quantity.From, "问题", "隐患")
        : false;

    // 22个志愿者: a word for people right behind.
    private bool NamesPeople(Surroundings around)
    {
        var at = around.Quantity.To;
        foreach (var hit in text.RoleHits(at, Math.Min(around.Behind, at + 8)))
        {
            if (hit.From == at && (hit.Roles & (Role.Staff | Role.Public)) != Role.None)
                return !text.HasAny(hit.To, Math.Min(around.Behind, hit.To + 2), "小组", "家庭", "代表队", "队");
            break;
        }

        // 8个志愿者, 12个外卖员: a noun that ends like a word for people.
        for (var end = at + 1; end < Math.Min(around.Behind, at + 5); end++)
        {
            if (text.Source[end] is '者' or '员' or '民' && (end + 1 >= around.Behind || !char.IsLetter(text.Source[end + 1])))
                return true;
        }

        return false;
    }

    // 挂图6张（消防4张、用电2张）: parts of the figure before the bracket.
    private bool IsShare(Surroundings around)
    {
        if (around.Clause.Depth == 0 || around.Clause.Index == 0 || (around.Roles & Role.Inspect) != Role.None)
            return false;
        var before = text.QuantitiesIn(text.Clauses[around.Clause.Index - 1].From, around.Clause.From).LastOrDefault();
        return before is not null && before.Measure == around.Quantity.Measure && before.Value >= around.Quantity.Value;
    }

    // 走进3所学校宣讲, 班前会开了3个工地: as many occasions as places.
    private bool PlacePlaces(Surroundings around, List<Told> opened)
    {
        var quantity = around.Quantity;
        if (PlaceVisits(around, opened))
            return true;
        if (quantity.Open || !text.RolesIn(quantity.To, Math.Min(around.Behind, quantity.To + 6)).HasFlag(Role.Place)
            || !EndsWithGoing(around) || opened.Find(told => told.Frame.Group.Sessions is not null)?.Frame is not { } frame)
            return false;
        if (text.QuantitiesIn(quantity.To, around.Clause.To).Any(q => q.Class == MeasureClass.Session))
            return false;
        if (frame.Sessions.Count == 0)
            frame.Sessions.Add(new Placed(frame.Group.Sessions!, quantity.Value, quantity.Bound, quantity.From, quantity.To, "places"));
        return true;
    }

    // 在铸造、机加等3个车间同步召开班前会: held at each of so many places.
    private bool PlaceHeld(Surroundings around, List<Told> opened, string? unit)
    {
        var quantity = around.Quantity;
        if (quantity.Open || quantity.Measure is not ("个" or "家" or "所" or "处" or "座") || quantity.Value is < 2 or > 500
            || text.QuantitiesIn(quantity.To, around.Clause.To).Any(q => q.Class == MeasureClass.Session)
            || !text.HasAny(quantity.To, around.Clause.To, "同步", "分别", "分头", "依次", "轮流", "同时", "先后") || !text.HasAny(around.Clause.From, quantity.From, "在", "到", "赴", "分"))
            return false;
        var frame = opened.Find(told => told.Frame.Group.Sessions is not null && told.Mention.From >= quantity.To)?.Frame
            ?? (text.HasAny(quantity.To, around.Clause.To, "开讲", "举行", "举办", "召开", "进行", "开展", "开课", "开班") ? frames.InSentence(around.Clause).FindLast(frame => frame.Unit == unit && frame.Group.Sessions is not null) : null);
        if (frame is null || frame.Sessions is [var one, ..] && !(frame.Sessions.Count == 1 && one.Value == 1 && text.Source[one.From] == '一'))
            return false;
        frame.Sessions.Clear(); // 一场大家谈……放在4个车间分别举行
        frame.Sessions.Add(new Placed(frame.Group.Sessions!, quantity.Value, quantity.Bound, quantity.From, quantity.To, "places"));
        return true;
    }

    // 进企业宣传2家: as many occasions as firms visited. Households are counted apart.
    private bool PlaceVisits(Surroundings around, List<Told> opened)
    {
        var quantity = around.Quantity;
        var told = opened.FindLast(told => told.Mention.Concept is { Replaces: true } && told.Mention.To <= quantity.From && told.Frame.Sessions.Count == 0
            && !text.HasAny(told.Mention.From, quantity.From, "户", "家庭"));
        if (told?.Frame.Group.Sessions is not { } slot || quantity.Open || quantity.Measure is not ("家" or "所" or "个")
            || (text.Source[quantity.To] is not ('，' or '、' or '。' or ';' or '\n' or '\0') && !text.RolesIn(quantity.To, Math.Min(around.Behind, quantity.To + 6)).HasFlag(Role.Place))
            || text.QuantitiesIn(told.Mention.To, around.Clause.To).Any(q => q.Class == MeasureClass.Session) || text.QuantitiesIn(told.Mention.To, quantity.From).Any()
            || (text.RolesIn(told.Mention.To, quantity.From) & (Role.Inspect | Role.Hand)) != Role.None)
            return false;
        told.Frame.Sessions.Add(new Placed(slot, quantity.Value, quantity.Bound, quantity.From, quantity.To, "places"));
        return true;
    }

    private bool EndsWithGoing(Surroundings around) =>
        text.RoleHits(Math.Max(around.Clause.From, around.Quantity.From - 5), around.Quantity.From).Any(hit => hit.Roles.HasFlag(Role.GoTo) && (hit.To == around.Quantity.From
            || text.Source.Text[hit.To..around.Quantity.From] is "园区" or "辖区" or "区内" or "镇内" or "街道" or "社区" or "全镇" or "沿街"));

    // 兑现奖励1800元, 罚款500元: money given or taken; prices, costs and rates are nothing.
    private bool IsPaid(Surroundings around) => text.HasAny(around.Clause.From, around.Quantity.From, "兑现", "奖励", "奖金", "罚款", "募集", "慰问金", "补贴")
        && !text.HasAny(around.Clause.From, around.Quantity.From, "每", "最高", "单笔", "明确", "规定", "一般", "预算", "申请", "最多");

    // 5类老毛病, 三句半, 六字诀; 床单燃烧、电梯迫降等3个难点: kinds and lists, nothing counted.
    private bool IsKinds(Surroundings around) => around.Quantity.Measure is "类" or "种" or "样" or "句" or "字" or "大" or "型" or "级"
        || (around.Quantity.Measure is "个" or "项" or "点" or "条" or "大" && around.Quantity.From > 0 && text.Source[around.Quantity.From - 1] == '等'
            && !text.RoleHits(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 4)).Any(hit => hit.From == around.Quantity.To && (hit.Roles & (Role.Place | Role.Body)) != Role.None));

    // 四个晚上, 两个出入口: what 个 and 项 count is told only with what was done about it.
    private bool IsDeed(Surroundings around)
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

    private bool IsInner(Surroundings around) => !text.HasAny(Math.Max(around.Before, around.Quantity.From - 10), around.Quantity.To + 1, "提出", "形成", "制定", "梳理", "总结出") && IsInnerPart(around);

    private bool IsInnerPart(Surroundings around) =>
        text.RolesIn(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 5)).HasFlag(Role.Inner)
        || around.Quantity.Measure == "道" && text.HasAny(around.Before, around.Behind, "题")
        || (around.Quantity.Measure == "个" && text.Source[around.Quantity.To] == '“')
        || around.RolesBefore.HasFlag(Role.Inner) && around.ContentBefore <= 4
        || (around.Quantity.Measure is "组" or "批" or "路" && text.HasAny(Math.Max(around.Before, around.Quantity.From - 2), around.Quantity.From, "分", "成"));

    // 一个镜头, 一种方式, 每到一处: a manner of speaking. 锦旗一面 at the end of its words is a count.
    private bool IsOne(Surroundings around) => around.Quantity is { Value: 1, Number.Digits: false } && text.Source[around.Quantity.Number.Core] == '一'
        && (around.Quantity.Class == MeasureClass.Session || around.Quantity.Measure is "个" or "种" or "次" or "条" or "道" or "片" or "份" or "家" or "户" or "处" or "角"
            || char.IsLetterOrDigit(text.Source[around.Quantity.To]));

    private void Extra(Surroundings around)
    {
        if (around.Quantity.Open || IsOne(around) || around.Clause.Sentence == rated || correcting && text.HasAny(around.Quantity.To, Math.Min(around.Clause.To, around.Quantity.To + 6), "合计", "数", "加起来"))
            draft.LeftOver.Add(around.Quantity);
        else
            draft.Extras.Add((around.Quantity, Labels.Of(text, around)));
    }
}
