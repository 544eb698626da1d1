namespace Bot.Domain.Reading;

/// <summary>Finds the blank for a counted thing (海报30张) by what it is, what was done to it, and the form's own words.</summary>
internal sealed class ThingPlacement(MarkedText text, Draft draft, Frames frames)
{
    private const double Enough = 3.3;
    private const double Never = 20;
    private const double SameThing = 4;
    private const double SameMeasure = 1.5;

    private readonly SlotScores all = text.Buffers.Scores.All.Of(text.Vocabulary.Things.All.Count);
    private readonly SlotScores own = text.Buffers.Scores.Own.Of(text.Vocabulary.Things.All.Count);
    private readonly SlotScores spare = text.Buffers.Scores.Spare.Of(text.Vocabulary.Things.All.Count);
    private readonly List<ConceptHit> things = [];

    /// <summary>Places the figure; false where no blank takes it.</summary>
    public bool TryPlace(Surroundings around, string? unit)
    {
        var quantity = around.Quantity;
        var (from, to) = Object(around);
        var scores = all;
        scores.Clear();
        var concepts = ScoreThings(from, to, around, scores);
        var elided = concepts.Count == 0 ? IsElided(around) : null;
        if (elided is { } earlier)
            concepts = ScoreThings(earlier, to, around, scores);
        ScorePairs(from, to, 1, 0.4, scores);
        own.Take(scores);
        AddContext(SentenceStart(around.Clause), from, scores);
        AddHeading(around, scores);
        AddNext(around, scores);
        ScoreFrame(around, unit, scores);
        if ((HasOtherNoun(around) || around.ContentBefore > 2 && !(around.ContentBefore <= 4 && around.RolesBefore.HasFlag(Role.Total))) || elided is not null)
        {
            var received = text.HasAny(around.Before, quantity.From, "收到", "征集", "征得", "收集");
            foreach (var slot in text.Vocabulary.Things.All)
            {
                if (scores.Has(slot) && own[slot] + (EndsAlike(slot, quantity.From) ? 1 : 0) < 0.9 && !(received && IsOfCounted(slot.Group, around.Clause)))
                    scores.Remove(slot); // 发现问题4个: what is counted has words of its own, and they are not this blank's
            }
        }

        var best = Best(around, scores, concepts);
        if (best is not null && concepts.Count == 0 && quantity is { Value: 1, Number.Digits: false } && around.Quantity.To < around.Behind)
            return false; // 一台……演出
        if (best is not null && quantity is { Value: 1, Number.Digits: false, Class: MeasureClass.Thing } && quantity.To < around.Behind && around.Clause.Sentence == 0 && text.Clauses[^1].Sentence > 0
            && !text.Has(around.Clause.From, around.Clause.To, "了") && !text.Dates.Exists(date => text.ClauseAt(date.From).Sentence == 0))
            return false; // 举报一个隐患，能领一份奖励
        if (best is null || (!best.IsPrize && text.RolesIn(from, to).HasFlag(Role.Prize) && !text.HasAny(from, to, "举报奖励", "奖励制度", "奖励办法")))
            return false;
        if (!quantity.Open && text.RoleHits(quantity.To, around.Behind).FirstOrDefault() is var place && place.From == quantity.To && (place.Roles & (Role.Place | Role.Body)) != Role.None
            && !best.Slot.Phrase.Contains(text.Source.Text[place.From..place.To].ToString(), StringComparison.Ordinal))
            return false; // 在两个院区打响
        if (quantity.Open && (text.RoleHits(quantity.To, around.Behind).FirstOrDefault() is var noun && noun.From == quantity.To && (noun.Roles & (Role.Place | Role.Body)) != Role.None))
            return false; // 几个村
        if (elided is not null && (draft.Things.Exists(thing => thing.Figure.Slot == best && thing.Unit == unit) || draft.Frames.Exists(frame => frame.Unit == unit && frame.Others.Exists(known => known.Slot == best))))
            return false; // 其中立改19条, where the form asks only for what was found
        if (quantity.Open)
            draft.Asks.Add((best, quantity.From, quantity.To, "vague", unit));
        else
            Put(best, around, concepts, unit);
        return true;
    }

    /// <summary>Places a part the form asks for by itself (其中独居老人家庭46户).</summary>
    public bool TryPart(Surroundings around, string? unit)
    {
        var part = text.Vocabulary.Groups.SelectMany(group => group.Slots).FirstOrDefault(slot => slot.Role == SlotRole.Part
            && slot.Measures.Contains(around.Quantity.Measure, StringComparer.Ordinal) && draft.Things.Exists(thing => thing.Figure.Slot.Group == slot.Group)
            && text.Has(around.Before, around.Quantity.From, slot.Tail.Replace("其中", string.Empty, StringComparison.Ordinal)));
        if (part is null || around.Quantity.Open)
            return false;
        draft.Things.Add((new Placed(part, around.Quantity.Value, around.Quantity.Bound, around.Quantity.From, around.Quantity.To, "part"), unit));
        return true;
    }

