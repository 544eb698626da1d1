namespace Bot.Domain.Reading;

/// <summary>
/// Tells whether one of the office's units is what its clause speaks of (桃仙社区6月11日张贴海报30张), not a place, a partner or
/// whose people came (桃仙社区广场, 与桃仙社区联合, 桃仙社区居民52人).
/// </summary>
internal sealed class UnitSubjects(MarkedText text, UnitNames names)
{
    private const int Adjacent = 6;

    /// <summary>Where words for a time or for oneself before a name end: 6月11日白塔社区, 本周我负责的两个社区.</summary>
    public int PastLead(int from, int to)
    {
        for (var at = from; at < to;)
        {
            var next = PastOne(at, to);
            if (next == at)
                return at;
            at = next;
        }

        return from;
    }

    /// <summary>Whether the clause, or what stands between its name and the next sentence, speaks of it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="clause">Its clause.</param>
    /// <param name="opens">Whether nothing was told in the sentence before it; else it must tell an activity of its own at once.</param>
    public bool Speaks(UnitName name, Clause clause, bool opens)
    {
        var behind = text.Source.Text[name.To..clause.To];
        if (names.IsLonger(name.To) || KindWords.Shared.Starts("unit-not", behind))
            return false;
        if (behind.StartsWith(':') || behind.StartsWith(']') || clause.Depth > 0)
            return true;
        if (name.Each.Length > 1 && KindWords.Shared.Any("jointly", behind))
            return false; // one occasion of both
        if (IsModifier(name.To, clause.To) || !opens && KindWords.Shared.Starts("unit-guest", behind))
            return false;
        return Tells(name, clause, opens);
    }

    /// <summary>Whether nothing happened is said between two positions.</summary>
    public bool IsNil(int from, int to)
    {
        var words = text.Source.Text[from..to];
        if (KindWords.Shared.Any("nil", words))
            return true;
        words = words.TrimEnd(" 。!;，\n");
        return words is [.., '无'] && words[..^1].TrimEnd("均皆都为是暂:- ").IsEmpty;
    }

    private int PastOne(int at, int to)
    {
        if (text.DatesIn(at, to).FirstOrDefault() is { } date && date.From == at)
            return date.To;
        var words = text.Source.Text[at..to];
        if (words[0] is ' ' or '的')
            return at + 1;
        if (words[0] == '“' && words.IndexOf('”') is > 0 and var close)
            return at + close + 1;
        foreach (var lead in KindWords.Shared["unit-lead"])
        {
            if (words.StartsWith(lead, StringComparison.Ordinal))
                return at + lead.Length;
        }

        return at;
    }

    // 桃仙社区居民52人: whose people. 桃仙社区网格员培训1场 is the unit's own.
    private bool IsModifier(int at, int to)
    {
        foreach (var hit in text.RoleHits(at, Math.Min(to, at + Adjacent)))
        {
            if (hit.From > at)
                return false;
            if ((hit.Roles & (Role.Public | Role.Staff)) != Role.None)
                return !text.ConceptHits(hit.To, Math.Min(to, hit.To + Adjacent)).Any(concept => concept.From == hit.To);
        }

        return false;
    }

    private bool Tells(UnitName name, Clause clause, bool opens)
    {
        var (from, to) = (name.To, opens ? EndOfSentence(clause) : clause.To);
        if (!opens && to - from <= 1 && clause.Index + 1 < text.Clauses.Count && text.Clauses[clause.Index + 1].Sentence == clause.Sentence)
            to = text.Clauses[clause.Index + 1].To; // 桃仙社区，海报30张
        if (IsNil(from, to))
            return true;
        if (!text.QuantitiesIn(from, to).Any() && !opens)
            return false;
        return (opens || !Attends(from, to)) && text.ConceptHits(from, to).Any()
            || text.QuantitiesIn(from, to).Any(quantity => quantity.Class == MeasureClass.Session || quantity.Class == MeasureClass.Thing && (text.RolesIn(from, quantity.From) & Role.Verbs) != Role.None);
    }

    // 桃仙社区组织20人参加演练: another's drill.
    private bool Attends(int from, int to)
    {
        var first = text.ConceptHits(from, to).FirstOrDefault(hit => !hit.Concept.IsThing);
        if (first.Concept is null)
            return false;
        var words = text.Source.Text[from..first.From];
        var at = Math.Max(words.LastIndexOf("参加"), words.LastIndexOf("参与"));
        return at >= 0 && first.From - from - at <= Adjacent;
    }

    private int EndOfSentence(Clause clause)
    {
        var last = clause;
        for (var i = clause.Index + 1; i < text.Clauses.Count && text.Clauses[i].Sentence == clause.Sentence; i++)
            last = text.Clauses[i];
        return last.To;
    }
}
