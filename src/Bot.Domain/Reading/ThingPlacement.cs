namespace Bot.Domain.Reading;

/// <summary>Finds the blank for a counted thing (海报30张) by what it is, what was done to it, and the form's own words.</summary>
internal sealed class ThingPlacement
{
    private const double Enough = 3.3;
    private const int MostAsked = 3;
    private const string Hazard = "隐患";
    private readonly MarkedText text;
    private readonly Draft draft;
    private readonly Frames frames;
    private readonly ThingWords words;
    private readonly ThingVerbs verbs;
    private readonly ThingScoring scoring;
    private readonly Rectification rectification;
    private readonly ShownThings shown;
    private readonly Twins twins;
    private readonly SlotScores all;
    private readonly SlotScores own;
    private readonly List<GroupSlot> rivals = []; // blanks as good as the best, where it cannot be told which is meant

    public ThingPlacement(MarkedText text, Draft draft, Frames frames)
    {
        (this.text, this.draft, this.frames) = (text, draft, frames);
        (words, verbs) = (new ThingWords(text), new ThingVerbs(text));
        scoring = new ThingScoring(text, frames, words);
        (rectification, shown, twins) = (new Rectification(text, draft), new ShownThings(text, frames), new Twins(text));
        (all, own) = (text.Buffers.Scores.All.Of(text.Vocabulary.Things.All.Count), text.Buffers.Scores.Own.Of(text.Vocabulary.Things.All.Count));
    }

    /// <summary>Places the figure; false where no blank takes it.</summary>
    public bool TryPlace(Surroundings around, string? unit)
    {
        if (rectification.IsUndone(around) || IsRemainder(around))
            return false;
        if (rectification.IsBare(around))
            return rectification.TryPlace(around, unit);
        return TryScored(around, unit) || (rectification.IsOfHazards(around) && rectification.TryPlace(around, unit));
    }

    // 其余3处待查, 还剩2处: of what was counted before, what is left.
    private bool IsRemainder(Surroundings around) => text.Source.Text[around.Before..around.Quantity.From].TrimStart("，、 的") is ['其', '余', ..] or ['剩', '余', ..] or ['剩', '下', ..] or ['余', '下', ..] or ['还', '剩', ..] or ['尚', '余', ..];

