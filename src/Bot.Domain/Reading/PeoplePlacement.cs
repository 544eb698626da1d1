namespace Bot.Domain.Reading;

/// <summary>Puts heads into the attendance of the activity they are said of, and tells staff from attendance.</summary>
internal sealed class PeoplePlacement(MarkedText text, Draft draft, Frames frames)
{
    private const int Adjacent = 8;
    private string how = "";

    /// <summary>Places the figure.</summary>
    public void Place(Surroundings around, List<Told> inClause, string? unit)
    {
        var quantity = around.Quantity;
        if (PlacePersons(around, inClause, unit))
            return;
        if (IsPart(around) || text.RolesIn(around.Clause.From, around.Quantity.From).HasFlag(Role.Subset) && (text.HasAny(around.Clause.From, around.Quantity.From, "其中本", "其中今", "其中当", "其中上") || !inClause.Exists(told => told.Mention.To <= around.Quantity.From && told.Frame.Group.Attendance is not null && told.Frame.Attendance.Count == 0)) || around.Roles.HasFlag(Role.Singled) && !inClause.Exists(told => told.Frame.Group.Attendance is not null && told.Mention.Concept is { OnlyCounted: true }))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (around.RolesBefore.HasFlag(Role.Prize))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (IsSomebody(around) || IsScenario(around) || text.Has(around.Clause.From, quantity.From, "让每"))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (text.Source.Text[around.Before..quantity.From].EndsWith("一行"))
        {
            Drop(around, asExtra: true); // those who came to look
            return;
        }

        if (text.Has(around.Clause.From, quantity.From, "由") && text.HasAny(quantity.To, around.Clause.To, "组成", "构成"))
        {
            Drop(around, asExtra: true); // who a team was made of
            return;
        }

        if (IsHelped(around, inClause))
        {
            Drop(around, asExtra: true);
            return;
        }

        if (around.Roles.HasFlag(Role.Absent))
        {
            Drop(around, asExtra: text.HasAny(around.Before, around.Behind, "报名"));
            return;
        }

        if (PlaceAudience(around, unit))
            return;
        if (SaysAnyTail(around, unit) && !around.Quantity.Open)
        {
            Wait(around, unit);
            return;
        }

        if (IsUndivided(around, unit) || IsPartOf(around) || IsAbsent(around))
            return;
        if (SameAgain(around, inClause, unit))
            return;
        var targets = Targets(around, inClause, unit);
        if (IsStaff(around, targets))
            Drop(around, asExtra: true);
        else if (targets.Count == 0 && !around.Quantity.Open && around.Clause.Depth == 0)
            Wait(around, unit);
        else if (targets.Count == 0)
            Drop(around, asExtra: true);
        else
            Attend(around, targets, inClause);
    }

    // 宣讲员5名，两位是退役机务，三位是社区干部: what the people just counted are.
    private bool IsPartOf(Surroundings around)
    {
        if (text.Source[around.Quantity.To] != '是' || around.Clause.Index == 0 || text.Clauses[around.Clause.Index - 1].Sentence != around.Clause.Sentence)
            return false;
        draft.LeftOver.Add(around.Quantity);
        return true;
    }

    // 9位卧床老人由医生陪护，没有参加转移: told that they did not take part.
    private bool IsAbsent(Surroundings around)
    {
        var next = around.Clause.Index + 1;
        if (next >= text.Clauses.Count || text.Clauses[next].Sentence != around.Clause.Sentence || text.Clauses[next].Status != ClauseStatus.NotDone
            || !text.HasAny(text.Clauses[next].From, text.Clauses[next].To, "没有参加", "未参加", "没参加", "没有参与", "未参与"))
            return false;
        draft.LeftOver.Add(around.Quantity);
        return true;
    }

