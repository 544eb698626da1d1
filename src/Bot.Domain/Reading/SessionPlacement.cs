namespace Bot.Domain.Reading;

/// <summary>Puts how often (2场, 一次) into the blank of the activity it is said of.</summary>
internal sealed class SessionPlacement(MarkedText text, Draft draft, Frames frames)
{
    private (Quantity Quantity, int Sentence, string? Unit)? waiting;
    private string how = "";
    private string? frameUnit;

    /// <summary>Places the figure; false where no activity takes it.</summary>
    public bool TryPlace(Surroundings around, List<Told> inClause, string? unit)
    {
        var quantity = around.Quantity;
        if (quantity.Measure == "次" && text.HasAny(Math.Max(around.Before, quantity.From - 5), quantity.From, "累计播放", "共播放", "播放量", "点播"))
            return false;
        if (quantity.From == around.Clause.From && text.Source.Text[quantity.To..].StartsWith("活动") && draft.Frames.Count >= 2)
        {
            draft.LeftOver.Add(quantity); // 两次活动合在一起登记了96人次
            return true;
        }

        if (quantity.Measure is "批" or "批次" && text.QuantitiesIn(around.Clause.From, EndOfSentence(around.Clause)).Any(other => other != quantity && other.Measure is "场" or "场次" or "次"))
        {
            draft.LeftOver.Add(quantity); // 分两批观看2场
            return true;
        }

        var frame = IsForeign(around, inClause) ? null : Choose(around, inClause, unit);
        if (frame?.Group.Sessions is not { } slot)
            return false;
        if (quantity.Open)
        {
            Ask(frame, slot, quantity);
            return true;
        }

        if (EachOf(around, inClause) is { Count: > 1 } each)
        {
            foreach (var one in each)
                one.Sessions.Add(new Placed(one.Group.Sessions!, quantity.Value, quantity.Bound, quantity.From, quantity.To, one.Mention.Rule));
            return true;
        }

        if (frame.Sessions.Count > 0 && (quantity.From == around.Clause.From && frame.Sessions.Sum(part => part.Value) == quantity.Value || IsEach(around) && frame.Sessions.Sum(part => part.Value) >= quantity.Value * 2 && around.ContentBefore <= 4))
        {
            draft.LeftOver.Add(quantity); // 演练2次……，两次演练; 公开课2场，上午、下午各1场
            return true;
        }

        frameUnit = unit;
        var value = quantity.Value * Times(around);
        frame.Sentence = Math.Max(frame.Sentence, around.Clause.Sentence);
        var placed = new Placed(slot, value, quantity.Bound, quantity.From, quantity.To, frame.Mention.Rule + how);
        if (frame.Sessions.Count > 0 && (around.RolesBefore.HasFlag(Role.Total) || IsBackReference(around)))
            ReplaceIfTotal(frame, placed);
        else
            frame.Sessions.Add(placed);
        return true;
    }

    /// <summary>Lets a number of turns wait for what was done in them (分白班、夜班3批，组织职工观看……); false where it is none.</summary>
    public bool TryWait(Surroundings around, string? unit)
    {
        if (around.Quantity.Open || around.Quantity.Measure is not ("批" or "批次" or "期" or "轮") || !text.Has(around.Clause.From, around.Quantity.From, "分") || frames.InSentence(around.Clause).Count > 0)
            return false;
        waiting = (around.Quantity, around.Clause.Sentence, unit);
        return true;
    }

    /// <summary>At the end of a sentence: gives the turns to the activity told after them.</summary>
    public void Settle(int sentence)
    {
        if (waiting is not { } turns || turns.Sentence >= sentence)
            return;
        waiting = null;
        var told = draft.Frames.FindAll(frame => frame.Sentence == turns.Sentence && frame.Unit == turns.Unit && frame.Group.Sessions is not null);
        if (told is [{ Sessions.Count: 0 } one])
            one.Sessions.Add(new Placed(one.Group.Sessions!, turns.Quantity.Value, turns.Quantity.Bound, turns.Quantity.From, turns.Quantity.To, one.Mention.Rule + "·before"));
        else
            draft.LeftOver.Add(turns.Quantity);
    }

