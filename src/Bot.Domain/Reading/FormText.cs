using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>The forms as printed, blank by blank: what a pasted form is compared with.</summary>
internal sealed class FormText
{
    private readonly Dictionary<int, List<FormBlank>> byPair = [];

    public FormText(IEnumerable<SlotGroup> groups)
    {
        var slots = groups.SelectMany(group => group.Slots).ToDictionary(slot => slot.Slot.Id);
        foreach (var row in groups.Select(group => group.Form).Distinct().SelectMany(form => form.Rows))
        {
            foreach (var line in row.Lines)
                AddLine(SourceText.Fold(line).Text, line, slots);
        }

        // Blanks the lines do not show are known by their phrase.
        foreach (var slot in slots.Values.Where(slot => !Blanks.Exists(blank => blank.Slot == slot)))
            Add(slot, slot.Group.Head + slot.Tail);
    }

    /// <summary>The blanks in printed order.</summary>
    public List<FormBlank> Blanks { get; } = [];

    /// <summary>The blanks that share a pair of characters with a label.</summary>
    public IEnumerable<FormBlank> Sharing(HashSet<int> pairs) => pairs.SelectMany(pair => byPair.GetValueOrDefault(pair) ?? []).Distinct();

    /// <summary>The pairs of characters of some words, punctuation left out.</summary>
    public static HashSet<int> PairsOf(ReadOnlySpan<char> words)
    {
        var pairs = new HashSet<int>();
        var last = '\0';
        foreach (var c in words)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            if (last != '\0')
                pairs.Add(ThingSlots.Key(last, c));
            last = c;
        }

        return pairs;
    }

    private void AddLine(ReadOnlySpan<char> folded, string line, Dictionary<SlotId, GroupSlot> slots)
    {
        var from = 0;
        for (var open = line.IndexOf('{', StringComparison.Ordinal); open >= 0; open = line.IndexOf('{', from))
        {
            var close = line.IndexOf('}', open);
            if (close < 0)
                return;
            if (slots.TryGetValue(new SlotId(line[(open + 1)..close]), out var slot))
                Add(slot, folded[from..Math.Min(open, folded.Length)].ToString());
            from = close + 1;
        }
    }

    private void Add(GroupSlot slot, string label)
    {
        // The measure of the blank before is no part of the label.
        if (Blanks.Count > 0 && Blanks[^1].Slot is { } before)
        {
            var rest = label.TrimStart(')', ' ', '_');
            foreach (var measure in before.Measures.Append(SourceText.Fold(before.Slot.Measure).Text.ToString()).OrderByDescending(m => m.Length))
            {
                if (!rest.StartsWith(measure, StringComparison.Ordinal))
                    continue;
                label = rest[measure.Length..];
                break;
            }
        }

        var pairs = PairsOf(label);
        var blank = new FormBlank(Blanks.Count, slot, pairs, PairsOf(slot.Group.Head + slot.Tail), PairsOf(slot.Tail.Length > 0 ? slot.Tail : slot.Group.Head));
        Blanks.Add(blank);
        foreach (var pair in blank.Label.Union(blank.Phrase))
        {
            if (!byPair.TryGetValue(pair, out var blanks))
                byPair.Add(pair, blanks = []);
            blanks.Add(blank);
        }
    }
}

/// <summary>A printed blank.</summary>
/// <param name="Order">Its place in the forms.</param>
/// <param name="Slot">The blank.</param>
/// <param name="Label">Pairs of characters printed directly before it.</param>
/// <param name="Phrase">Pairs of characters of its whole phrase.</param>
/// <param name="Tail">Pairs of characters of its own words.</param>
internal sealed record FormBlank(int Order, GroupSlot Slot, HashSet<int> Label, HashSet<int> Phrase, HashSet<int> Tail);
