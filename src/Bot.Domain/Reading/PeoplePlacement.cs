namespace Bot.Domain.Reading;

/// <summary>Puts heads into the attendance of the activity they are said of.</summary>
internal sealed class PeoplePlacement
{
    private readonly MarkedText text;
    private readonly Draft draft;
    private readonly Frames frames;
    private readonly HeadsAside aside;
    private readonly HeadNouns nouns;
    private readonly HeadTargets targets;
    private readonly PersonsPlacement persons;
    private readonly PeopleApart kinds;

    public PeoplePlacement(MarkedText text, Draft draft, Frames frames)
    {
        (this.text, this.draft, this.frames) = (text, draft, frames);
        (aside, nouns, targets) = (new HeadsAside(text), new HeadNouns(text), new HeadTargets(text, draft, frames));
        persons = new PersonsPlacement(text, draft, frames, nouns);
        kinds = new PeopleApart(text, draft);
    }

    /// <summary>Places the figure.</summary>
    public void Place(Surroundings around, List<Told> inClause, string? unit)
    {
        if (TryRespective(around, unit) || persons.TryPlace(around, inClause, unit))
            return;
        if (aside.Of(around, inClause) is { } use)
            Drop(around, asExtra: use == HeadsUse.Shown);
        else if (PlaceAudience(around, unit))
            return;
        else if (persons.ComeBefore(around, unit) && !around.Quantity.Open)
            persons.Wait(around, unit);
        else if (!IsUndivided(around, unit) && !SameAgain(around, inClause, unit))
            PlaceHeads(around, inClause, unit);
    }

    // 竞答和演练各办1场，分别有186人次、94人次参加: as many figures as activities, in the same order.
    private bool TryRespective(Surroundings around, string? unit)
    {
        if (around.Quantity.Open || !text.HasAny(around.Clause.From, around.Quantity.From, "分别", "依次"))
            return false;
        var heads = text.QuantitiesIn(around.Clause.From, around.Clause.To).Where(quantity => quantity.Class == MeasureClass.People).ToList();
        var told = frames.InSentence(around.Clause).FindAll(frame => frame.Unit == unit && frame.Group.Attendance is not null && frame.Mention.To <= heads[0].From);
        if (heads.Count < 2 || told.Count != heads.Count || told.Select(frame => frame.Group).Distinct().Count() < told.Count)
            return false;
        var frame = told.OrderBy(frame => frame.Mention.From).ElementAt(heads.IndexOf(around.Quantity));
        if (frame.Attendance.Count > 0 || frame.Asked)
            return false;
        var quantity = around.Quantity;
        frame.Attendance.Add(new Placed(frame.Group.Attendance!, quantity.Value, quantity.Bound, quantity.From, quantity.To, frame.Mention.Rule + "·respectively"));
        return true;
    }

    /// <summary>At the end of a sentence: gives heads that came first to the activity told after them.</summary>
    public void Settle(int sentence) => persons.Settle(sentence);

    private void PlaceHeads(Surroundings around, List<Told> inClause, string? unit)
    {
        var found = targets.Of(around, inClause, unit);
        if (nouns.IsStaff(around, found))
            Drop(around, asExtra: true);
        else if (found.Count == 0 && !around.Quantity.Open && around.Clause.Depth == 0)
            persons.Wait(around, unit);
        else if (found.Count == 0)
            Drop(around, asExtra: true);
        else
            Attend(around, found, inClause);
    }

    // 两项活动共218人次参加，没有分开登记: one figure for separate occasions.
    private bool IsUndivided(Surroundings around, string? unit)
    {
        if (!text.HasAny(Math.Max(0, around.Clause.From - 12), around.Quantity.From, "两项活动", "两场活动", "两个活动", "三项活动", "三场活动", "各项活动", "以上活动", "上述活动", "两回拢共", "两回共", "两次拢共", "两场拢共", "没分着", "两项合计", "两场合计", "两次活动"))
            return false;
        var open = draft.Frames.FindAll(frame => frame.Unit == unit && frame.Group.Attendance is not null && frame.Attendance.Count == 0 && !frame.Asked);
        if (open.Count < 2 || open.TrueForAll(frame => frame.Sentence == open[0].Sentence) && open[0].Sentence != around.Clause.Sentence)
            return false;
        if (open.TrueForAll(frame => frame.Group == open[0].Group))
        {
            open.ForEach(static frame => frame.Separate = frame.Done = true);
            return false; // one blank counts both
        }

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
        persons.PutOther(frame, reach, around.Quantity, "audience");
        return true;
    }

