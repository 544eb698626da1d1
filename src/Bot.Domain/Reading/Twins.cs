namespace Bot.Domain.Reading;

/// <summary>
/// Blanks that are printed alike under several headings (矿山：检查企业…家；建筑施工：检查企业…家): the heading said tells which
/// is meant.
/// </summary>
internal sealed class Twins(MarkedText text)
{
    /// <summary>The blank and those printed like it; alone, where there are none.</summary>
    public List<GroupSlot> Of(GroupSlot slot) => slot.Tail.Length == 0 || slot.SoFar is not null
        ? [slot]
        : text.Vocabulary.Things.All.FindAll(other => other == slot || other.Tail == slot.Tail && other.Group != slot.Group && other.Group.Form == slot.Group.Form && other.Measures.SequenceEqual(slot.Measures, StringComparer.Ordinal));

    /// <summary>The one whose heading is said last before a position; null where none is.</summary>
    public GroupSlot? Meant(List<GroupSlot> twins, int before)
    {
        GroupSlot? meant = null;
        var last = -1;
        foreach (var slot in twins)
        {
            var at = text.Source.Text[..before].LastIndexOf(slot.Group.Head);
            if (at > last)
                (meant, last) = (slot, at);
        }

        return meant;
    }
}
