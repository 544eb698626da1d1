using Bot.Domain.Campaigns;

namespace Bot.Domain.Reading;

/// <summary>The forms as printed, blank by blank: what a pasted form is compared with.</summary>
internal sealed class FormText
{
    private readonly List<List<FormBlank>> byPair = [];
    private readonly HashSet<int> printed = [];
    private readonly List<List<int>> near = [];

    public FormText(IEnumerable<SlotGroup> groups)
    {
        var slots = groups.SelectMany(group => group.Slots).ToDictionary(slot => slot.Slot.Id);
        foreach (var form in groups.Select(group => group.Form).Distinct())
        {
            AddPrinted([form.Name, .. form.Columns]);
            Labels.AddHeadings(form.Columns);
            foreach (var row in form.Rows)
            {
                AddPrinted([row.Name, row.Requirement ?? string.Empty, .. row.Lines]);
                foreach (var line in row.Lines)
                    AddLine(SourceText.Fold(line).Text, line, slots);
            }
        }

        // Blanks the lines do not show are known by their phrase.
        foreach (var slot in slots.Values.Where(slot => !Blanks.Exists(blank => blank.Slot == slot)))
            Add(slot, slot.Group.Head + slot.Tail);
        foreach (var blank in Blanks)
        {
            near.Add([.. Blanks.Where(other => other.Slot == blank.Slot || other.Slot.Group == blank.Slot.Group || (other.Order < blank.Order && other.Order >= blank.Order - 3))
                .Select(other => other.Order)]);
        }
    }

    /// <summary>The characters printed beside the blanks.</summary>
    public PrintedLetters Letters { get; } = new();

    /// <summary>The labels printed before the blanks.</summary>
    public FormLabels Labels { get; } = new();

    /// <summary>The blanks in printed order.</summary>
    public List<FormBlank> Blanks { get; } = [];

    /// <summary>Which share of some words is printed in the forms, from 0 to 1.</summary>
    public double Printed(ReadOnlySpan<char> words)
    {
        var pairs = PairsOf(words);
        var known = 0;
        foreach (var pair in pairs)
            known += printed.Contains(pair) ? 1 : 0;
        return pairs.Count == 0 ? 0 : (double)known / pairs.Count;
    }

    /// <summary>The places of the blanks behind which this one is not far: of its activity, or printed shortly before it.</summary>
    public IReadOnlyList<int> Near(FormBlank blank) => near[blank.Order];

    /// <summary>The blanks that have a pair of characters, by the pair's number.</summary>
    public List<FormBlank> Sharing(int pair) => byPair[pair];

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

    private void AddPrinted(ReadOnlySpan<string> printedWords)
    {
        foreach (var words in printedWords)
            printed.UnionWith(PairsOf(SourceText.Fold(words).Text));
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

        var blank = new FormBlank
        {
            Order = Blanks.Count, Slot = slot, Label = new PrintedWords(label, Letters), Phrase = new PrintedWords(slot.Group.Head + slot.Tail, Letters),
            Tail = new PrintedWords(slot.Tail.Length > 0 ? slot.Tail : slot.Group.Head, Letters),
        };
        Blanks.Add(blank);
        Labels.Add(blank, label);
        foreach (var pair in blank.Label.Pairs.Union(blank.Phrase.Pairs))
            BlanksOf(Letters.AddPair(pair)).Add(blank);
        foreach (var pair in blank.Tail.Pairs)
            BlanksOf(Letters.AddPair(pair)); // every number has its list
    }

    private List<FormBlank> BlanksOf(int pair)
    {
        while (byPair.Count <= pair)
            byPair.Add([]);
        return byPair[pair];
    }
}

/// <summary>A printed blank.</summary>
internal sealed record FormBlank
{
    private const double Word = 0.25;

    /// <summary>Its place in the forms.</summary>
    public required int Order { get; init; }

    /// <summary>The blank.</summary>
    public required GroupSlot Slot { get; init; }

    /// <summary>What is printed directly before it.</summary>
    public required PrintedWords Label { get; init; }

    /// <summary>Its whole phrase.</summary>
    public required PrintedWords Phrase { get; init; }

    /// <summary>Its own words.</summary>
    public required PrintedWords Tail { get; init; }

    /// <summary>
    /// How alike the words before a written blank are to what is printed before this one; above 1 where they are just that.
    /// </summary>
    public double Likeness(WrittenLabel label)
    {
        var even = Math.Max(Label.Likeness(label), 0.9 * Math.Max(Phrase.Likeness(label), Tail.Likeness(label)));
        return Label.Ends(label) || Phrase.Ends(label) ? Math.Max(1, even) + Word : even;
    }
}
