namespace Bot.Domain.Reading;

/// <summary>Counts occasions by the places they were held at: 走进3所学校宣讲, 在3个车间同步召开班前会.</summary>
internal sealed class PlacesVisited(MarkedText text, Frames frames)
{
    /// <summary>Counts as many occasions as places; false where the figure counts no places of an activity.</summary>
    public bool TryPlace(Surroundings around, List<Told> opened, string? unit) => PlaceClasses(around, opened) || PlaceHeld(around, opened, unit) || PlaceGone(around, opened);

    // 30个班召开主题班会: each its own.
    private bool PlaceClasses(Surroundings around, List<Told> opened)
    {
        var quantity = around.Quantity;
        var told = quantity is { Open: false, Measure: "个" } && text.Source[quantity.To] == '班' && (!char.IsLetter(text.Source[quantity.To + 1]) || text.RolesIn(quantity.To + 1, quantity.To + 3).HasFlag(Role.Do))
            ? opened.Find(told => told.Mention.From > quantity.To && told.Frame is { Sessions.Count: 0, Group.Sessions: not null } && text.Source.Text[told.Mention.From..told.Mention.To].EndsWith("班会"))
            : null;
        told?.Frame.Sessions.Add(new Placed(told.Frame.Group.Sessions!, quantity.Value, quantity.Bound, quantity.From, quantity.To, "places"));
        return told is not null;
    }

    // 走进3所学校宣讲, 班前会开了3个工地: as many occasions as places.
    private bool PlaceGone(Surroundings around, List<Told> opened)
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
            || !(text.HasAny(quantity.To, around.Clause.To, "同步", "分别", "分头", "依次", "轮流", "同时", "先后") && text.HasAny(around.Clause.From, quantity.From, "在", "到", "赴", "分") || IsAll(quantity)))
            return false;
        var frame = opened.Find(told => told.Frame.Group.Sessions is not null && told.Mention.From >= quantity.To)?.Frame
            ?? (text.HasAny(quantity.To, around.Clause.To, "开讲", "举行", "举办", "召开", "进行", "开展", "开课", "开班") ? frames.InSentence(around.Clause).FindLast(frame => frame.Unit == unit && frame.Group.Sessions is not null) : null);
        if (frame is null || frame.Sessions is [var one, ..] && !(frame.Sessions.Count == 1 && one.Value == 1 && text.Source[one.From] == '一'))
            return false;
        frame.Sessions.Clear(); // 一场大家谈……放在4个车间分别举行
        frame.Sessions.Add(new Placed(frame.Group.Sessions!, quantity.Value, quantity.Bound, quantity.From, quantity.To, "places"));
        return true;
    }

    // 俩工地都开了班前会: in each of them.
    private bool IsAll(Quantity quantity) => text.RoleHits(quantity.To, quantity.To + 6).FirstOrDefault(hit => hit.From == quantity.To && hit.Roles.HasFlag(Role.Place)) is { To: > 0 } place
        && text.HasAny(place.To, place.To + 1, "都", "均", "各");

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
}
