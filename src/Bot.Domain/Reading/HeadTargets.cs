namespace Bot.Domain.Reading;

/// <summary>Finds the activities that heads are counted for.</summary>
internal sealed class HeadTargets(MarkedText text, Draft draft, Frames frames)
{
    /// <summary>How they were bound last: part of the rule's name.</summary>
    public string How { get; private set; } = "";

    /// <summary>The activities named beside the figure, else told last without a figure of people; empty where the heads are of none.</summary>
    public List<Frame> Of(Surroundings around, List<Told> inClause, string? unit)
    {
        var at = around.Quantity.From;
        if (IsOfForeignActivity(around, inClause))
            return [];
        if (IsOfWhole(around) && inClause.Count == 0 && draft.Frames.Find(frame => frame.Unit == unit && frame.Group.Attendance is not null && !frame.Lead && frame.Attendance.Count == 0 && !frame.Asked
            && frame.Mention.Concept is not { OnlyCounted: true }) is { } whole)
            return Bound("·whole", [whole]);
        var own = inClause.FindAll(told => told.Frame.Unit == unit && told.Frame.Group.Attendance is not null);
        var before = own.FindAll(told => told.Mention.To <= at);
        if (before.Count > 0)
            return Bound("", Together(Unfilled([.. before.Select(told => told.Frame)]), around));
        if (own.Count > 0 && own[0].Mention.From >= around.Quantity.To && own[0].Frame.Attendance.Count == 0 && around.Clause.Depth == 0)
            return Bound("·behind", [own[0].Frame]);
        var sentence = frames.InSentence(around.Clause).FindAll(frame => frame.Unit == unit && frame.Group.Attendance is not null && frame.Mention.From < at);
        if (around.RolesBefore.HasFlag(Role.Total) && sentence is [.., { Attendance.Count: > 0, Sessions.Count: > 0 } part] && sentence.FindAll(frame => frame.Attendance.Count == 0 && !frame.Asked && !frame.Lead && frame.Group != part.Group
            && frame.Mention.Concept is not { OnlyCounted: true }) is [var occasion] && occasion == sentence[0])
            return Bound("·occasion", [occasion]); // 开展咨询日活动，有奖竞赛1场85人，参与群众共计460人
        if (sentence.Count > 0)
            return Bound("·sentence", Together(Unfilled(sentence), around));
        return own.Count > 0 ? Bound("·behind", [own[0].Frame]) : Bound("·earlier", Earlier(around, unit));
    }

    // 活动参与群众共计500余人次: of the whole occasion, not of its last part.
    private bool IsOfWhole(Surroundings around)
    {
        var words = text.Source.Text[around.Clause.From..Math.Max(around.Clause.From, around.Quantity.From)]; // a clause that is cut for its length may cut a figure
        return words.StartsWith("活动") || words.StartsWith("本次活动") || words.StartsWith("此次活动") || words.StartsWith("整场活动") || words.StartsWith("整个活动") || words.StartsWith("当天活动") || words.StartsWith("全程参");
    }

    private List<Frame> Bound(string words, List<Frame> targets)
    {
        How = targets.Count > 1 ? words + "·together" : words;
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
        if (last.Attendance.Count > 0 && around.Clause.Sentence - last.Sentence <= 1 && (text.HasAny(around.Clause.From, around.Behind, "另有", "还有", "观摩") || IsNextRound(around, last)))
            return [last];
        var strong = text.RolesIn(around.Clause.From, around.Clause.To).HasFlag(Role.Attend) || around.RolesBefore.HasFlag(Role.Total);
        return open is not null && (strong || (open == last && around.Clause.Sentence - open.Sentence <= 1)) ? [open] : strong && around.RolesBefore.HasFlag(Role.Total) && around.Quantity.Value >= last.Attendance.Sum(part => part.Value) ? [last] : [];
    }

    // 上午……参与员工110人；下午……参与员工95人.
    private bool IsNextRound(Surroundings around, Frame last)
    {
        var (here, before) = (text.SentenceStart(around.Clause), text.SentenceStart(text.ClauseAt(last.Attendance[^1].From)));
        foreach (var (first, next) in (ReadOnlySpan<(string, string)>)[("上午", "下午"), ("下午", "晚"), ("白班", "夜班"), ("第一", "第二"), ("首场", "第二"), ("头一", "第二"), ("日间", "夜间"), ("上半场", "下半场"), ("前半场", "后半场")])
        {
            if (text.Has(here, Math.Min(around.Quantity.From, here + 8), next) && text.Has(before, last.Attendance[^1].From, first))
                return true;
        }

        return false;
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
}
