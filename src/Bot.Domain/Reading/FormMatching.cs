namespace Bot.Domain.Reading;

/// <summary>Finds for written blanks, all together, the printed ones they are, by the words before them and their measures.</summary>
internal sealed class FormMatching(MarkedText text, FormText form)
{
    /// <summary>As many written blanks as are looked at.</summary>
    public const int MostBlanks = 600;

    /// <summary>How alike bare figures must be to the form's blanks, on the whole.</summary>
    public const double Clear = 0.78;

    private const int MostCandidates = 24;
    private const int FewestTelling = 4;
    private const int FewestForeign = 4;
    private const double Missing = 0.1;
    private const double Margin = 1e-6; // for what adding in another order rounds away

    /// <summary>How well the labels that say something are the campaign's own, on the whole; a form of a few blanks tells nothing.</summary>
    public double OwnShare(List<WrittenBlank> blanks, List<FormMatch?> matches)
    {
        var (own, told, from) = (0.0, 0, 0);
        for (var at = 0; at < matches.Count; at++)
        {
            if (!blanks[at].Bare && WrittenLabel.LettersIn(Label(from, blanks[at].From)) >= FewestTelling)
            {
                told++;
                own += matches[at] is { } match ? Math.Min(1, match.Likeness - Measure(blanks[at], match.Blank.Slot)) : 0;
            }

            from = blanks[at].To;
        }

        return told < FewestForeign ? 1 : own / told;
    }

    /// <summary>The printed blanks, of each written one the one it is or null. With bare ones among them: null as soon as these are too little alike to be the form's.</summary>
    public List<FormMatch?>? Match(List<WrittenBlank> blanks, int bare = 0)
    {
        var candidates = new FormCandidates();
        var label = new WrittenLabel(form.Letters);
        var seen = new int[form.Blanks.Count];
        var (from, unlike) = (0, 0.0);
        for (var at = 0; at < blanks.Count && at < MostBlanks; at++)
        {
            var blank = blanks[at];
            label.Take(Label(from, blank.From));
            var most = Candidates(label, blank, candidates, seen);
            from = blank.To;
            if (!blank.Bare)
                continue;
            unlike += 1 - most;
            if (unlike > ((1 - Clear + Missing) * bare) + Margin)
                return null;
        }

        return FormPath.Of(form, candidates);
    }

    // The words since the blank before, of this line only, without what a list mark or a stop parts off.
    private ReadOnlySpan<char> Label(int from, int to)
    {
        var words = text.Source.Text[Math.Min(from, to)..to];
        if (words.LastIndexOf('\n') is >= 0 and var line)
            words = words[(line + 1)..];
        if (words.LastIndexOfAny(";。") is >= 0 and var stop && stop + 1 < words.Length)
            words = words[(stop + 1)..];
        return words.Length > 2 * WrittenLabel.Longest ? words[^(2 * WrittenLabel.Longest)..] : words;
    }

    // Short words (参与, 市级) lean on the blank before, so what follows that one is always among them. Gives how alike the
    // most alike is, its measure left out.
    private double Candidates(WrittenLabel label, WrittenBlank blank, FormCandidates candidates, int[] seen)
    {
        candidates.Begin();
        var at = candidates.Count - 1;
        var other = blank.HasMeasure && blank.Yes is null ? Measures.Shared.At(text.Source.Text[blank.MeasureFrom..], 0, out _)?.Class : null;
        var most = 0.0;
        foreach (var pair in label.Pairs)
        {
            if (pair < 0)
                continue;
            foreach (var candidate in form.Sharing(pair))
                Consider(candidate);
        }

        for (var i = 0; at > 0 && i < candidates[at - 1].Length; i++)
        {
            var before = candidates[at - 1][i].Blank;
            if (before.Order + 1 < form.Blanks.Count && form.Blanks[before.Order + 1] is var next && next.Slot.Group == before.Slot.Group)
                Consider(next);
        }

        if (candidates[at].Length > MostCandidates)
            candidates.Keep(MostCandidates);
        return most;

        void Consider(FormBlank candidate)
        {
            if (seen[candidate.Order] == at + 1)
                return;
            seen[candidate.Order] = at + 1;
            if ((blank.Yes is not null) != (candidate.Slot.Role == SlotRole.YesNo))
                return;
            var measure = Measure(blank, candidate.Slot, other);
            if (blank.Bare && measure <= 0)
                return;
            var likeness = (label.Length == 0 ? 0.3 : candidate.Likeness(label)) + measure;
            candidates.Add(candidate, likeness);
            most = Math.Max(most, Math.Min(1, likeness - measure));
        }
    }

    /// <summary>How well the measure behind a written blank goes with a printed one's.</summary>
    public double Measure(WrittenBlank blank, GroupSlot slot) =>
        Measure(blank, slot, blank.HasMeasure && blank.Yes is null ? Measures.Shared.At(text.Source.Text[blank.MeasureFrom..], 0, out _)?.Class : null);

    private double Measure(WrittenBlank blank, GroupSlot slot, MeasureClass? other)
    {
        if (blank.Yes is not null)
            return 0.35;
        if (!blank.HasMeasure)
            return 0.1;
        var behind = text.Source.Text[blank.MeasureFrom..];
        foreach (var measure in slot.Measures)
        {
            if (behind.StartsWith(measure, StringComparison.Ordinal))
                return 0.35;
        }

        return other == slot.Class ? 0.05 : -0.3;
    }
}