    private int EndOfSentence(Clause clause)
    {
        var last = clause;
        for (var i = clause.Index + 1; i < text.Clauses.Count && text.Clauses[i].Sentence == clause.Sentence; i++)
            last = text.Clauses[i];
        return last.To;
    }

    // 闭卷考试1场, where the form has no blank for it.
    private bool IsForeign(Surroundings around, List<Told> inClause) => text.ConceptHits(around.Before, around.Quantity.From).LastOrDefault() is { Concept: { IsThing: false } other } hit
        && hit.To >= around.Quantity.From - 1 && text.Vocabulary.GroupsOf(other).Count == 0
        && !inClause.Exists(told => told.Mention.To >= hit.From && told.Mention.From <= around.Quantity.From) || IsOfForeign(around, inClause);

    // 各班召开安全主题班会，共24节: of what the clause before told, and the form has no blank for it.
    private bool IsOfForeign(Surroundings around, List<Told> inClause)
    {
        if (inClause.Count > 0 || around.ContentBefore > 1 || around.Clause.Index == 0 || text.Clauses[around.Clause.Index - 1] is not { Status: ClauseStatus.Done } before || before.Sentence != around.Clause.Sentence)
            return false;
        return text.ConceptHits(before.From, before.To).LastOrDefault() is { Concept: { IsThing: false } other } hit && hit.To >= before.To - 1 && text.Vocabulary.GroupsOf(other).Count == 0
            && !draft.Frames.Exists(frame => frame.Mention.From <= hit.From && frame.Mention.To >= hit.To) && !text.PieceHits(before.From, before.To).Any();
    }

    private void Ask(Frame frame, GroupSlot slot, Quantity quantity)
    {
        frame.Asked = true;
        draft.Asks.Add((slot, quantity.From, quantity.To, "vague", frame.Unit));
    }

    private static void ReplaceIfTotal(Frame frame, Placed placed)
    {
        if (placed.Value < frame.Sessions.Sum(part => part.Value))
            return;
        frame.Sessions.Clear();
        frame.Sessions.Add(placed);
    }

    private Frame? Choose(Surroundings around, List<Told> inClause, string? unit)
    {
        var quantity = around.Quantity;
        var before = inClause.FindLast(told => told.Frame.Unit == unit && told.Mention.To <= quantity.From && Reaches(told.Mention, quantity));
        how = "";
        if (before is not null)
            return before.Frame;
        var behind = inClause.Find(told => told.Mention.From >= quantity.To && told.Mention.To <= around.Behind);
        if (behind is not null)
            return behind.Frame;
        how = "·sentence";
        if (around.ContentBefore > 1 && !IsTelling(around))
            return Replacing(around, unit);
        if (IsTelling(around) || text.Has(quantity.To, around.Behind, "活动") || around.RolesBefore.HasFlag(Role.Total) || around.ContentBefore <= 1)
            return frames.InSentence(around.Clause).FindLast(frame => frame.Unit == unit && frame.Mention.From < quantity.From) ?? Recent(around, unit);
        return null;
    }

    // 一晚连讲3场, 比赛共1场: a verb of holding right before the figure, or a word that points back.
    private bool IsTelling(Surroundings around)
    {
        if (text.ConceptHits(around.Before, around.Quantity.From).Any())
            return false;
        if (text.Source.Text[around.Quantity.To..] is ['进', '行', ..] or ['举', '行', ..] or ['展', '开', ..] or ['开', '展', ..])
            return true; // 分上午、下午3场进行
        var words = text.Source.Text[around.Before..around.Quantity.From].TrimEnd("了共计为是: ");
        return words.Length > 0 && (words is ['每', ..] || words[^1] is '讲' or '分' or '演' or '办' or '开' or '上' or '训' or '练' or '做' or '搞' or '跑' or '教' or '授' or '场' or '次'
            || words[^1] == '放' && !words.EndsWith("播放") && !words.EndsWith("投放") && !words.EndsWith("发放") && !words.EndsWith("开放")
            || words.EndsWith("开课") || words.EndsWith("上课") || words.EndsWith("授课") || words.EndsWith("讲课") || words.EndsWith("比赛") || words.EndsWith("大赛") || words.EndsWith("活动") || words.EndsWith("赛事") || words.EndsWith("课程") || words.EndsWith("开展") || words.EndsWith("举办") || words.EndsWith("组织") || words.EndsWith("安排"));
    }

