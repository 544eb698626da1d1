namespace Bot.Domain.Reading;

/// <summary>Finds the words that name a counted thing: before its figure, behind it, in the clause before, or left out.</summary>
internal sealed class ThingWords(MarkedText text)
{
    /// <summary>The words for the thing: before the number, else behind it, else in the clause before (张贴海报，共30张).</summary>
    public (int From, int To) Of(Surroundings around)
    {
        var quantity = around.Quantity;
        var noun = text.RoleHits(quantity.To, Math.Min(around.Behind, quantity.To + 8)).FirstOrDefault();
        if (noun.From == quantity.To && (noun.Roles & (Role.Place | Role.Body)) != Role.None && !text.ConceptHits(around.Before, quantity.To).Any(hit => hit.Concept.IsThing && hit.To >= quantity.From))
            return (quantity.From, around.Behind); // 向3个分厂直播: the noun behind is what is counted
        if (IsNextOnes(around))
            return (around.Before, quantity.To); // 东西两门展示标识12个: the noun behind is the next figure's
        if (Behind(around) is { } own && !text.ConceptHits(around.Before, quantity.From).Any(hit => hit.Concept.IsThing && hit.To == quantity.From))
            return (quantity.From, own); // 钥匙牌等两千份文创产品, 两个专题刊播……: the noun right behind
        if (text.ConceptHits(around.Before, quantity.To).Any(hit => hit.Concept.IsThing))
            return (around.Before, quantity.To);
        if (around.Behind > quantity.To + 1 && (around.ContentBefore <= 1 || text.ConceptHits(quantity.To, around.Behind).Any(hit => hit.Concept.IsThing)))
            return (quantity.From, around.Behind);
        var next = around.Clause.Index + 1;
        if (around.Behind == around.Clause.To && next < text.Clauses.Count && text.Source.Text[text.Clauses[next].From..].StartsWith("作为"))
            return (quantity.From, text.Clauses[next].To); // 选取1个，作为典型案例报送
        var index = around.Clause.Index - 1;
        while (index > 0 && text.Clauses[index].Depth > around.Clause.Depth)
            index--;
        while (index > 0 && IsEmpty(text.Clauses[index]) && text.Clauses[index - 1].Sentence == around.Clause.Sentence)
            index--; // ……排查不是214户，少了一个屯，应为241户
        if (around.ContentBefore <= 1 && around.Before == around.Clause.From && index >= 0 && text.Clauses[index].Sentence == around.Clause.Sentence
            && !text.QuantitiesIn(text.Clauses[index].From, text.Clauses[index].To).Any())
            return (text.Clauses[index].From, quantity.To);
        return (around.Before, quantity.To);
    }

    /// <summary>The end of a thing named right behind the figure, or null.</summary>
    public int? Behind(Surroundings around)
    {
        var at = around.Quantity.To;
        foreach (var hit in text.ConceptHits(at, Math.Min(around.Behind, at + 10)))
        {
            if (hit.Concept.IsThing && !hit.Paired && hit.From <= at + 2)
                return text.RoleHits(hit.To, around.Behind).FirstOrDefault() is var verb && verb.From == hit.To && (verb.Roles & Role.Verbs) != Role.None ? hit.To : around.Behind;
        }

        return null;
    }

    private bool IsNextOnes(Surroundings around) => text.QuantitiesIn(around.Behind, around.Clause.To).FirstOrDefault() is { } next && next.From <= around.Behind + 1
        && text.ConceptHits(around.Quantity.To, around.Behind).Any(hit => hit.Concept.IsThing && hit.To == around.Behind && hit.From > around.Quantity.To);

    private bool IsEmpty(Clause clause) => !text.QuantitiesIn(clause.From, clause.To).Any() && !text.ConceptHits(clause.From, clause.To).Any() && !text.PieceHits(clause.From, clause.To).Any();

    /// <summary>查找隐患86条，其中81条当周治理完毕: where the noun stands that is left out, or null.</summary>
    public int? LeftOut(Surroundings around)
    {
        if (text.Vocabulary.Things.All.Exists(slot => slot.Tail.Length >= 2 && text.Has(around.Before, around.Behind, slot.Tail)))
            return null; // 查实8条, where the form asks for those
        if (around.ContentBefore > 4 || !(around.RolesBefore | around.RolesBehind).HasFlag(Role.Fix) && !text.HasAny(around.Clause.From, around.Quantity.From, "其中", "查实"))
            return null;
        for (var i = around.Clause.Index - 1; i >= 0 && i >= around.Clause.Index - 4 && text.Clauses[i].Sentence == around.Clause.Sentence; i--)
        {
            var before = text.QuantitiesIn(text.Clauses[i].From, text.Clauses[i].To).LastOrDefault();
            if (before is not null && before.Measure == around.Quantity.Measure)
                return text.Clauses[i].From;
        }

        return null;
    }

    /// <summary>在67条线路、940辆公交车上播放: whether a noun stands right behind that is none of the things known.</summary>
    public bool HasOtherNoun(Surroundings around) => around.ContentBefore <= 1 && around.Quantity.To + 1 < around.Behind && char.IsLetter(text.Source[around.Quantity.To])
        && !text.RoleHits(around.Quantity.To, around.Behind).Any(hit => hit.From == around.Quantity.To && (hit.Roles & (Role.Verbs | Role.Do | Role.Deed)) != Role.None) && text.HasAny(around.Clause.From, around.Quantity.From + 1, "在", "向", "从", "沿", "对", "到");

    /// <summary>Where what was said before in the sentence begins; no further back than people look.</summary>
    public int SentenceStart(Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence == clause.Sentence && clause.From - text.Clauses[first - 1].From < 60)
            first--;
        return text.Clauses[first].From;
    }
}
