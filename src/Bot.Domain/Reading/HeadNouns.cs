namespace Bot.Domain.Reading;

/// <summary>Tells by the people's noun and what they did whether heads staffed an activity or attended it.</summary>
internal sealed class HeadNouns(MarkedText text)
{
    private const int Adjacent = 8;

    /// <summary>The roles of the people's noun: right behind the figure, else right before it.</summary>
    public Role Of(Surroundings around)
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

    /// <summary>Whether they staffed it.</summary>
    public bool IsStaff(Surroundings around, List<Frame> targets)
    {
        var noun = Of(around);
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
}
