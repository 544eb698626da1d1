namespace Bot.Domain.Reading;

/// <summary>Scores the blanks for things by what is named, by the pairs of characters of their phrases, and by what stands around.</summary>
internal sealed class ThingScoring(MarkedText text, Frames frames, ThingWords words)
{
    private const double SameThing = 4;
    private readonly SlotScores spare = text.Buffers.Scores.Spare.Of(text.Vocabulary.Things.All.Count);
    private readonly List<ConceptHit> things = [];

    /// <summary>Scores the blanks about the things named between two positions; the things.</summary>
    public List<ConceptHit> ScoreThings(int from, int to, Surroundings around, SlotScores scores)
    {
        var start = words.SentenceStart(around.Clause);
        things.Clear();
        foreach (var hit in text.ConceptHits(start, to))
        {
            if (hit.Concept.IsThing && (hit.From >= from || (hit.Paired && hit.To > from)) && !IsInTitle(hit, to))
                things.Add(hit);
        }
        DropSubjects(things, around);
        if (things.Exists(hit => !hit.Paired && hit.From >= from))
            things.RemoveAll(hit => hit.Paired && hit.From < from && text.QuantitiesIn(hit.From, from).Any()); // 自查发现隐患9条，治理隐患8条
        var behind = from >= around.Quantity.From;
        for (var i = 0; i < things.Count; i++)
        {
            var head = behind ? i == 0 : things[i].To >= things[^1].To;
            var concept = things[i].Concept;
            if (concept.Conditional && !IsGiveaway(around))
                continue;
            var weight = SameThing * (head ? 1 : 0.6) + (things[i].Paired ? 0.5 : 0) + (0.1 * Math.Min(8, things[i].To - things[i].From))
                - (things[i].Paired && things[i].From < from && text.QuantitiesIn(things[i].From, from).Any() ? 0.7 : 0);
            for (var wider = concept; wider is not null && weight > 2; wider = wider.Wider, weight -= 0.5)
            {
                foreach (var slot in text.Vocabulary.Things.About(wider))
                {
                    if (!slot.NamedThings.Contains(wider) || IsNamed(slot, around.Clause, to))
                        scores.Lift(slot, weight);
                }
            }
        }

        if (things.Count == 0 && text.RolesIn(around.Before, around.Behind).HasFlag(Role.Printed) && text.RolesIn(around.Clause.From, around.Behind).HasFlag(Role.Hand) && IsGiveaway(around)
            && Concepts.Shared.All.FirstOrDefault(concept => concept.Conditional)?.Wider is { } gifts)
        {
            foreach (var slot in text.Vocabulary.Things.About(gifts))
                scores.Lift(slot, SameThing); // 印安全口号的折扇500把
        }

        return things;
    }

    // 服务台发放印安全口号的折扇500把: what stands before the verb is not what was handed out, where something else follows it.
    private void DropSubjects(List<ConceptHit> things, Surroundings around)
    {
        var verb = text.RoleHits(around.Before, around.Quantity.From).LastOrDefault(hit => (hit.Roles & (Role.Hand | Role.Make)) != Role.None);
        if (verb.To > 0 && around.Quantity.From - verb.To >= 3)
            things.RemoveAll(hit => !hit.Paired && hit.To <= verb.From);
    }

    // 《典型处罚案例》折页150张: what a title says is not what is counted, where something else is named.
    private bool IsInTitle(ConceptHit hit, int to)
    {
        var said = text.Source.Text;
        if (!text.MayHold("《"))
            return false;
        var open = said[..hit.From].LastIndexOfAny("《》\n");
        if (open < 0 || said[open] != '《')
            return false;
        var close = said[hit.From..to].IndexOf('》');
        return close >= 0 && text.ConceptHits(hit.From + close, to).Any(other => other.Concept.IsThing);
    }

    /// <summary>Whether a proper name of the blank's group is said before in the sentence.</summary>
    public bool IsNamed(GroupSlot slot, Clause clause, int to) =>
        slot.Group.Names.Exists(name => text.Has(WholeSentenceStart(clause), to, name[..Math.Min(4, name.Length)]) || name.Length >= 6 && text.Has(WholeSentenceStart(clause), to, name[^4..]));