    // 竞答分三个时段开展3场: no other figure of the kind and no other matter between.
    private bool Reaches(Mention mention, Quantity quantity)
    {
        if (text.QuantitiesIn(mention.To, quantity.From).Any(other => other.Class == MeasureClass.Session && other != quantity))
            return false;
        var between = text.QuantitiesIn(mention.To, quantity.From).Any();
        return !between || text.RoleHits(quantity.From - 4, quantity.From).Any(hit => hit.To == quantity.From && (hit.Roles & (Role.Do | Role.Total)) != Role.None);
    }

    private Frame? Recent(Surroundings around, string? unit)
    {
        var last = frames.Last(unit);
        var near = last is not null && (around.Clause.Sentence - last.Sentence <= 1) && last.Sessions.Count == 0;
        return near && (around.Clause.Line == last!.Line || around.Quantity.Labelled || around.ContentBefore == 0) ? last : null;
    }

    // 进校园活动，……开展演练1次: the occasion was told by where it was held.
    private Frame? Replacing(Surroundings around, string? unit) =>
        text.ConceptHits(around.Before, around.Quantity.From).Any(hit => !hit.Concept.IsThing && !hit.Concept.OnlyCounted)
            ? frames.InSentence(around.Clause).FindLast(frame => frame.Unit == unit && frame.Mention.Concept is { Replaces: true } && frame.Sessions.Count == 0)
            : null;

    private bool IsBackReference(Surroundings around) => around.Before == around.Quantity.From || text.HasAny(around.Before, around.Quantity.From, "这", "该", "上述");

    // 宣讲和演练各1场: one of each.
    private List<Frame> EachOf(Surroundings around, List<Told> inClause) => IsEach(around)
        ? [.. inClause.Where(told => told.Mention.To <= around.Quantity.From && told.Frame.Group.Sessions is not null && told.Frame.Sessions.Count == 0).Select(told => told.Frame).DistinctBy(frame => frame.Group)]
        : [];

    private bool IsEach(Surroundings around) =>
        text.RoleHits(around.Before, around.Quantity.From).Any(hit => hit.Roles.HasFlag(Role.Each) && text.Source[hit.From] is '各' or '每' && !IsDeterminer(hit, around) && text.Source[hit.To] is not ('类' or '种' or '项' or '级' or '界' or '方') && !text.RolesIn(hit.To, around.Quantity.From).HasFlag(Role.Total));

    // 各社区、企业开展公开课46场: all of them together.
    private bool IsDeterminer(RoleHit each, Surroundings around) => text.Source[each.From] == '各' && text.RoleHits(each.To, around.Quantity.From).FirstOrDefault() is var noun && noun.From == each.To
        && (noun.Roles & (Role.Place | Role.Body)) != Role.None && noun.To < around.Quantity.From && text.RolesIn(noun.To, around.Quantity.From).HasFlag(Role.Do);

    // 两个厂区各1场: each of so many places.
    private decimal Times(Surroundings around)
    {
        var at = around.Quantity.From;
        if (!IsEach(around))
            return 1;
        var places = text.QuantitiesIn(around.Clause.From, at).LastOrDefault(q => q.To <= around.Before + 1 && q.Class is MeasureClass.Thing && !q.Open) ?? PlacesBefore(around);
        if (places is null && DaysOf(around) is > 1 and var days)
            return days;
        if (places is null && frameUnit?.Contains(UnitShares.Mark, StringComparison.Ordinal) != true && Listed(around) is > 1 and var listed)
            return listed;
        if (places is null)
            return Math.Max(1, text.ConceptHits(around.Before, at).Where(hit => !hit.Concept.IsThing && !hit.Paired).Select(hit => hit.From).Distinct().Count());
        if (places.Value is < 2 or > 500)
            return 1;
        draft.Extras.RemoveAll(extra => extra.Quantity == places);
        return places.Value;
    }