    // 两项活动共218人次参加，没有分开登记: one figure for separate occasions.
    private bool IsUndivided(Surroundings around, string? unit)
    {
        if (!text.HasAny(Math.Max(0, around.Clause.From - 12), around.Quantity.From, "两项活动", "两场活动", "两个活动", "三项活动", "三场活动", "各项活动", "以上活动", "上述活动", "两回拢共", "两回共", "两次拢共", "两场拢共", "没分着", "两项合计", "两场合计", "两次活动"))
            return false;
        var open = draft.Frames.FindAll(frame => frame.Unit == unit && frame.Group.Attendance is not null && frame.Attendance.Count == 0 && !frame.Asked);
        if (open.Count < 2 || open.TrueForAll(frame => frame.Sentence == open[0].Sentence) && open[0].Sentence != around.Clause.Sentence)
            return false;
        if (text.HasAny(around.Clause.From, around.Behind, "均为", "均有", "都是") || text.HasAny(Math.Max(0, around.Clause.From - 10), around.Quantity.From, "人员相同", "同一批"))
        {
            foreach (var frame in open)
                frame.Attendance.Add(new Placed(frame.Group.Attendance!, around.Quantity.Value, around.Quantity.Bound, around.Quantity.From, around.Quantity.To, "same-people"));
            return true;
        }

        foreach (var frame in open)
        {
            frame.Asked = true;
            draft.Asks.Add((frame.Group.Attendance!, around.Quantity.From, around.Quantity.To, "undivided", frame.Unit));
        }

        return true;
    }

