namespace Bot.Domain.Reading;

/// <summary>Tells heads that are counted like things: 第二场六十六个, 来了30个.</summary>
internal sealed class CountedHeads(MarkedText text, Frames frames)
{
    /// <summary>Whether heads are meant: 第二场六十六个, 来了30个.</summary>
    public bool IsHeads(Surroundings around, List<Told> opened)
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
            || (around.ContentBefore <= 2 || text.HasAny(around.Before, around.Quantity.From, "第", "场", "班", "批", "队", "组") || around.RolesBefore.HasFlag(Role.Place)) && frames.InSentence(around.Clause).Any(frame => frame.Attendance.Count > 0 && around.Before == around.Clause.From));
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
}