    // 6月18日、19日、20日连续三个夜晚……，每晚各1场: one on each of the days named.
    private int DaysOf(Surroundings around)
    {
        if (!text.HasAny(around.Clause.From, around.Quantity.From, "每晚", "每天", "每日", "每夜"))
            return 0;
        var sentence = text.SentenceStart(around.Clause);
        var days = 0;
        foreach (var date in text.DatesIn(sentence, around.Clause.From))
            days += date.Shape is DateShape.Day or DateShape.Interval ? date.Days.To.DayNumber - date.Days.From.DayNumber + 1 : 0;
        return days;
    }

    // 指导正源铝业、恒茂压铸、同升合金各开展演练1场: each of those listed.
    private int Listed(Surroundings around)
    {
        var words = text.Source.Text[around.Clause.From..around.Quantity.From];
        var each = words.LastIndexOf('各');
        if (each < 4)
            return 0;
        words = words[..each];
        var last = words.LastIndexOf('、');
        if (last < 0 || words.Length - last > 14)
            return words.LastIndexOfAny("和与及") is > 1 and var and && words.Length - and is > 2 and < 12 && !text.ConceptHits(around.Clause.From + and, around.Clause.From + each).Any() ? 2 : 0;
        var items = words.Count('、') + 1 + (words[last..].IndexOfAny("和与及") > 1 ? 1 : 0);
        return text.ConceptHits(around.Clause.From + words.IndexOf('、'), around.Clause.From + each).Any(hit => !hit.Concept.IsThing) ? 0 : items;
    }

    // 放在制绒、丝印等4个车间分别举行，每个车间1场.
    private Quantity? PlacesBefore(Surroundings around)
    {
        var index = around.Clause.Index - 1;
        if (index < 0 || text.Clauses[index].Sentence != around.Clause.Sentence || !text.HasAny(around.Before, around.Quantity.From, "每", "各"))
            return null;
        var clause = text.Clauses[index];
        return text.QuantitiesIn(clause.From, clause.To).LastOrDefault(q => q.Class is MeasureClass.Thing && !q.Open
            && text.RolesIn(q.To, Math.Min(clause.To, q.To + 6)).HasFlag(Role.Place));
    }

    /// <summary>Places a part the form asks for by itself (其中企业3场).</summary>
    public bool TryPart(Surroundings around, List<Told> inClause, string? unit)
    {
        var frame = inClause.Select(told => told.Frame).Concat(frames.InSentence(around.Clause)).LastOrDefault(open => open.Unit == unit && open.Group.Slots.Exists(slot => slot.Role == SlotRole.Part));
        var part = frame?.Group.Slots.Find(slot => slot.Role == SlotRole.Part && slot.Measures.Contains(around.Quantity.Measure, StringComparer.Ordinal)
            && text.Has(around.Before, around.Quantity.From, slot.Tail.Replace("其中", string.Empty, StringComparison.Ordinal)));
        if (part is null || around.Quantity.Open)
            return false;
        var quantity = around.Quantity;
        if (frame!.Sessions.Count == 0 && frame.Group.Sessions is { } whole && around.Clause.Depth == 0 && !around.RolesBefore.HasFlag(Role.Subset) && whole.Measures.Contains(quantity.Measure, StringComparer.Ordinal)
            && inClause.Exists(told => told.Frame == frame))
            frame.Sessions.Add(new Placed(whole, quantity.Value, quantity.Bound, quantity.From, quantity.To, "part")); // 综合预案演练1次，另有现场处置演练3次: told by its parts
        frame.Others.Add(new Placed(part, quantity.Value, quantity.Bound, quantity.From, quantity.To, "part"));
        return true;
    }
}
