namespace Bot.Domain.Reading;

/// <summary>
/// Reads told text clause by clause: opens a frame for every activity, puts every quantity into a blank, among the extras,
/// or among what is left over.
/// </summary>
internal sealed class Narrative
{
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
    private readonly NothingCounted nothing;
    private readonly CountedHeads heads;
    private readonly PlacesVisited places;
    private readonly ShownThings shown;
    private readonly PrintedPhrases printed;

    private Narrative(MarkedText text, UnitSections units)
    {
        this.text = text;
        this.units = units;

        mentions = new Mentions(text);
        frames = new Frames(text, draft);
        sessions = new SessionPlacement(text, draft, frames);
        people = new PeoplePlacement(text, draft, frames);
        things = new ThingPlacement(text, draft, frames);
        nothing = new NothingCounted(text);
        heads = new CountedHeads(text, frames);
        places = new PlacesVisited(text, frames);
        shown = new ShownThings(text, frames);
        printed = new PrintedPhrases(text, draft);
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
            Implied.Add(narrative.draft, IsSummary(text));
        return narrative.draft;
    }

    private static bool IsSummary(MarkedText text) => text.MayHold("结") && Dues.Title.Of(text.Source.Text.ToString()).Kind == Campaigns.ObligationKind.Summary;

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
        foreach (var box in text.Boxes)
        {
            if (box.From >= clause.From && box.To <= clause.To)
                draft.Boxes.Add(box);
        }

        foreach (var quantity in text.QuantitiesIn(clause.From, clause.To))
        {
            if (IsOfBox(quantity))
                continue;
            if (!correcting && (nothing.IsSaying(quantity) || nothing.IsChange(quantity) || nothing.IsAmongOnes(quantity, clause) || IsRate(quantity, clause) || frames.IsTitle(clause) || nothing.IsLeadOne(quantity, clause)) || nothing.IsTopic(quantity, clause))
                draft.LeftOver.Add(quantity);
            else
                Place(Surroundings.Of(text, clause, quantity), opened, units.At(quantity.From));
        }
    }

    // 主要负责人带头宣讲2次, where the form asks only whether: the figure is none of another activity's.
    private bool IsOfBox(Quantity quantity)
    {
        var at = draft.Boxes.FindIndex(box => box.To <= quantity.From && quantity.From - box.To <= 3 && quantity.Class == MeasureClass.Session && text.ClauseAt(box.From) == text.ClauseAt(quantity.From));
        if (at < 0)
            return false;
        draft.Boxes[at] = (draft.Boxes[at].From, quantity.To);
        return true;
    }

    // 日均门诊1300人次; what else the sentence counts of things is as little the report's.
    private bool IsRate(Quantity quantity, Clause clause)
    {
        if (!Rates.IsRate(text, clause, quantity))
            return false;
        rated = clause.Sentence;
        return true;
    }

    private void Place(Surroundings around, List<Told> opened, string? unit)
    {
        var quantity = around.Quantity;
        switch (quantity.Class)
        {
            case MeasureClass.Thing or MeasureClass.Money or MeasureClass.Duration or MeasureClass.People when around.Clause.Depth == 0 && printed.TryPlace(around, unit):
                break;
            case MeasureClass.People when around.RolesBefore.HasFlag(Role.Subset) && sessions.TryPart(around, opened, unit):
                break; // 其中从业人员46人次, where the form asks for them
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
        else if (nothing.IsMovement(around))
            draft.LeftOver.Add(around.Quantity);
        else if (!sessions.TryPlace(around, opened, unit) && !things.TryPlace(around, unit) && !sessions.TryWait(around, unit))
            ExtraSession(around);
    }

    // 夜查14次, 阅读量1.6万次 are told; 按错了三次 is nothing.
    private void ExtraSession(Surroundings around)
    {
        if ((around.Roles & (Role.Verbs | Role.Deed)) != Role.None || text.ConceptHits(around.Before, around.Behind).Any()
            || text.HasAny(around.Before, around.Behind, "阅读", "浏览", "点赞", "转发", "点击", "播放", "观看", "访问", "活动") || text.PieceHits(around.Before, around.Behind).Any())
            Extra(around);
        else
            draft.LeftOver.Add(around.Quantity);
    }

    private void PlaceThing(Surroundings around, List<Told> opened, string? unit)
    {
        var quantity = around.Quantity;
        if (nothing.IsPartsOf(around))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (nothing.IsShare(around) && (sessions.TryPart(around, opened, unit) || things.TryPart(around, unit)))
            return;
        if (nothing.IsShare(around))
        {
            draft.LeftOver.Add(quantity);
            return;
        }

        if (heads.IsHeads(around, opened))
        {
            people.Place(around, opened, unit);
            return;
        }

        if (quantity is { Value: 1, Number.Digits: false } && text.Source.Text[..quantity.From].EndsWith("其中"))
        {
            draft.LeftOver.Add(quantity); // 其中一条短视频点赞……
            return;
        }

        var labelled = text.Source.Text[around.Before..quantity.From].LastIndexOf(':') + 1; // 照片核过了：咨询台6处
        if (text.HasAny(around.Before + labelled, around.Behind, "照片", "截图", "图片", "附件", "附图"))
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
        if (places.TryPlace(around, opened, unit) || things.TryPlace(around, unit))
            return;
        if (quantity.Class == MeasureClass.Thing && !quantity.Open && !nothing.IsInner(around) && !nothing.IsKinds(around) && shown.IsDeed(around))
            Extra(around);
        else if (quantity.Class == MeasureClass.Money && !quantity.Open && shown.IsPaid(around))
            Extra(around);
        else
            draft.LeftOver.Add(quantity);
    }

    private void Extra(Surroundings around)
    {
        if (around.Quantity.Open || nothing.IsOne(around) || around.Clause.Sentence == rated || correcting && text.HasAny(around.Quantity.To, Math.Min(around.Clause.To, around.Quantity.To + 6), "合计", "数", "加起来"))
            draft.LeftOver.Add(around.Quantity);
        else
            draft.Extras.Add((around.Quantity, Labels.Of(text, around)));
    }
}