    private void Put(GroupSlot slot, Surroundings around, List<ConceptHit> concepts, string? unit)
    {
        var quantity = around.Quantity;
        var rule = concepts.Exists(hit => slot.Things.Contains(hit.Concept)) ? "thing:" + concepts.FindLast(hit => slot.Things.Contains(hit.Concept)).Concept.Name : "phrase";
        var placed = new Placed(slot, quantity.Value, quantity.Bound, quantity.From, quantity.To, rule);
        var frame = slot.Group.IsActivity ? draft.Frames.FindLast(open => open.Group == slot.Group && open.Unit == unit) : null;
        if (around.Quantity.From == around.Clause.From && Behind(around) is not null && draft.Things.Exists(thing => thing.Figure.Slot == slot && thing.Unit == unit && thing.Figure.Value == placed.Value))
        {
            draft.LeftOver.Add(quantity); // 两个专题刊播宣传作品21件: the two told before
            return;
        }

        if (around.RolesBefore.HasFlag(Role.Total) || text.Source[around.Before] == '计')
            draft.Things.RemoveAll(thing => thing.Figure.Slot == slot && thing.Unit == unit && thing.Figure.Value <= placed.Value && text.ClauseAt(thing.Figure.From).Sentence == around.Clause.Sentence);
        if (frame is not null)
            frame.Others.Add(placed);
        else
            draft.Things.Add((placed, unit));
    }

    // 查找隐患86条，其中81条当周治理完毕: where the noun stands that is left out, or null.
    private int? IsElided(Surroundings around)
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

    // 收到职工来信5件: of an activity that is only counted.
    private bool IsOfCounted(SlotGroup group, Clause clause) => frames.InSentence(clause).Exists(frame => frame.Group == group && frame.Mention.Concept is { OnlyCounted: true });

    // The words for the thing: before the number, else behind it, else in the clause before (张贴海报，共30张).
    private (int From, int To) Object(Surroundings around)
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

    private bool IsNextOnes(Surroundings around) => text.QuantitiesIn(around.Behind, around.Clause.To).FirstOrDefault() is { } next && next.From <= around.Behind + 1
        && text.ConceptHits(around.Quantity.To, around.Behind).Any(hit => hit.Concept.IsThing && hit.To == around.Behind && hit.From > around.Quantity.To);

    // The end of a thing named right behind the figure, or null.
    private int? Behind(Surroundings around)
    {
        var at = around.Quantity.To;
        foreach (var hit in text.ConceptHits(at, Math.Min(around.Behind, at + 10)))
        {
            if (hit.Concept.IsThing && !hit.Paired && hit.From <= at + 2)
                return text.RoleHits(hit.To, around.Behind).FirstOrDefault() is var verb && verb.From == hit.To && (verb.Roles & Role.Verbs) != Role.None ? hit.To : around.Behind;
        }

        return null;
    }

    private bool IsEmpty(Clause clause) => !text.QuantitiesIn(clause.From, clause.To).Any() && !text.ConceptHits(clause.From, clause.To).Any() && !text.PieceHits(clause.From, clause.To).Any();

    private List<ConceptHit> ScoreThings(int from, int to, Surroundings around, SlotScores scores)
    {
        var start = SentenceStart(around.Clause);
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
        var words = text.Source.Text;
        if (!text.MayHold("《"))
            return false;
        var open = words[..hit.From].LastIndexOfAny("《》\n");
        if (open < 0 || words[open] != '《')
            return false;
        var close = words[hit.From..to].IndexOf('》');
        return close >= 0 && text.ConceptHits(hit.From + close, to).Any(other => other.Concept.IsThing);
    }

    private bool IsNamed(GroupSlot slot, Clause clause, int to) =>
        slot.Group.Names.Exists(name => text.Has(WholeSentenceStart(clause), to, name[..Math.Min(4, name.Length)]));