    private void Drop(Surroundings around, bool asExtra)
    {
        if (asExtra && !around.Quantity.Open)
            draft.Extras.Add((around.Quantity, Labels.Of(text, around)));
        else
            draft.LeftOver.Add(around.Quantity);
    }

    private void Attend(Surroundings around, List<Frame> found, List<Told> inClause)
    {
        var quantity = around.Quantity;
        if (found.Count > 1 && IsNext(found[^1], around))
            found = [found[^1]];
        var separate = found.Count > 1 && found.TrueForAll(frame => frame.Sessions.Count > 0);
        foreach (var frame in found)
        {
            if (kinds.TryPlace(frame, around))
                continue;
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

    // 讲安全课2场，召开班前会112次，参与1460人次: without a word for a total it is said of what was counted in the clause right before.
    private bool IsNext(Frame last, Surroundings around) => last.Sessions is [var told] && !around.RolesBefore.HasFlag(Role.Total) && !around.RolesBehind.HasFlag(Role.Total)
        && text.ClauseAt(told.From) is var clause && clause.Index is var index && around.Clause.Index - index is 0 or 1 && text.ClauseAt(last.Mention.From) == clause
        && draft.Frames.FindAll(frame => frame.Sentence == last.Sentence && frame != last && frame.Sessions.Count > 0) is { Count: > 0 } others && others.TrueForAll(frame => text.ClauseAt(frame.Sessions[^1].From) != clause)
        && !text.HasAny(around.Before, around.Behind, "均", "都", "分别");

    private void Put(Frame frame, GroupSlot slot, Surroundings around, bool toldHere)
    {
        var quantity = around.Quantity;
        var times = IsEach(around) && frame.Sessions.Count > 0 ? frame.Sessions.Sum(part => part.Value) : 1;
        var placed = new Placed(slot, quantity.Value * times, quantity.Bound, quantity.From, quantity.To, frame.Mention.Rule + targets.How + (frame.Attendance.Count > 0 ? "·further" : ""));
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

        if ((around.RolesBefore.HasFlag(Role.Total) || IsSoFar(frame, around)) && quantity.Value >= sum && !text.HasAny(around.Quantity.To, around.Clause.To, "观摩"))
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

    // 23名工人开班前会……。6月1日以来累计召开152场，参加4200人次: the total takes in what was told of one occasion.
    private bool IsSoFar(Frame frame, Surroundings around) => text.ClauseAt(frame.Attendance[^1].From).Sentence < around.Clause.Sentence
        && text.HasAny(text.SentenceStart(around.Clause), around.Quantity.From, "累计") && text.HasAny(text.SentenceStart(around.Clause), around.Quantity.From, "以来", "截至", "截止", "目前", "已累计");

    private bool IsEach(Surroundings around) => around.RolesBefore.HasFlag(Role.Each) && text.HasAny(around.Before, around.Quantity.From, "每场", "每次", "每期", "每班");

    // A further group of the same activity: in the same sentence, no part of a total given before.
    private bool IsFurther(Frame frame, Surroundings around, bool toldHere)
    {
        var last = frame.Attendance[^1];
        var apart = around.Clause.Sentence - text.ClauseAt(last.From).Sentence;
        var same = around.Clause.Depth == 0 && (apart == 0 || (apart == 1 && text.ClauseAt(last.From).Line == around.Clause.Line && text.HasAny(text.SentenceStart(around.Clause), around.Behind, "另有", "观摩", "下午", "晚上", "第二", "次日", "后半场", "下半场")));
        var total = text.RolesIn(Math.Max(0, last.From - 6), last.From).HasFlag(Role.Total);
        var more = text.HasAny(around.Clause.From, around.Behind, "另", "观摩", "线上", "直播", "还有");
        if (toldHere && !total && last.From < around.Clause.From)
            return true; // 18日……演练65人，20日……演练72人
        return same && (more || (!total && (around.Roles.HasFlag(Role.Attend) || around.Before > around.Clause.From || around.ContentBefore <= 3 || text.RolesIn(around.Before, around.Quantity.From).HasFlag(Role.Public))));
    }
}
