namespace Bot.Domain.Reading;

/// <summary>Judges by what was done to a thing whether a blank can be meant: posted is not handed out, found is not mended.</summary>
internal sealed class ThingVerbs(MarkedText text)
{
    private const double Never = 20;

    /// <summary>What the verbs add to a blank's score, or take from it.</summary>
    public double Of(GroupSlot slot, Surroundings around, List<ConceptHit> concepts)
    {
        var head = concepts.Count > 0 ? concepts[^1].Concept : null;
        if (head is not null && slot.Things.Count > 0 && !concepts.Exists(hit => slot.Things.Any(thing => hit.Concept.Is(thing) || hit.Concept.Wider is not null && hit.Concept.Wider == thing.Wider)))
            return -Never; // it is something else
        if (IsOtherEnd(slot, around))
            return -Never;
        var (said, carried) = VerbsOf(around);
        if (carried && text.HasAny(around.Before, around.Quantity.From, "收到", "征集", "收集", "征得"))
            said = Role.None; // 制作黑板报18块，收到作品210件: come in, not made
        if (said.HasFlag(Role.Inspect) && !slot.Verbs.HasFlag(Role.Inspect) && !slot.Slot.Phrase.Contains("治理", StringComparison.Ordinal))
            return -1.5;
        if ((slot.Verbs & Role.Verbs) == Role.None)
            return 0;
        if (said == Role.None && (slot.Verbs & Role.Verbs & ~(Role.Make | Role.Air)) == Role.None && text.HasAny(around.Before, around.Quantity.From, "收到", "征集", "收集", "征得", "评选", "推荐"))
            return -6; // 收到作品104条: come in, not made
        if (said == Role.None)
            return (slot.Verbs & Role.Verbs) == Role.Make && concepts.Exists(hit => hit.Concept.Wider?.Name == "张贴物" || hit.Concept.Name == "宣传资料") ? -2.5 : 0;
        return (said & slot.Verbs & Role.Verbs) == Role.None ? carried ? 0 : -6 : slot.Things.Count == 0 ? 1.5 : 1;
    }

    // Found is not mended: 揪出通道隐患23处 fills no blank for 整改通道隐患.
    private bool IsOtherEnd(GroupSlot slot, Surroundings around)
    {
        var asked = slot.End;
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

    // 制作宣传品：短视频1条，海报2版: the parts of one enumeration share its verb.
    private bool IsListed(Clause before, Clause clause) => before.Sentence == clause.Sentence && before.Line == clause.Line && clause.Index - before.Index <= 4
        && text.QuantitiesIn(before.From, before.To).Any();
}