    private bool TryScored(Surroundings around, string? unit)
    {
        var quantity = around.Quantity;
        var (from, to) = words.Of(around);
        var scores = all;
        scores.Clear();
        var concepts = scoring.ScoreThings(from, to, around, scores);
        var elided = concepts.Count == 0 ? words.LeftOut(around) : null;
        if (elided is { } earlier)
            concepts = scoring.ScoreThings(earlier, to, around, scores);
        scoring.ScorePairs(elided ?? from, to, 1, 0.4, scores); // 通道堆物3处，当场清理3处
        own.Take(scores);
        scoring.AddSurroundings(around, from, unit, scores);
        if ((words.HasOtherNoun(around) || around.ContentBefore > 2 && !(around.ContentBefore <= 4 && around.RolesBefore.HasFlag(Role.Total))) || elided is not null)
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
            && !text.Has(around.Clause.From, around.Clause.To, "了") && (!text.Dates.Exists(date => text.ClauseAt(date.From).Sentence == 0) || text.Has(quantity.To, text.Dates[0].From, "--") && text.Dates[0].From > quantity.To))
            return false; // 举报一个隐患，能领一份奖励
        if (best is null && (AskHazards(around, concepts, unit) || AskRare(around, unit)))
            return true;
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
        else if (rivals.Count > 1)
            rivals.ForEach(rival => draft.Asks.Add((rival, quantity.From, quantity.To, "several", unit)));
        else
            Put(best, around, concepts, unit);
        return true;
    }

    // 420封信已全部寄出: where little in the form is counted in such a measure, which of it is meant is asked.
    private bool AskRare(Surroundings around, string? unit)
    {
        if (around.Quantity.Measure is not ("封" or "顶" or "版" or "艘次" or "台次" or "家次"))
            return false;
        var wanted = text.Vocabulary.Things.All.FindAll(slot => slot.Role == SlotRole.Count && slot.Measures.Contains(around.Quantity.Measure, StringComparer.Ordinal));
        if (wanted.Count is 0 or > MostAsked || !shown.IsDeed(around))
            return false;
        foreach (var slot in wanted)
            draft.Asks.Add((slot, around.Quantity.From, around.Quantity.To, "several", unit));
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
        if (around.Quantity.From == around.Clause.From && words.Behind(around) is not null && draft.Things.Exists(thing => thing.Figure.Slot == slot && thing.Unit == unit && thing.Figure.Value == placed.Value))
        {
            draft.LeftOver.Add(quantity); // 两个专题刊播宣传作品21件: the two told before
            return;
        }

        if (slot.Class == MeasureClass.Duration && draft.Things.Exists(thing => thing.Figure.Slot == slot && thing.Unit == unit && thing.Figure.Value != placed.Value))
        {
            draft.Things.RemoveAll(thing => thing.Figure.Slot == slot && thing.Unit == unit); // 第一次用时165秒，第二次用时142秒: times are not summed
            draft.Asks.Add((slot, quantity.From, quantity.To, "several", unit));
            return;
        }

        if (around.RolesBefore.HasFlag(Role.Total) || text.Source[around.Before] == '计')
            draft.Things.RemoveAll(thing => thing.Figure.Slot == slot && thing.Unit == unit && thing.Figure.Value <= placed.Value && text.ClauseAt(thing.Figure.From).Sentence == around.Clause.Sentence);
        if (frame is not null)
            frame.Others.Add(placed);
        else
            draft.Things.Add((placed, unit));
    }

    // 收到职工来信5件: of an activity that is only counted.
    private bool IsOfCounted(SlotGroup group, Clause clause) => frames.InSentence(clause).Exists(frame => frame.Group == group && frame.Mention.Concept is { OnlyCounted: true });

    private GroupSlot? Best(Surroundings around, SlotScores scores, List<ConceptHit> concepts)
    {
        GroupSlot? best = null;
        var most = Enough;
        rivals.Clear();
        foreach (var slot in text.Vocabulary.Things.All)
        {
            if (!scores.Has(slot) || slot.Role == SlotRole.Persons || PrintedPhrases.IsOtherColumn(text, slot, around))
                continue;
            var score = scores[slot];
            if (!MeasureFit.Of(slot, around.Quantity, ref score))
                continue;
            if (slot.Group.Names.Count > 0 && slot.Role == SlotRole.Count && EndsAlike(slot, around.Quantity.From) && MeasureFit.IsCountedIn(slot, around.Quantity.Measure) && (scoring.IsNamed(slot, around.Clause, around.Clause.To) || EndsPhrase(slot, around) && scoring.IsNamedBefore(slot, around.Clause)))
                score += 2; // 开展“……吹哨人”活动，收到反映的问题23项
            if (SaysPhrase(slot, around))
                score += 2.5;
            else if (BeginsPhrase(slot, around))
                score += 2;
            else if (EndsPhrase(slot, around))
                score += 1.2;
            if (MeasureFit.Bodies(around.Quantity.Measure) && MeasureFit.IsCountedIn(slot, around.Quantity.Measure) && IsAnyPlace(slot) && (around.RolesBefore & slot.Verbs & Role.Inspect) != Role.None)
                score += 3; // 检查小餐馆、小旅馆共18家 for 检查场所
            if (slot.Class == MeasureClass.Duration && EndsAlike(slot, around.Quantity.From))
                score += 2; // 用时138秒
            if (slot.Class == MeasureClass.Money)
                score += 1; // little else is counted in it
            if (!IsTold(slot, around, concepts))
                continue;
            if (!IsWhole(slot, around.Quantity.From))
                score += verbs.Of(slot, around, concepts);
            if (score > most)
                (best, most) = (slot, score);
        }

        if (best is not null && twins.Of(best) is { Count: > 1 } alike)
        {
            if (twins.Meant(alike, around.Quantity.From) is { } meant)
                return meant;
            rivals.AddRange(alike);
            return best;
        }

        if (best is not null && best.End != Role.Fix && IsHazards(best) && AreHazards(concepts))
            AddRivals(around, best);
        return best;
    }

    private static bool AreHazards(List<ConceptHit> concepts) => concepts.Count > 0 && concepts.TrueForAll(static hit => hit.Concept.Name == Hazard);

    // 发现隐患9条, where the form asks in several places for hazards found: unless the words of the one chosen are said, it is asked.
    private void AddRivals(Surroundings around, GroupSlot best)
    {
        var found = HazardsFound(around.Quantity);
        if (found.Count > 1 && !SaysOwn(best, words.SentenceStart(around.Clause), around.Behind))
            rivals.AddRange(found);
    }

    private List<GroupSlot> HazardsFound(Quantity quantity) => text.Vocabulary.Things.All.FindAll(slot => slot.Role == SlotRole.Count && IsHazards(slot) && slot.End != Role.Fix && slot.Class == quantity.Class && !MeasureFit.Bodies(slot.Measures[0]));

    // 安全检查发现隐患8条: found, but by none of the ways the form tells apart.
    private bool AskHazards(Surroundings around, List<ConceptHit> concepts, string? unit)
    {
        if (concepts.Count == 0 || !concepts.TrueForAll(static hit => hit.Concept.Name.EndsWith(Hazard, StringComparison.Ordinal)) || !around.RolesBefore.HasFlag(Role.Find) || HazardsFound(around.Quantity).FindAll(slot => MeasureFit.IsCountedIn(slot, around.Quantity.Measure)) is not { Count: > 1 } several)
            return false;
        foreach (var slot in several)
            draft.Asks.Add((slot, around.Quantity.From, around.Quantity.To, "several", unit));
        return true;
    }

    // Any pair of characters of its phrase but those that every such phrase has.
    private bool SaysOwn(GroupSlot slot, int from, int to)
    {
        var phrase = slot.Group.Head + slot.Tail;
        for (var at = 0; at + 1 < phrase.Length; at++)
        {
            var pair = phrase.Substring(at, 2);
            if (char.IsLetter(pair[0]) && char.IsLetter(pair[1]) && pair is not ("安全" or "发现" or "查出" or "找出" or "开展" or "组织" or "排查") && pair.IndexOfAny(['隐', '患', '现']) < 0 && text.Has(from, to, pair))
                return true;
        }

        return false;
    }

    private static bool IsHazards(GroupSlot slot) => slot.Own.Contains(Hazard, StringComparison.Ordinal);

    // 小队3支 for 组建敲门小队: what stands before the figure is how the phrase ends.
    private bool EndsPhrase(GroupSlot slot, Surroundings around)
    {
        var phrase = slot.Own;
        var noun = text.Source.Text[around.Before..around.Quantity.From].Trim("，、:和及 ");
        return noun.Length is >= 2 and <= 6 && phrase.Length > noun.Length && phrase.AsSpan().EndsWith(noun, StringComparison.Ordinal);
    }

    // A blank for places of any kind.
    private static bool IsAnyPlace(GroupSlot slot) => slot.Own is var phrase && (phrase.EndsWith("场所", StringComparison.Ordinal) || phrase.EndsWith("单位", StringComparison.Ordinal)
        || phrase.EndsWith("企业", StringComparison.Ordinal) || phrase.EndsWith("商户", StringComparison.Ordinal) || phrase.EndsWith("门店", StringComparison.Ordinal));

    // 发现故障3处 for 发现故障点位: the phrase begins with all that is said.
    private bool BeginsPhrase(GroupSlot slot, Surroundings around)
    {
        var phrase = slot.Own;
        var said = text.Source.Text[around.Before..around.Quantity.From].Trim("，、:和及 共");
        return said.Length >= 4 && phrase.AsSpan().StartsWith(said, StringComparison.Ordinal) && MeasureFit.IsCountedIn(slot, around.Quantity.Measure);
    }

    private bool EndsAlike(GroupSlot slot, int at)
    {
        var phrase = slot.Own;
        return phrase.Length >= 2 && at >= 2 && text.Source.Text[(at - 2)..at].Equals(phrase.AsSpan(phrase.Length - 2), StringComparison.Ordinal);
    }

    // 治理隐患8条, where the form prints just that before its blank: whatever else the sentence tells.
    private bool IsWhole(GroupSlot slot, int at)
    {
        var phrase = slot.Own;
        return phrase.Length >= 4 && text.Source.Text[..at].EndsWith(phrase, StringComparison.Ordinal);
    }

    // The whole of a short phrase: 查实, 上门.
    private bool SaysPhrase(GroupSlot slot, Surroundings around)
    {
        var phrase = slot.Own;
        return phrase.Length is >= 2 and <= 5 && text.Has(around.Before, around.Behind, phrase);
    }

    // 累计播放 belongs to what the form prints before it: without that the words mean something else. What only shares
    // words with a phrase that has a proper name needs the name.
    private bool IsTold(GroupSlot slot, Surroundings around, List<ConceptHit> concepts)
    {
        var clause = around.Clause;
        if (slot.Group.Names.Count > 0 && slot.Tail.Length == 0 && !concepts.Exists(hit => slot.Things.Any(hit.Concept.Is)))
            return scoring.IsNamed(slot, clause, clause.To) || EndsPhrase(slot, around) && scoring.IsNamedBefore(slot, clause);
        if (slot.Tail.Length == 0 || slot.SoFar is not null)
            return true;
        if (slot.Tail.Length >= 4 && text.Has(clause.From, clause.To, slot.Tail))
            return true;
        if (slot.End == Role.Find && around.RolesBefore.HasFlag(Role.Find) && concepts.Exists(hit => slot.Things.Contains(hit.Concept)))
            return true; // 查出隐患9处, where the form has found ones beside what was inspected
        return draft.Frames.Exists(frame => frame.Group == slot.Group && clause.Sentence - frame.Sentence <= 1)
            || draft.Things.Exists(thing => thing.Figure.Slot.Group == slot.Group && text.ClauseAt(thing.Figure.From).Line == clause.Line && clause.Sentence - text.ClauseAt(thing.Figure.From).Sentence <= 3)
            || text.ConceptHits(words.SentenceStart(clause), clause.To).Any(hit => slot.Group.Slots.Exists(other => other.Tail.Length == 0 && other.Things.Contains(hit.Concept)));
    }
}
