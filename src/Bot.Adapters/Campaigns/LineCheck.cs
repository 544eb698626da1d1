using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>A row's printed lines and its slots must name the same blanks, each once, in the same order.</summary>
internal sealed class LineCheck(YamlFaults faults)
{
    public void Compare(IReadOnlyList<YamlNode> lines, IReadOnlyList<(Slot Slot, YamlPlace At)> slots)
    {
        var known = slots.Select(s => s.Slot.Id).ToHashSet();
        var blanks = lines.OfType<YamlNode.Text>().SelectMany(Blanks).ToList();
        var printed = new List<SlotId>();
        foreach (var (slot, at) in blanks)
        {
            if (!known.Contains(slot))
                faults.Add(at, $"the blank {{{slot}}}", "a slot of this row's slots");
            else if (printed.Contains(slot))
                faults.Add(at, $"the blank {{{slot}}} again", "each blank once");
            else
                printed.Add(slot);
        }

        // A retired slot keeps its entry when the printed table drops its blank.
        var listed = slots.Where(s => s.Slot.Id.Value.Length > 0 && (!s.Slot.Retired || printed.Contains(s.Slot.Id))).ToList();
        foreach (var (slot, at) in listed.Where(s => !printed.Contains(s.Slot.Id)))
            faults.Add(at, $"the slot {YamlNode.Quote(slot.Id.Value)} without a blank", $"{{{slot.Id}}} in the row's lines");
        var order = listed.Select(s => s.Slot.Id).Where(printed.Contains).Distinct().ToList();
        var wrong = order.Zip(printed).TakeWhile(pair => pair.First == pair.Second).Count();
        if (wrong < order.Count && order.Count == printed.Count)
            faults.Add(listed.First(s => s.Slot.Id == order[wrong]).At, YamlNode.Quote(order[wrong].Value), $"{printed[wrong]}, the next blank of the lines");
    }

    private IEnumerable<(SlotId Slot, YamlPlace At)> Blanks(YamlNode.Text line)
    {
        foreach (var piece in FormPiece.Of(line.Value))
        {
            // A quoted text begins behind its quotation mark.
            var at = line.At.Right(piece.At + (line.Quoted ? 1 : 0));
            if (piece.Slot is { } slot)
                yield return (slot, at);
            else if (piece.Text.AsSpan().IndexOfAny('{', '}') is var brace and >= 0)
                faults.Add(at.Right(brace), "a single brace", "{slot}");
        }
    }
}
