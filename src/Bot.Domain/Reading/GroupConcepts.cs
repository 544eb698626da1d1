namespace Bot.Domain.Reading;

/// <summary>Tells from a group's phrases which activities and things its blanks are about.</summary>
internal static class GroupConcepts
{
    /// <summary>Assigns activities to the group and things to its blanks.</summary>
    public static void Assign(SlotGroup group, ConceptScan concepts, Predicate<string> isGeneral)
    {
        group.Names.RemoveAll(name => name.Length < 2 || isGeneral(name));
        if (group.IsActivity)
            AssignActivities(group, concepts);
        foreach (var slot in group.Slots.Where(slot => slot.Role is SlotRole.Count or SlotRole.Persons or SlotRole.Part))
            AssignThings(slot, concepts, slot.Own);
        foreach (var slot in group.Slots)
        {
            foreach (var hit in Lexicon.Shared.Find(group.Head + slot.Tail).Where(hit => hit.To - hit.From > 1))
            {
                slot.Verbs |= hit.Roles & (Role.Verbs | Role.Find | Role.Fix);
                slot.IsPrize |= hit.Roles.HasFlag(Role.Prize);
            }

            slot.End = EndIn(slot.Tail);
            if (slot.End == Role.None)
                slot.End = EndIn(group.Head);
        }
    }

    // 检查渡口 · 完成整改: its own words say that what was mended is asked for, whatever stands before them.
    private static Role EndIn(string words)
    {
        var end = Role.None;
        foreach (var hit in Lexicon.Shared.Find(words))
            end |= hit.To - hit.From > 1 ? hit.Roles & (Role.Find | Role.Fix) : Role.None;
        return end;
    }

    /// <summary>
    /// Where two groups are about the same activity and one has it only as part of a proper name, that name must be said.
    /// </summary>
    public static void KeepNamedApart(IReadOnlyList<SlotGroup> groups, Dictionary<Concept, List<SlotGroup>> byActivity)
    {
        foreach (var group in groups)
        {
            group.Named.RemoveWhere(activity => !HasPlain(activity, group, byActivity));
            foreach (var slot in group.Slots)
                slot.NamedThings.RemoveWhere(thing => !groups.Any(other => other != group && other.Slots.Exists(s => s.Things.Contains(thing) && !s.NamedThings.Contains(thing))));
        }
    }

    private static bool HasPlain(Concept activity, SlotGroup group, Dictionary<Concept, List<SlotGroup>> byActivity)
    {
        var concept = activity;
        for (var steps = 0; concept is not null && steps < 6; steps++, concept = concept.Wider)
        {
            if (byActivity.TryGetValue(concept, out var groups) && groups.Exists(other => other != group && !other.Named.Contains(concept)))
                return true;
        }

        return false;
    }

    private static void AssignActivities(SlotGroup group, ConceptScan concepts)
    {
        var hits = concepts.Find(group.Head).FindAll(hit => !hit.Concept.IsThing);
        group.ByRow = hits.Count == 0;
        if (group.ByRow)
            hits = concepts.Find(SourceText.Fold(group.Row).Text).FindAll(hit => !hit.Concept.IsThing);
        hits.RemoveAll(hit => hits.Exists(other => other.Concept != hit.Concept && other.Paired && other.Concept.Is(hit.Concept) && !hit.Concept.Is(other.Concept)));
        foreach (var hit in hits)
            group.Activities.Add(hit.Concept);
        foreach (var activity in group.Activities)
        {
            if (group.Names.Count > 0 && !hits.Exists(hit => hit.Concept == activity && (InName(group, hit) || !BesideName(group, hit))))
                group.Named.Add(activity);
        }
    }

    private static void AssignThings(GroupSlot slot, ConceptScan concepts, string words)
    {
        foreach (var hit in concepts.Find(words))
        {
            if (!hit.Concept.IsThing)
                continue;
            slot.Things.Add(hit.Concept);
            if (slot.Group.Names.Count > 0 && slot.Tail.Length == 0 && !InName(slot.Group, hit))
                slot.NamedThings.Add(hit.Concept);
        }
    }

    private static bool InName(SlotGroup group, ConceptHit hit) => group.Names.Exists(name =>
        group.Head.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && at <= hit.From && hit.To <= at + name.Length);

    // In the same enumerated part of the phrase as a proper name.
    private static bool BesideName(SlotGroup group, ConceptHit hit)
    {
        var from = hit.From > 0 ? group.Head.LastIndexOfAny(['、', '，'], hit.From - 1) : -1;
        var to = group.Head.IndexOfAny(['、', '，'], hit.From) is >= 0 and var cut ? cut : group.Head.Length;
        return group.Names.Exists(name => group.Head.IndexOf(name, StringComparison.Ordinal) is var at && at > from && at < to);
    }
}