    /// <summary>Whether it is said in the sentence before.</summary>
    public bool IsNamedBefore(GroupSlot slot, Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence >= clause.Sentence - 1 && text.Clauses[first - 1].Line == clause.Line)
            first--;
        return slot.Group.Names.Exists(name => text.Has(text.Clauses[first].From, clause.From, name[..Math.Min(4, name.Length)]) || name.Length >= 6 && text.Has(text.Clauses[first].From, clause.From, name[^4..]));
    }

    private int WholeSentenceStart(Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence == clause.Sentence && clause.From - text.Clauses[first - 1].From < 240)
            first--;
        return text.Clauses[first].From;
    }

    /// <summary>Scores the blanks that share pairs of characters with the words.</summary>
    public void ScorePairs(int from, int to, double strong, double weak, SlotScores scores)
    {
        var said = text.Source.Text;
        Span<int> seen = stackalloc int[64]; // at most as many pairs as characters are looked at
        var count = 0;
        for (var at = Math.Max(from, to - 60); at + 1 < to; at++)
        {
            if (said[at] == '《' && said[at..to].IndexOf('》') is > 0 and var close && at + close + 2 < to)
                at += close;
            var slots = text.Vocabulary.Things.WithPair(said[at], said[at + 1]);
            if (slots.Count == 0 || !char.IsLetter(said[at]) || seen[..count].Contains(ThingSlots.Key(said[at], said[at + 1])))
                continue;
            seen[count++] = ThingSlots.Key(said[at], said[at + 1]);
            foreach (var slot in slots)
                scores.Add(slot, text.Vocabulary.Things.IsWeak(said[at], said[at + 1]) ? weak : strong);
        }
    }

    /// <summary>Scores what stands around: the sentence before, the heading above, the clause behind, the activity that is told.</summary>
    public void AddSurroundings(Surroundings around, int from, string? unit, SlotScores scores)
    {
        AddContext(words.SentenceStart(around.Clause), from, scores);
        AddHeading(around, scores);
        AddNext(around, scores);
        ScoreFrame(around, unit, scores);
    }

    // What was said before in the sentence tips the scale, no more.
    private void AddContext(int from, int to, SlotScores scores)
    {
        spare.Clear();
        ScorePairs(from, to, 0.4, 0.1, spare);
        foreach (var slot in text.Vocabulary.Things.All)
        {
            if (spare.Has(slot))
                scores.Add(slot, Math.Min(1.2, spare[slot]));
        }
    }

    // 敲门的数来啦： above a list.
    private void AddHeading(Surroundings around, SlotScores scores)
    {
        if (around.Clause.Line == 0)
            return;
        for (var i = around.Clause.Index - 1; i >= 0; i--)
        {
            var clause = text.Clauses[i];
            if (clause.Line == around.Clause.Line || text.QuantitiesIn(clause.From, clause.To).Any())
                continue;
            if (text.Source[clause.To - 1] is ':' or '啦' or ']' || clause.Line == 0)
                AddContext(clause.From, clause.To, scores);
            return;
        }
    }

    // 遴选典型案例2个，报送组委会办公室: what was then done with it.
    private void AddNext(Surroundings around, SlotScores scores)
    {
        var next = around.Clause.Index + 1;
        if (around.Behind < around.Clause.To || next >= text.Clauses.Count || text.Clauses[next].Sentence != around.Clause.Sentence
            || text.QuantitiesIn(text.Clauses[next].From, text.Clauses[next].To).Any() || text.Clauses[next].Status != ClauseStatus.Done)
            return;
        spare.Clear();
        ScorePairs(text.Clauses[next].From, text.Clauses[next].To, 0.6, 0.1, spare);
        foreach (var slot in text.Vocabulary.Things.All)
        {
            if (spare.Has(slot) && scores.Has(slot))
                scores.Add(slot, Math.Min(2.4, spare[slot]));
        }
    }

    // Printed for publicity, or handed out at a stall, and no prize.
    private bool IsGiveaway(Surroundings around)
    {
        var from = words.SentenceStart(around.Clause);
        var roles = text.RolesIn(from, Math.Min(text.Source.Length, around.Behind + 16));
        return !text.RolesIn(from, around.Behind).HasFlag(Role.Prize) && (roles.HasFlag(Role.Printed) || text.HasAny(0, around.Quantity.From, "咨询日", "咨询台", "咨询桌", "摊", "搞咨询", "接受咨询", "咨询活动") || text.Source.Length <= 120 && text.HasAny(0, text.Source.Length, "更正", "应为", "改为"));
    }

    // Blanks of the activity that is being told lie near.
    private void ScoreFrame(Surroundings around, string? unit, SlotScores scores)
    {
        foreach (var frame in frames.InSentence(around.Clause).Where(frame => frame.Unit == unit))
        {
            foreach (var slot in frame.Group.Slots.Where(slot => slot.Role == SlotRole.Count && slot.Measures.Contains(around.Quantity.Measure, StringComparer.Ordinal)))
            {
                if (!frame.Others.Exists(known => known.Slot == slot))
                    scores.Add(slot, slot.Class == MeasureClass.Duration || (around.ContentBefore <= 1 && slot.Tail.Length == 0) ? 2.5 : 1.9);
            }
        }
    }
}
