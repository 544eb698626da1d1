namespace Bot.Domain.Reading;

/// <summary>
/// Reads a pasted form: every blank found is aligned with the printed blank whose words it has before it; short words
/// (参与, 市级) lean on the blank before. Reordered, shortened and retyped forms are read the same way.
/// </summary>
internal sealed class FormAlignment
{
    private const double Enough = 0.75;
    private readonly MarkedText text;
    private readonly FormText form;
    private readonly HashSet<int> lines = [];
    private List<WrittenBlank> written = [];

    private FormAlignment(MarkedText text, FormText form)
    {
        this.text = text;
        this.form = form;
    }

    /// <summary>How many blanks were found, filled or not.</summary>
    public int Blanks { get; private set; }

    /// <summary>The printed blanks that are there, filled or not.</summary>
    public HashSet<GroupSlot> Printed { get; } = [];

    /// <summary>What was filled in.</summary>
    public List<Placed> Filled { get; } = [];

    /// <summary>Blanks filled with words that leave the number open.</summary>
    public List<(GroupSlot Slot, int From, int To)> Open { get; } = [];

    /// <summary>Whether the clause belongs to the pasted form.</summary>
    public bool Holds(Clause clause) => lines.Contains(clause.Line)
        && text.QuantitiesIn(clause.From, clause.To).All(quantity => written.Exists(blank => blank.From <= quantity.Number.Core && quantity.Number.Core < blank.To));

    /// <summary>Aligns a message with the forms.</summary>
    public static FormAlignment Of(MarkedText text, FormText form)
    {
        var alignment = new FormAlignment(text, form);
        alignment.Run(FormBlanks.Find(text.Source.Text));
        return alignment;
    }

    private void Run(List<WrittenBlank> blanks)
    {
        written = blanks;
        FormBlank? last = null;
        var from = 0;
        foreach (var blank in blanks)
        {
            var label = Label(from, blank.From);
            var match = Match(label, blank, last);
            from = blank.To;
            if (match is null)
                continue;
            Blanks++;
            Printed.Add(match.Slot);
            last = match;
            lines.Add(text.ClauseAt(blank.From).Line);
            Fill(match.Slot, blank);
        }
    }

    // The words since the blank before, of this line only, without what a list mark or a stop parts off.
    private ReadOnlySpan<char> Label(int from, int to)
    {
        var words = text.Source.Text[from..to];
        if (words.LastIndexOf('\n') is >= 0 and var line)
            words = words[(line + 1)..];
        if (words.LastIndexOfAny(";。") is >= 0 and var stop && stop + 1 < words.Length)
            words = words[(stop + 1)..];
        return words.Length > 60 ? words[^60..] : words;
    }

    private FormBlank? Match(ReadOnlySpan<char> label, WrittenBlank blank, FormBlank? last)
    {
        var pairs = FormText.PairsOf(label);
        var behind = text.Source.Text[(blank.Yes is null ? blank.MeasureFrom : blank.From)..];
        FormBlank? best = null;
        var most = Enough;
        foreach (var candidate in pairs.Count == 0 && last is not null ? Following(last) : form.Sharing(pairs))
        {
            if ((blank.Yes is not null) != (candidate.Slot.Role == SlotRole.YesNo))
                continue;
            var score = Likeness(pairs, candidate) + (Measured(behind, candidate.Slot) ? 0.35 : -0.3) + Continuity(candidate, last);
            if (score > most || (score == most && best is not null && candidate.Order < best.Order))
                (best, most) = (candidate, score);
        }

        return best;
    }

    private IEnumerable<FormBlank> Following(FormBlank last) =>
        form.Blanks.Skip(last.Order + 1).Take(1).Where(next => next.Slot.Group == last.Slot.Group);

    private static double Likeness(HashSet<int> pairs, FormBlank candidate)
    {
        if (pairs.Count == 0)
            return 0.3;
        return Math.Max(Dice(pairs, candidate.Label), Math.Max(0.9 * Dice(pairs, candidate.Phrase), 0.9 * Dice(pairs, candidate.Tail)));
    }

    private static double Dice(HashSet<int> pairs, HashSet<int> printed)
    {
        if (printed.Count == 0)
            return 0;
        var shared = pairs.Count(printed.Contains);
        var even = 2.0 * shared / (pairs.Count + printed.Count);
        // A shortened label lies within the printed one.
        return Math.Max(even, 0.8 * shared / pairs.Count * Math.Min(1, (pairs.Count + 1) / 3.0));
    }

    private static double Continuity(FormBlank candidate, FormBlank? last)
    {
        if (last is null)
            return 0.1;
        if (candidate.Slot == last.Slot)
            return -0.2;
        var next = candidate.Order == last.Order + 1 ? 0.2 : 0;
        return next + (candidate.Slot.Group == last.Slot.Group ? 0.3 : candidate.Order > last.Order && candidate.Order <= last.Order + 3 ? 0.15 : 0);
    }

    private static bool Measured(ReadOnlySpan<char> behind, GroupSlot slot)
    {
        if (slot.Role == SlotRole.YesNo)
            return true;
        foreach (var measure in slot.Measures)
        {
            if (behind.StartsWith(measure, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private void Fill(GroupSlot slot, WrittenBlank blank)
    {
        if (blank.Yes is { } yes)
        {
            Filled.Add(new Placed(slot, yes ? 1 : 0, Bound.Exact, blank.From, blank.To, "form"));
            return;
        }

        var words = text.Source.Text[..blank.ValueTo];
        for (var at = blank.ValueFrom; at < blank.ValueTo; at++)
        {
            if (!NumeralWords.Starts(words[at]) && NumeralWords.Unit(words[at]) == 0 || !Numerals.TryRead(words, at, out var number))
                continue;
            if (number.Shape is NumeralShape.Range or NumeralShape.Vague)
            {
                Open.Add((slot, number.From, number.To));
            }
            else if (number.Shape == NumeralShape.Number)
            {
                var bound = number.Bound;
                BoundsBehind.Read(words, number.To, ref bound);
                if (!Filled.Exists(known => known.Slot == slot))
                    Filled.Add(new Placed(slot, number.Value, bound, Math.Max(number.From, blank.ValueFrom), number.To, "form"));
            }

            return;
        }
    }
}
