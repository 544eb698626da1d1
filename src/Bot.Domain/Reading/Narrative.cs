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
    public static Draft Read(MarkedText text, UnitSections units, Predicate<Clause> skip, bool implied)
    {
        var narrative = new Narrative(text, units);
        foreach (var clause in text.Clauses)
        {
            if (!skip(clause))
                narrative.Read(clause);
        }

        if (implied)
            Implied.Add(narrative.draft);
        return narrative.draft;
    }

    private void Read(Clause clause)
    {
        if (clause.Status != ClauseStatus.Done || clause.Quoted)
        {
            draft.LeftOver.AddRange(text.QuantitiesIn(clause.From, clause.To));
            return;
        }

        var opened = clause.Depth > 0 ? [] : frames.Open(clause, mentions.In(clause), units);
        foreach (var quantity in text.QuantitiesIn(clause.From, clause.To))
            Place(Surroundings.Of(text, clause, quantity), opened, units.At(quantity.From));
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
        else if (!sessions.TryPlace(around, opened, unit) && !things.TryPlace(around, unit))
            Extra(around);
    }

    private void PlaceThing(Surroundings around, List<Told> opened, string? unit)
    {
        var quantity = around.Quantity;
        if (IsHeads(around, opened))
        {
            people.Place(around, opened, unit);
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
        if (PlacePlaces(around, opened) || things.TryPlace(around, unit))
            return;
        if (quantity.Class == MeasureClass.Thing && !quantity.Open && !IsInner(around))
            Extra(around);
        else if (quantity.Class == MeasureClass.Money && !quantity.Open && around.ContentBefore > 0)
            Extra(around);
        else
            draft.LeftOver.Add(quantity);
    }

    // 第二场六十六个, 来了30个: heads counted like things.
    private bool IsHeads(Surroundings around, List<Told> opened)
    {
        if (around.Quantity.Measure is not ("个" or "号"))
            return false;
        if (NamesPeople(around))
            return true;
        var empty = !text.ConceptHits(around.Before, around.Behind).Any(hit => hit.Concept.IsThing) && around.Quantity.To == around.Behind;
        return empty && around.Quantity.From > around.Clause.From && around.ContentBefore <= 4 && (around.RolesBefore.HasFlag(Role.Attend)
            || frames.InSentence(around.Clause).Any(frame => frame.Attendance.Count > 0 && around.Before == around.Clause.From));
    }

    // 22个志愿者: a word for people right behind.
    private bool NamesPeople(Surroundings around)
    {
        var at = around.Quantity.To;
        foreach (var hit in text.RoleHits(at, Math.Min(around.Behind, at + 8)))
            return hit.From == at && (hit.Roles & (Role.Staff | Role.Public)) != Role.None && !text.HasAny(hit.To, Math.Min(around.Behind, hit.To + 2), "小组", "家庭", "代表队", "队");
        return false;
    }

    // 走进3所学校宣讲, 班前会开了3个工地: as many occasions as places.
    private bool PlacePlaces(Surroundings around, List<Told> opened)
    {
        var quantity = around.Quantity;
        if (quantity.Open || !text.RolesIn(quantity.To, Math.Min(around.Behind, quantity.To + 6)).HasFlag(Role.Place)
            || !EndsWithGoing(around) || opened.Find(told => told.Frame.Group.Sessions is not null)?.Frame is not { } frame)
            return false;
        if (text.QuantitiesIn(quantity.To, around.Clause.To).Any(q => q.Class == MeasureClass.Session))
            return false;
        if (frame.Sessions.Count == 0)
            frame.Sessions.Add(new Placed(frame.Group.Sessions!, quantity.Value, quantity.Bound, quantity.From, quantity.To, "places"));
        return true;
    }

    private bool EndsWithGoing(Surroundings around) =>
        text.RoleHits(Math.Max(around.Clause.From, around.Quantity.From - 4), around.Quantity.From).Any(hit => hit.To == around.Quantity.From && hit.Roles.HasFlag(Role.GoTo));

    private bool IsInner(Surroundings around) =>
        text.RolesIn(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 5)).HasFlag(Role.Inner)
        || around.RolesBefore.HasFlag(Role.Inner) && around.ContentBefore <= 4
        || (around.Quantity.Measure is "组" or "批" or "路" && text.HasAny(Math.Max(around.Before, around.Quantity.From - 2), around.Quantity.From, "分", "成"));

    // 一个镜头, 一种方式: a manner of speaking.
    private bool IsOne(Surroundings around) => around.Quantity is { Value: 1, Number.Digits: false, Measure: "个" or "种" or "次" or "条" or "道" or "片" or "份" or "家" } && text.Source[around.Quantity.Number.Core] == '一';

    private void Extra(Surroundings around)
    {
        if (around.Quantity.Open || IsOne(around))
            draft.LeftOver.Add(around.Quantity);
        else
            draft.Extras.Add((around.Quantity, Labels.Of(text, around)));
    }
}
