using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>Sorts the blanks of a campaign's forms into groups and tells what each asks for.</summary>
internal static class SlotGroups
{
    private const int ShortHead = 6;
    private const int ShortName = 3;
    private static readonly string[] PeopleWords = ["参与", "参加", "参演", "参会", "参训", "参观", "听课", "听讲", "观看", "人次", "覆盖", "培训", "到场", "受益", "出席"];

    /// <summary>The groups in the order of the forms.</summary>
    public static List<SlotGroup> Of(Campaign campaign, ConceptScan concepts)
    {
        var groups = new List<SlotGroup>();
        foreach (var form in campaign.Forms)
        {
            foreach (var row in form.Rows)
            {
                var first = groups.Count;
                foreach (var slot in row.Slots.Where(slot => !slot.Retired))
                    Add(groups, first, form, row.Name, slot, concepts);
            }
        }

        return groups;
    }

    private static void Add(List<SlotGroup> groups, int first, Form form, string row, Slot slot, ConceptScan concepts)
    {
        var (head, tail) = Parts(SourceText.Fold(slot.Phrase).Text.ToString());
        var kind = Measures.Shared.ClassOf(SourceText.Fold(slot.Measure.Split('/')[0]).Text.ToString());
        if (slot.Measure == Slot.YesNo)
            kind = MeasureClass.Ordinal;
        var group = groups.Skip(first).LastOrDefault(known => Same(known, head, slot)) ?? Previous(groups, first, head, kind, concepts);
        if (group is null)
        {
            group = new SlotGroup { Number = groups.Count, Head = head, Row = row, Form = form };
            group.Names.AddRange(Names(head));
            groups.Add(group);
        }

        group.Slots.Add(new GroupSlot
        {
            Slot = slot, Group = group, Tail = tail, SoFar = ColumnOf(tail), Role = RoleOf(slot, kind, head, ColumnOf(tail) is null ? tail : string.Empty, concepts), Class = kind,
            Measures = [.. slot.Measure.Split('/').Select(measure => SourceText.Fold(measure).Text.ToString())],
        });
    }

    private static bool? ColumnOf(string tail) => KindWords.Shared["so-far-column"].Contains(tail, StringComparer.Ordinal) ? true : KindWords.Shared["period-column"].Contains(tail, StringComparer.Ordinal) ? false : null;

    private static (string Head, string Tail) Parts(string phrase)
    {
        var cut = phrase.LastIndexOf(" · ", StringComparison.Ordinal);
        var (head, tail) = cut < 0 ? (phrase, string.Empty) : (phrase[..cut], phrase[(cut + 3)..]);
        foreach (var word in (ReadOnlySpan<string>)["参与", "参加"])
        {
            if (tail.Length == 0 && head.Length > 4 && head.EndsWith(word, StringComparison.Ordinal))
                return (head[..^2], word);
        }

        return (head.Trim(), tail.Trim());
    }

    private static bool Same(SlotGroup known, string head, Slot slot) =>
        known.Head == head || (known.Slots.Exists(other => other.Slot.Id.Family == slot.Id.Family && other.Slot.Id.Family != slot.Id.Value)
            && (known.Head.Contains(head, StringComparison.Ordinal) || head.Contains(known.Head, StringComparison.Ordinal)));

    // 参与学生, 参演师生: people of the activity printed before.
    private static SlotGroup? Previous(List<SlotGroup> groups, int first, string head, MeasureClass kind, ConceptScan concepts) => kind == MeasureClass.People && groups.Count > first && IsOfPrevious(groups[^1], head) ? groups[^1] :
        kind == MeasureClass.People && groups.Count > first && head.Length <= 6 && (head.StartsWith("参与", StringComparison.Ordinal)
            || head.StartsWith("参演", StringComparison.Ordinal) || head.StartsWith("参加", StringComparison.Ordinal) || head.StartsWith("受众", StringComparison.Ordinal))
            && !concepts.Find(head).Exists(hit => !hit.Concept.IsThing)
            ? groups[^1]
            : null;

    // 演练…场，参演师生…人; 安全公开课…场，公开课听课…人次.
    private static bool IsOfPrevious(SlotGroup previous, string head) => previous.Slots.TrueForAll(static slot => slot.Role == SlotRole.Sessions)
        && (head.StartsWith("参演", StringComparison.Ordinal) && head.Length <= ShortHead
            || previous.Head.Length >= ShortName && head.Length > ShortName && PeopleWords.Any(word => head.EndsWith(word, StringComparison.Ordinal)) && previous.Head.EndsWith(head[..ShortName], StringComparison.Ordinal));

    private static SlotRole RoleOf(Slot slot, MeasureClass kind, string head, string tail, ConceptScan concepts)
    {
        var words = tail.Length > 0 ? tail : head;
        if (slot.Measure == Slot.YesNo)
            return SlotRole.YesNo;
        if (tail.StartsWith("其中", StringComparison.Ordinal))
            return SlotRole.Part;
        if (kind == MeasureClass.People)
        {
            if (words.Contains("受众", StringComparison.Ordinal))
                return SlotRole.Audience;
            return tail.Length == 0 || PeopleWords.Any(word => tail.Contains(word, StringComparison.Ordinal)) && !tail.Contains("领导", StringComparison.Ordinal)
                ? SlotRole.Attendance
                : SlotRole.Persons;
        }

        if (tail.Contains("播放", StringComparison.Ordinal))
            return SlotRole.Count;
        return kind == MeasureClass.Session || (slot.Measure == "项" && IsActivity(head, concepts)) ? SlotRole.Sessions : SlotRole.Count;
    }

    private static bool IsActivity(string head, ConceptScan concepts) =>
        head.Contains("活动", StringComparison.Ordinal) && concepts.Find(head).Exists(hit => !hit.Concept.IsThing);

    private static IEnumerable<string> Names(string head)
    {
        var open = -1;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] is '“' or '《' || (head[i] == '"' && open < 0))
            {
                open = i;
            }
            else if (open >= 0 && head[i] is '”' or '》' or '"')
            {
                yield return head[(open + 1)..i];
                open = -1;
            }
        }
    }
}