    // 随后，这57人又围到大屏前，看完了警示片; 214名参演人员接着参加培训: those counted before, at the activity that is told next.
    private bool SameAgain(Surroundings around, List<Told> inClause, string? unit)
    {
        if (around.Quantity.Open)
            return false;
        var before = draft.Frames.FindLast(frame => frame.Unit == unit && frame.Attendance.Count > 0 && frame.Attendance.Sum(part => part.Value) == around.Quantity.Value);
        if (before is null || inClause.Exists(told => told.Frame != before && told.Frame.Group.Attendance is not null)
            || frames.InSentence(around.Clause).Exists(frame => frame != before && frame.Unit == unit && frame.Group.Attendance is not null && frame.Attendance.Count == 0 && !frame.Lead))
            return false;
        if (before.Attendance[0].From == around.Quantity.From || text.ClauseAt(before.Attendance[^1].From).Sentence == around.Clause.Sentence && around.Clause.Sentence == before.Sentence && before.Mention.Clause == around.Clause)
            return false;
        var pointed = text.Source.Text[..around.Quantity.From].TrimEnd() is [.., '这' or '该' or '的'] || text.HasAny(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 4), "参演", "参训", "参会", "学员", "听众", "观众");
        if (!pointed)
            return false;
        draft.Again = (before, around.Clause.Sentence);
        draft.LeftOver.Add(around.Quantity);
        return true;
    }

    // 演练模拟4名乘客晕倒, 2名“伤员”获救: what a drill makes believe.
    private bool IsScenario(Surroundings around) => text.Source[around.Quantity.To] == '“' || text.HasAny(around.Quantity.To, around.Clause.To, "为情景", "为背景", "为场景")
        || text.HasAny(SentenceStart(around.Clause), around.Quantity.From, "演练模拟", "演练假设", "演练设定", "模拟场景") && !text.HasAny(SentenceStart(around.Clause), around.Clause.To, "参演", "参加", "参与", "出动")
        || text.HasAny(around.Clause.From, around.Quantity.From, "模拟", "假设", "假定", "设定", "设想", "假装")
            && !text.HasAny(around.Clause.From, around.Clause.To, "参演", "参加", "参与", "演练1", "人次");

    // 劝离野泳少年11人次, 慰问独居老人6名: to whom something was done.
    private bool IsHelped(Surroundings around, List<Told> inClause)
    {
        foreach (var verb in (ReadOnlySpan<string>)["劝离", "劝导", "劝返", "劝阻", "慰问", "救助", "帮扶", "帮助", "救治", "查处", "清退", "走访"])
        {
            if (text.Has(Math.Max(around.Before, around.Quantity.From - 8), around.Quantity.From, verb))
                return !inClause.Exists(told => told.Frame.Group.Head.Contains(verb, StringComparison.Ordinal));
        }

        return false;
    }

    // 一位奶奶听完……, 答错淘汰一人: somebody, not a count of those who came.
    private bool IsSomebody(Surroundings around) => around.Quantity is { Value: 1, Number.Digits: false }
        && !around.RolesBefore.HasFlag(Role.Total) && !text.HasAny(around.Quantity.To, around.Behind, "参加", "参演", "参训");

    private void Wait(Surroundings around, string? unit) => draft.Waiting.Add(new WaitingHeads
    {
        Quantity = around.Quantity, Label = Labels.Of(text, around), Unit = unit, Sentence = around.Clause.Sentence, Before = around.Before, Behind = around.Behind,
        Staff = NounOf(around).HasFlag(Role.Staff),
        Serving = NounOf(around) == Role.Staff || text.HasAny(Math.Max(around.Before, around.Quantity.From - 6), around.Quantity.From, "抽调", "派出", "出动", "邀请", "请来", "选派", "调集", "安排", "由"),
    });

    // 5名领导干部分头登台，开展……宣讲: people of a kind that a blank asks for, told before their activity.
    private bool SaysAnyTail(Surroundings around, string? unit) => !draft.Frames.Exists(frame => frame.Unit == unit && frame.Sentence == around.Clause.Sentence && frame.Group.Slots.Exists(slot => slot.Role == SlotRole.Persons))
        && text.Vocabulary.Groups.Any(group => group.Slots.Exists(slot => slot.Role == SlotRole.Persons && SaysTail(slot, around.Before, around.Behind)) && IsToldLater(group, around));

    private bool IsToldLater(SlotGroup group, Surroundings around)
    {
        var end = text.Source.Text[around.Quantity.To..].IndexOfAny("。!?;\n");
        return text.PieceHits(around.Quantity.To, end < 0 ? text.Source.Length : around.Quantity.To + end).Any(piece => piece.Group == group);
    }

    /// <summary>At the end of a sentence: gives the heads that came first to the activity told after them, or shows them.</summary>
    public void Settle(int sentence)
    {
        for (var i = 0; i < draft.Waiting.Count; i++)
        {
            if (draft.Waiting[i].Sentence == sentence - 1 && GoesOn(sentence) && !draft.Frames.Exists(frame => frame.Sentence == sentence - 1))
                draft.Waiting[i] = draft.Waiting[i] with { Sentence = sentence };
        }

        foreach (var waiting in draft.Waiting.FindAll(waiting => waiting.Sentence < sentence))
        {
            var persons = draft.Frames.Where(frame => frame.Sentence == waiting.Sentence && frame.Unit == waiting.Unit)
                .Select(frame => (Frame: frame, Slot: frame.Group.Slots.Find(slot => slot.Role == SlotRole.Persons && SaysTail(slot, waiting.Before, waiting.Behind)))).FirstOrDefault(found => found.Slot is not null);
            if (persons.Slot is not null)
            {
                PutOther(persons.Frame, persons.Slot, waiting.Quantity, "persons");
                continue;
            }

            var frame = waiting.Serving ? null : draft.Frames.Find(frame => frame.Sentence == waiting.Sentence && frame.Unit == waiting.Unit && frame.Group.Attendance is not null
                && frame.Attendance.Count == 0 && !frame.Asked && !frame.Lead && frame.Mention.From > waiting.Quantity.From && frame.Mention.Concept is not { OnlyCounted: true } && !(waiting.Staff && frame.Mention.Concept is { Replaces: true }));
            if (frame?.Group.Attendance is { } slot)
                frame.Attendance.Add(new Placed(slot, waiting.Quantity.Value, waiting.Quantity.Bound, waiting.Quantity.From, waiting.Quantity.To, "before"));
            else
                draft.Extras.Add((waiting.Quantity, waiting.Label));
        }

        draft.Waiting.RemoveAll(waiting => waiting.Sentence < sentence);
    }

    private int SentenceStart(Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence == clause.Sentence)
            first--;
        return text.Clauses[first].From;
    }

    // 员工380人参加。活动现场先后举行安全倡议、安全宣誓: the next sentence tells what the occasion was.
    private bool GoesOn(int sentence) => text.Clauses.Find(clause => clause.Sentence == sentence) is { } first
        && (text.Source.Text[first.From..].StartsWith("活动") || text.Source.Text[first.From..].StartsWith("现场") || text.Source.Text[first.From..].StartsWith("会上") || text.Source.Text[first.From..].StartsWith("仪式"));

    private void Drop(Surroundings around, bool asExtra)
    {
        if (asExtra && !around.Quantity.Open)
            draft.Extras.Add((around.Quantity, Labels.Of(text, around)));
        else
            draft.LeftOver.Add(around.Quantity);
    }

    // 12名楼长及居民代表共计74人: a total follows in the same clause.
    private bool IsPart(Surroundings around)
    {
        var next = text.QuantitiesIn(around.Quantity.To, around.Clause.To).FirstOrDefault(q => q.Class == MeasureClass.People);
        return next is not null && next.Value > around.Quantity.Value && text.RolesIn(around.Quantity.To, next.From).HasFlag(Role.Total);
    }

    // People of a kind of its own: 结业31人, 领导干部5名.
    private bool PlacePersons(Surroundings around, List<Told> inClause, string? unit)
    {
        foreach (var frame in inClause.Select(told => told.Frame).Concat(frames.InSentence(around.Clause)).Where(frame => frame.Unit == unit))
        {
            foreach (var slot in frame.Group.Slots.Where(slot => slot.Role == SlotRole.Persons))
            {
                if (!SaysTail(slot, around.Before, around.Behind))
                    continue;
                PutOther(frame, slot, around.Quantity, "persons");
                return true;
            }
        }

        return false;
    }

    private bool SaysTail(GroupSlot slot, int from, int to)
    {
        foreach (var hit in text.ConceptHits(from, to))
        {
            if (slot.Things.Contains(hit.Concept))
                return true;
        }

        return slot.Tail.Length >= 2 && text.Has(from, to, slot.Tail);
    }

    // 受众2600人: the audience of what was made or shown, or of the activity.
    private bool PlaceAudience(Surroundings around, string? unit)
    {
        var reached = text.HasAny(around.Before, around.Behind, "受众");
        if (!reached && text.HasAny(around.Before, around.Behind, "观看", "浏览", "收看", "播放") && draft.Things.Count > 0 && text.ClauseAt(draft.Things[^1].Figure.From) is var made0
            && made0.Sentence == around.Clause.Sentence && draft.Things[^1].Figure.Slot.Group.Audience is not null && !draft.Frames.Exists(frame => frame.Mention.From > draft.Things[^1].Figure.From))
            reached = true; // 短视频9条，全网观看35万人次
        if (!reached && !(text.HasAny(around.Before, around.Behind, "覆盖", "观看", "浏览") && draft.Frames.Count == 0))
            return false;
        var made = draft.Things.FindLast(thing => thing.Unit == unit && thing.Figure.Slot.Group.Audience is not null);
        var frame = draft.Frames.FindLast(frame => frame.Unit == unit && frame.Group.Audience is not null);
        if (made.Figure is not null && (frame is null || made.Figure.From > frame.Mention.From))
        {
            var slot = made.Figure.Slot.Group.Audience!;
            if (around.Quantity.Open)
                draft.Asks.Add((slot, around.Quantity.From, around.Quantity.To, "vague", unit));
            else
                draft.Things.Add((new Placed(slot, around.Quantity.Value, around.Quantity.Bound, around.Quantity.From, around.Quantity.To, "audience"), unit));
            return true;
        }

        if (frame?.Group.Audience is not { } reach || !reached)
            return false;
        PutOther(frame, reach, around.Quantity, "audience");
        return true;
    }

    private void PutOther(Frame frame, GroupSlot slot, Quantity quantity, string rule)
    {
        if (quantity.Open)
            draft.Asks.Add((slot, quantity.From, quantity.To, "vague", frame.Unit));
        else if (!frame.Others.Exists(known => known.Slot == slot))
            frame.Others.Add(new Placed(slot, quantity.Value, quantity.Bound, quantity.From, quantity.To, rule));
        else
            draft.LeftOver.Add(quantity);
    }

    // The activities the heads are counted for: named beside the figure, else told last without a figure of people.
    private List<Frame> Targets(Surroundings around, List<Told> inClause, string? unit)
    {
        var at = around.Quantity.From;
        if (IsOfForeignActivity(around, inClause))
            return [];
        if (IsOfWhole(around) && inClause.Count == 0 && draft.Frames.Find(frame => frame.Unit == unit && frame.Group.Attendance is not null && !frame.Lead && frame.Attendance.Count == 0 && !frame.Asked
            && frame.Mention.Concept is not { OnlyCounted: true }) is { } whole)
            return How("·whole", [whole]);
        var own = inClause.FindAll(told => told.Frame.Unit == unit && told.Frame.Group.Attendance is not null);
        var before = own.FindAll(told => told.Mention.To <= at);
        if (before.Count > 0)
            return How("", Together(Unfilled([.. before.Select(told => told.Frame)]), around));
        if (own.Count > 0 && own[0].Mention.From >= around.Quantity.To && own[0].Frame.Attendance.Count == 0 && around.Clause.Depth == 0)
            return How("·behind", [own[0].Frame]);
        var sentence = frames.InSentence(around.Clause).FindAll(frame => frame.Unit == unit && frame.Group.Attendance is not null && frame.Mention.From < at);
        if (sentence.Count > 0)
            return How("·sentence", Together(Unfilled(sentence), around));
        return own.Count > 0 ? How("·behind", [own[0].Frame]) : How("·earlier", Earlier(around, unit));
    }

    // 活动参与群众共计500余人次: of the whole occasion, not of its last part.
    private bool IsOfWhole(Surroundings around)
    {
        var words = text.Source.Text[around.Clause.From..around.Quantity.From];
        return words.StartsWith("活动") || words.StartsWith("本次活动") || words.StartsWith("此次活动") || words.StartsWith("整场活动") || words.StartsWith("整个活动") || words.StartsWith("当天活动");
    }

    // How the heads were bound to their activity: part of the rule's name.
    private List<Frame> How(string words, List<Frame> targets)
    {
        how = targets.Count > 1 ? words + "·together" : words;
        return targets;
    }

    // 来问的登记有264人, where the form has no blank for it: those people came for something else.
    private bool IsOfForeignActivity(Surroundings around, List<Told> inClause)
    {
        if (text.ConceptHits(around.Clause.From, around.Quantity.From).LastOrDefault() is { Concept: { IsThing: false } told } && text.Vocabulary.GroupsOf(told).Count == 0 && inClause.Count == 0 && !frames.InSentence(around.Clause).Exists(frame => frame.Unit is null))
            return true; // 另累计应急演练10场、644人次, where the form asks for no drills
        ConceptHit? last = null;
        foreach (var hit in text.ConceptHits(around.Before, around.Behind))
        {
            if (!hit.Concept.IsThing)
                last = hit;
        }

        return last is { } activity && activity.Concept.OnlyCounted && text.Vocabulary.GroupsOf(activity.Concept).Count == 0;
    }

    // 接受咨询175人，参与群众400人: the second figure is not of the first's activity.
    private static List<Frame> Unfilled(List<Frame> told) =>
        told[^1] is { Attendance.Count: > 0, Mention.Concept.OnlyCounted: true } && told.FindAll(frame => frame.Attendance.Count == 0) is { Count: > 0 } open ? open : told;

    private List<Frame> Earlier(Surroundings around, string? unit)
    {
        var last = draft.Frames.FindLast(frame => frame.Unit == unit && frame.Group.Attendance is not null);
        if (last is null)
            return [];
        var open = draft.Frames.FindLast(frame => frame.Unit == unit && frame.Group.Attendance is not null && frame.Attendance.Count == 0 && !frame.Asked && !frame.Lead);
        if (last.Attendance.Count > 0 && text.ClauseAt(last.Attendance[^1].From).Index == around.Clause.Index)
            return [last]; // 168名学生和6名教师
        if (last.Attendance.Count > 0 && around.Clause.Sentence - last.Sentence <= 1 && text.HasAny(around.Clause.From, around.Behind, "另有", "还有", "观摩"))
            return [last];
        var strong = text.RolesIn(around.Clause.From, around.Clause.To).HasFlag(Role.Attend) || around.RolesBefore.HasFlag(Role.Total);
        return open is not null && (strong || (open == last && around.Clause.Sentence - open.Sentence <= 1)) ? [open] : strong && around.RolesBefore.HasFlag(Role.Total) && around.Quantity.Value >= last.Attendance.Sum(part => part.Value) ? [last] : [];
    }

    // 宣讲和演练，共120人参加: one occasion, one head count for both. With numbers of their own they were separate.
    private static List<Frame> Together(List<Frame> told, Surroundings around)
    {
        var last = told[^1];
        if (last.Mention.Concept is { OnlyCounted: true })
            return [last];
        var open = told.FindAll(frame => !frame.Lead && frame.Attendance.Count == 0 && !frame.Asked && frame.Mention.Concept is not { OnlyCounted: true });
        return open.Count > 1 && open.Contains(last) && open.TrueForAll(frame => frame.Group != last.Group || frame == last) ? open : [last];
    }

    private bool IsStaff(Surroundings around, List<Frame> targets)
    {
        var noun = NounOf(around);
        if (targets.Exists(frame => frame.Group.Head.Contains("志愿者", StringComparison.Ordinal)) && text.HasAny(around.Before, around.Behind, "志愿者"))
            return false;
        if (around.Quantity.From > around.Before && text.Source[around.Quantity.From - 1] is '为' or '给' or '向' or '对' or '让' or '教' or '带' or '领')
            return false; // 为300余名师生讲解
        if (around.RolesBehind.HasFlag(Role.Serving) && (noun & (Role.Staff | Role.Public)) != Role.None && !text.HasAny(around.Quantity.To, around.Behind, "参加", "参与", "观看"))
            return true;
        if (targets.Exists(frame => frame.Mention.Concept is { Replaces: false } && frame.Mention.Clause == around.Clause && frame.Mention.From >= around.Quantity.To)
            && !text.HasAny(around.Clause.From, around.Quantity.From, "邀请", "请来", "抽调", "派出", "选派", "由", "专家", "志愿者") && text.Source.Text[around.Quantity.To..] is ['开' or '进' or '参', '展' or '行' or '加' or '与', ..])
            return false; // 厨房服务人员55人开展油锅起火演练
        if (text.QuantitiesIn(around.Quantity.To, around.Clause.To).FirstOrDefault() is { Class: MeasureClass.People } next && next.From == around.Behind + 1
            && text.HasAny(next.To, around.Clause.To, "参加", "参与", "参训", "到场", "听课", "参会") && !text.RolesIn(next.To, around.Clause.To).HasFlag(Role.Serving))
            return false; // 32名网格员、6名楼长参加
        if (noun.HasFlag(Role.Public) && targets.Exists(frame => frame.Mention.Concept is { Generic: true }))
            return false; // 消防培训1期，保安36人
        if (!noun.HasFlag(Role.Staff) || (around.RolesBefore.HasFlag(Role.Total) && targets.Exists(frame => frame.Attendance.Count == 0)))
            return false;
        if (!around.Roles.HasFlag(Role.Serving) && text.RoleHits(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 6)).Any(hit => hit.To - hit.From > 1 && (hit.Roles & (Role.Attend | Role.Online)) == Role.Attend) || noun.HasFlag(Role.Public) && around.Roles.HasFlag(Role.Attend))
            return false;
        return !text.HasAny(around.Before, around.Behind, "参加", "参与", "观看", "参演", "听讲", "参训", "收看", "学习", "参会", "观摩")
            && !IsRound(around)
            && (targets.Exists(frame => frame.Mention.Concept is { Replaces: true }) || !text.HasAny(around.Clause.From, around.Quantity.From, "组织", "召集", "培训"));
    }

    // 第一轮保安45人: each round's people are those it was for.
    private bool IsRound(Surroundings around)
    {
        var at = text.Source.Text[around.Clause.From..around.Quantity.From].IndexOf('第');
        return at >= 0 && text.HasAny(around.Clause.From + at, around.Quantity.From, "轮", "场", "批", "期", "班");
    }

    // The people's noun: right behind the figure, else right before it.
    private Role NounOf(Surroundings around)
    {
        var people = Role.Staff | Role.Public | Role.Body;
        foreach (var hit in text.RoleHits(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + Adjacent)))
        {
            if ((hit.Roles & people) != Role.None)
                return hit.Roles & people;
            if (hit.Roles.HasFlag(Role.Attend))
                break;
        }

        var noun = Role.None;
        foreach (var hit in text.RoleHits(Math.Max(around.Before, around.Quantity.From - 12), around.Quantity.From))
            noun = (hit.Roles & people) != Role.None ? hit.Roles & people : noun;
        return noun;
    }

    private void Attend(Surroundings around, List<Frame> targets, List<Told> inClause)
    {
        var quantity = around.Quantity;
        var separate = targets.Count > 1 && targets.TrueForAll(frame => frame.Sessions.Count > 0);
        foreach (var frame in targets)
        {
            var slot = frame.Group.Attendance!;
            if (quantity.Open || separate)
            {
                frame.Asked = true;
                draft.Asks.Add((slot, quantity.From, quantity.To, separate ? "undivided" : "vague", frame.Unit));
                continue;
            }

            Put(frame, slot, around, inClause.Exists(told => told.Frame == frame));
        }
    }

    private void Put(Frame frame, GroupSlot slot, Surroundings around, bool toldHere)
    {
        var quantity = around.Quantity;
        var times = IsEach(around) && frame.Sessions.Count > 0 ? frame.Sessions.Sum(part => part.Value) : 1;
        var placed = new Placed(slot, quantity.Value * times, quantity.Bound, quantity.From, quantity.To, frame.Mention.Rule + how + (frame.Attendance.Count > 0 ? "·further" : ""));
        frame.Sentence = Math.Max(frame.Sentence, around.Clause.Sentence);
        if (frame.Attendance.Count == 0)
        {
            frame.Attendance.Add(placed);
            return;
        }

        var sum = frame.Attendance.Sum(part => part.Value);
        if (around.RolesBefore.HasFlag(Role.Total) && frames.InSentence(around.Clause).FindAll(other => other.Attendance.Count > 0) is { Count: > 1 } parts
            && quantity.Value >= parts.Sum(part => part.Attendance.Sum(figure => figure.Value)))
        {
            draft.LeftOver.Add(quantity); // 五进活动总计近1500人次: the sum of the parts told before
            return;
        }

        if (around.RolesBefore.HasFlag(Role.Total) && quantity.Value >= sum)
        {
            frame.Attendance.Clear();
            frame.Attendance.Add(placed);
        }
        else if (quantity.Value != sum && IsFurther(frame, around, toldHere))
        {
            frame.Attendance.Add(placed);
        }
        else
        {
            draft.LeftOver.Add(quantity);
        }
    }

    private bool IsEach(Surroundings around) => around.RolesBefore.HasFlag(Role.Each) && text.HasAny(around.Before, around.Quantity.From, "每场", "每次", "每期", "每班");

    // A further group of the same activity: in the same sentence, no part of a total given before.
    private bool IsFurther(Frame frame, Surroundings around, bool toldHere)
    {
        var last = frame.Attendance[^1];
        var apart = around.Clause.Sentence - text.ClauseAt(last.From).Sentence;
        var same = around.Clause.Depth == 0 && (apart == 0 || (apart == 1 && text.ClauseAt(last.From).Line == around.Clause.Line && text.HasAny(SentenceStart(around.Clause), around.Behind, "另有", "观摩", "下午", "晚上", "第二", "次日", "后半场", "下半场")));
        var total = text.RolesIn(Math.Max(0, last.From - 6), last.From).HasFlag(Role.Total);
        var more = text.HasAny(around.Clause.From, around.Behind, "另", "观摩", "线上", "直播", "还有");
        if (toldHere && !total && last.From < around.Clause.From)
            return true; // 18日……演练65人，20日……演练72人
        return same && (more || (!total && (around.Roles.HasFlag(Role.Attend) || around.Before > around.Clause.From || around.ContentBefore <= 3 || text.RolesIn(around.Before, around.Quantity.From).HasFlag(Role.Public))));
    }
}
