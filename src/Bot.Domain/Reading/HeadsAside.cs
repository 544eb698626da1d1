namespace Bot.Domain.Reading;

/// <summary>Tells heads that are nobody's attendance: parts, single people, those a drill makes believe, those who were helped or did not come.</summary>
internal sealed class HeadsAside(MarkedText text)
{
    /// <summary>What becomes of the heads if they are none; null: they may be an attendance.</summary>
    public HeadsUse? Of(Surroundings around, List<Told> inClause)
    {
        var quantity = around.Quantity;
        if (IsPart(around) || IsSubset(around, inClause) || around.Roles.HasFlag(Role.Singled) && !text.HasAny(quantity.To, around.Behind, "比拼", "竞技", "角逐", "较量", "参赛") && !inClause.Exists(told => told.Frame.Group.Attendance is not null && told.Mention.Concept is { OnlyCounted: true }))
            return HeadsUse.Nothing;
        if (text.HasAny(quantity.To, Math.Min(around.Behind, quantity.To + 3), "居住", "常住", "在册"))
            return HeadsUse.Nothing; // 两个小区7600余人居住
        if (around.RolesBefore.HasFlag(Role.Prize) || IsSomebody(around) || IsScenario(around) || text.Has(around.Clause.From, quantity.From, "让每"))
            return HeadsUse.Nothing;
        if (text.Source.Text[around.Before..quantity.From].EndsWith("一行"))
            return HeadsUse.Shown; // those who came to look
        if (text.Has(around.Clause.From, quantity.From, "由") && text.HasAny(quantity.To, around.Clause.To, "组成", "构成"))
            return HeadsUse.Shown; // who a team was made of
        if (IsHelped(around, inClause))
            return HeadsUse.Shown;
        if (around.Roles.HasFlag(Role.Absent) && !text.HasAny(around.Quantity.From, around.Behind, "报名参加", "报名参与", "报名参赛"))
            return text.HasAny(around.Before, around.Behind, "报名") ? HeadsUse.Shown : HeadsUse.Nothing;
        if (text.HasAny(around.Clause.From, around.Clause.To, "“被困”", "“受困”", "“受伤”", "获救", "“遇险”", "“中毒”") && !text.HasAny(around.Quantity.To, around.Clause.To, "参加", "参演", "参与"))
            return HeadsUse.Nothing; // “被困”井内的2名作业人员12分钟获救
        return IsPartOf(around) || IsAbsent(around) || IsPlayed(around) ? HeadsUse.Nothing : null;
    }

    // 1名巡检工“倒地”: what somebody in a drill plays.
    private bool IsPlayed(Surroundings around)
    {
        if (around.Quantity.Value > 10)
            return false;
        var behind = text.Source.Text[around.Quantity.To..around.Clause.To];
        var open = behind.IndexOf('“');
        return open is > 0 and <= 6 && behind[open..].IndexOf('”') is >= 3 and <= 7 && text.MayHold("演练") && !text.HasAny(around.Quantity.To, around.Clause.To, "参加", "参演", "参与", "扮演", "化身");
    }

    // 其中学生40人; but 其中网络答题876人 has a blank of its own. 其中本周……: part of the total all the same.
    private bool IsSubset(Surroundings around, List<Told> inClause) => text.RolesIn(around.Clause.From, around.Quantity.From).HasFlag(Role.Subset)
        && (text.HasAny(around.Clause.From, around.Quantity.From, "其中本", "其中今", "其中当", "其中上")
            || !inClause.Exists(told => told.Mention.To <= around.Quantity.From && told.Frame.Group.Attendance is not null && told.Frame.Attendance.Count == 0));

    // 12名楼长及居民代表共计74人: a total follows in the same clause.
    private bool IsPart(Surroundings around)
    {
        if (IsFor(around))
            return true;
        var next = text.QuantitiesIn(around.Quantity.To, around.Clause.To).FirstOrDefault(q => q.Class == MeasureClass.People);
        return next is not null && next.Value > around.Quantity.Value && text.RolesIn(around.Quantity.To, next.From).HasFlag(Role.Total);
    }

    // 面向28名安全员和各系书记开展公开课，……50人聆听: whom it was for, where who came is told behind.
    private bool IsFor(Surroundings around)
    {
        if (!text.Source.Text[around.Before..around.Quantity.From].EndsWith("面向"))
            return false;
        for (var i = around.Clause.Index + 1; i < text.Clauses.Count && text.Clauses[i].Sentence == around.Clause.Sentence; i++)
        {
            var clause = text.Clauses[i];
            if (text.RolesIn(clause.From, clause.To).HasFlag(Role.Attend) && text.QuantitiesIn(clause.From, clause.To).Any(static quantity => quantity.Class == MeasureClass.People))
                return true;
        }

        return false;
    }

    // 宣讲员5名，两位是退役机务，三位是社区干部: what the people just counted are.
    private bool IsPartOf(Surroundings around) => text.Source[around.Quantity.To] == '是' && around.Clause.Index > 0
        && text.Clauses[around.Clause.Index - 1].Sentence == around.Clause.Sentence;

    // 9位卧床老人由医生陪护，没有参加转移: told that they did not take part.
    private bool IsAbsent(Surroundings around)
    {
        var next = around.Clause.Index + 1;
        return next < text.Clauses.Count && text.Clauses[next].Sentence == around.Clause.Sentence && text.Clauses[next].Status == ClauseStatus.NotDone
            && text.HasAny(text.Clauses[next].From, text.Clauses[next].To, "没有参加", "未参加", "没参加", "没有参与", "未参与");
    }

    // 演练模拟4名乘客晕倒, 2名“伤员”获救: what a drill makes believe.
    private bool IsScenario(Surroundings around) => text.Source[around.Quantity.To] == '“' || text.HasAny(around.Quantity.To, around.Clause.To, "为情景", "为背景", "为场景")
        || Scenarios.IsIn(text, text.SentenceStart(around.Clause), around.Quantity.From) && !text.HasAny(text.SentenceStart(around.Clause), around.Clause.To, "参演", "参加", "参与", "出动")
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
}

/// <summary>What becomes of heads that are no attendance.</summary>
internal enum HeadsUse
{
    /// <summary>They count nothing.</summary>
    Nothing,

    /// <summary>They are shown among what has no blank.</summary>
    Shown,
}