    private int WholeSentenceStart(Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence == clause.Sentence && clause.From - text.Clauses[first - 1].From < 240)
            first--;
        return text.Clauses[first].From;
    }

    private void ScorePairs(int from, int to, double strong, double weak, SlotScores scores)
    {
        var words = text.Source.Text;
        Span<int> seen = stackalloc int[64]; // at most as many pairs as characters are looked at
        var count = 0;
        for (var at = Math.Max(from, to - 60); at + 1 < to; at++)
        {
            if (words[at] == '《' && words[at..to].IndexOf('》') is > 0 and var close && at + close + 2 < to)
                at += close;
            var slots = text.Vocabulary.Things.WithPair(words[at], words[at + 1]);
            if (slots.Count == 0 || !char.IsLetter(words[at]) || seen[..count].Contains(ThingSlots.Key(words[at], words[at + 1])))
                continue;
            seen[count++] = ThingSlots.Key(words[at], words[at + 1]);
            foreach (var slot in slots)
                scores.Add(slot, text.Vocabulary.Things.IsWeak(words[at], words[at + 1]) ? weak : strong);
        }
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
        var from = SentenceStart(around.Clause);
        var roles = text.RolesIn(from, Math.Min(text.Source.Length, around.Behind + 16));
        return !text.RolesIn(from, around.Behind).HasFlag(Role.Prize) && (roles.HasFlag(Role.Printed) || text.HasAny(0, around.Quantity.From, "咨询日", "咨询台", "咨询桌", "摊", "搞咨询", "咨询活动") || text.Source.Length <= 120 && text.HasAny(0, text.Source.Length, "更正", "应为", "改为"));
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

    private GroupSlot? Best(Surroundings around, SlotScores scores, List<ConceptHit> concepts)
    {
        GroupSlot? best = null;
        var most = Enough;
        foreach (var slot in text.Vocabulary.Things.All)
        {
            if (!scores.Has(slot) || slot.Role == SlotRole.Persons)
                continue;
            var score = scores[slot];
            if (!Fits(slot, around.Quantity, ref score))
                continue;
            if (SaysPhrase(slot, around))
                score += 2.5;
            else if (EndsPhrase(slot, around))
                score += 1.2;
            if (!IsTold(slot, around.Clause, concepts))
                continue;
            score += Verbs(slot, around, concepts);
            if (score > most)
                (best, most) = (slot, score);
        }

        return best;
    }

    // 小队3支 for 组建敲门小队: what stands before the figure is how the phrase ends.
    private bool EndsPhrase(GroupSlot slot, Surroundings around)
    {
        var phrase = slot.Tail.Length > 0 ? slot.Tail : slot.Group.Head;
        var noun = text.Source.Text[around.Before..around.Quantity.From].Trim("，、:和及 ");
        return noun.Length is >= 2 and <= 6 && phrase.Length > noun.Length && phrase.AsSpan().EndsWith(noun, StringComparison.Ordinal);
    }

    // 在67条线路、940辆公交车上播放: a noun right behind that is none of the things known.
    private bool HasOtherNoun(Surroundings around) => around.ContentBefore <= 1 && around.Quantity.To + 1 < around.Behind && char.IsLetter(text.Source[around.Quantity.To])
        && !text.RoleHits(around.Quantity.To, around.Behind).Any(hit => hit.From == around.Quantity.To && (hit.Roles & (Role.Verbs | Role.Do | Role.Deed)) != Role.None) && text.HasAny(around.Clause.From, around.Quantity.From + 1, "在", "向", "从", "沿", "对", "到");

    private bool EndsAlike(GroupSlot slot, int at)
    {
        var phrase = slot.Tail.Length > 0 ? slot.Tail : slot.Group.Head;
        return phrase.Length >= 2 && at >= 2 && text.Source.Text[(at - 2)..at].Equals(phrase.AsSpan(phrase.Length - 2), StringComparison.Ordinal);
    }

    // The whole of a short phrase: 查实, 上门.
    private bool SaysPhrase(GroupSlot slot, Surroundings around)
    {
        var phrase = slot.Tail.Length > 0 ? slot.Tail : slot.Group.Head;
        return phrase.Length is >= 2 and <= 5 && text.Has(around.Before, around.Behind, phrase);
    }

    // 累计播放 belongs to what the form prints before it: without that the words mean something else. What only shares
    // words with a phrase that has a proper name needs the name.
    private bool IsTold(GroupSlot slot, Clause clause, List<ConceptHit> concepts)
    {
        if (slot.Group.Names.Count > 0 && slot.Tail.Length == 0 && !concepts.Exists(hit => slot.Things.Any(hit.Concept.Is)))
            return IsNamed(slot, clause, clause.To);
        if (slot.Tail.Length == 0)
            return true;
        if (slot.Tail.Length >= 4 && text.Has(clause.From, clause.To, slot.Tail))
            return true;
        return draft.Frames.Exists(frame => frame.Group == slot.Group && clause.Sentence - frame.Sentence <= 1)
            || draft.Things.Exists(thing => thing.Figure.Slot.Group == slot.Group && text.ClauseAt(thing.Figure.From).Line == clause.Line && clause.Sentence - text.ClauseAt(thing.Figure.From).Sentence <= 3)
            || text.ConceptHits(SentenceStart(clause), clause.To).Any(hit => slot.Group.Slots.Exists(other => other.Tail.Length == 0 && other.Things.Contains(hit.Concept)));
    }

    private static bool Fits(GroupSlot slot, Quantity quantity, ref double score)
    {
        if (IsCountedIn(slot, quantity.Measure))
        {
            score += SameMeasure;
            return true;
        }

        if (quantity.Class != slot.Class)
            return false;
        if (slot.Class is MeasureClass.Money or MeasureClass.Duration or MeasureClass.Size)
            return false;
        return !Bodies(quantity.Measure) && !slot.Measures.Any(Bodies);
    }

    // In the same measure, or one that begins like it: 条 and 条次.
    private static bool IsCountedIn(GroupSlot slot, string measure)
    {
        foreach (var own in slot.Measures)
        {
            if (measure.StartsWith(own, StringComparison.Ordinal) || own.StartsWith(measure, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Households, firms, buildings are counted by themselves only.
    private static bool Bodies(string measure) => measure is "户" or "家" or "所" or "栋" or "户次" or "家次" or "辆" or "艘";

    private double Verbs(GroupSlot slot, Surroundings around, List<ConceptHit> concepts)
    {
        var head = concepts.Count > 0 ? concepts[^1].Concept : null;
        if (head is not null && slot.Things.Count > 0 && !concepts.Exists(hit => slot.Things.Any(thing => hit.Concept.Is(thing) || hit.Concept.Wider is not null && hit.Concept.Wider == thing.Wider)))
            return -Never; // it is something else
        if (IsOtherEnd(slot, around))
            return -Never;
        var (said, carried) = VerbsOf(around);
        if (said.HasFlag(Role.Inspect) && !slot.Verbs.HasFlag(Role.Inspect) && !slot.Slot.Phrase.Contains("治理", StringComparison.Ordinal))
            return -1.5;
        if ((slot.Verbs & Role.Verbs) == Role.None)
            return 0;
        if (said == Role.None)
            return (slot.Verbs & Role.Verbs) == Role.Make && concepts.Exists(hit => hit.Concept.Wider?.Name == "张贴物" || hit.Concept.Name == "宣传资料") ? -2.5 : 0;
        return (said & slot.Verbs & Role.Verbs) == Role.None ? carried ? 0 : -6 : slot.Things.Count == 0 ? 1.5 : 1;
    }

    // 制作宣传品：短视频1条，海报2版: the parts of one enumeration share its verb.
    private bool IsListed(Clause before, Clause clause) => before.Sentence == clause.Sentence && before.Line == clause.Line && clause.Index - before.Index <= 4
        && text.QuantitiesIn(before.From, before.To).Any();

    // Found is not mended: 揪出通道隐患23处 fills no blank for 整改通道隐患.
    private bool IsOtherEnd(GroupSlot slot, Surroundings around)
    {
        var asked = slot.Verbs & (Role.Find | Role.Fix);
        var said = (around.RolesBefore | (around.ContentBefore == 0 ? around.RolesBehind : text.RolesIn(around.Quantity.To, Math.Min(around.Behind, around.Quantity.To + 6)))) & (Role.Find | Role.Fix);
        return asked is Role.Find or Role.Fix && said is Role.Find or Role.Fix && asked != said;
    }

    // The verb before the thing; in an enumeration the verb it began with.
    private (Role Said, bool Carried) VerbsOf(Surroundings around)
    {
        var near = (around.RolesBefore | (around.ContentBefore == 0 ? around.RolesBehind : Role.None)) & Role.Verbs;
        var next = around.Clause.Index + 1;
        if (around.Behind == around.Clause.To && next < text.Clauses.Count && text.Clauses[next].Sentence == around.Clause.Sentence && text.Source[text.Clauses[next].From] is '均' or '由' or '都' or '全'
            && text.RolesIn(text.Clauses[next].From, text.Clauses[next].To).HasFlag(Role.Make))
            near |= Role.Make; // 循环播报提示语音5条，均由文化站制作
        if (near != Role.None)
            return (near, false);
        var behind = text.RolesIn(around.Quantity.To, around.Behind) & Role.Verbs;
        if (behind != Role.None && around.ContentBefore > 0)
            return (behind, false);
        var own = text.RolesIn(around.Clause.From, around.Quantity.From) & Role.Verbs;
        if (own != Role.None)
            return (own, false);
        for (var i = around.Clause.Index - 1; own == Role.None && i >= 0 && IsListed(text.Clauses[i], around.Clause); i--)
            own = text.RolesIn(text.Clauses[i].From, text.Clauses[i].To) & Role.Verbs;
        return (own, true);
    }

    private int SentenceStart(Clause clause)
    {
        var first = clause.Index;
        while (first > 0 && text.Clauses[first - 1].Sentence == clause.Sentence && clause.From - text.Clauses[first - 1].From < 60)
            first--;
        return text.Clauses[first].From;
    }
}
