namespace Bot.Domain.Reading;

/// <summary>
/// Forms whose brackets got lost: 演练 3 场，参与 80 人次. It is the form only where nearly all figures stand behind its own words,
/// and no day is told with them; else it is told, and read as told.
/// </summary>
internal sealed class BareBlanks(MarkedText text, FormText form, FormMatching matching)
{
    private const int FewestBare = 6;

    /// <summary>The blanks with the figures that stand without brackets, and what they are; nothing where the text is no form.</summary>
    public (List<WrittenBlank>? Blanks, List<FormMatch?>? Matches) WithBare(List<WrittenBlank> blanks)
    {
        if (text.Quantities.Count < FewestBare)
            return default;
        var places = BlankPlaces.Of(blanks);
        var bare = new List<WrittenBlank>();
        foreach (var quantity in text.Quantities)
        {
            if (quantity.Measure.Length > 0 && !places.Hold(quantity.Number.Core) && bare.Count <= FormMatching.MostBlanks)
                bare.Add(new WrittenBlank(quantity.From, quantity.From, quantity.Number.To, quantity.To, null) { MeasureFrom = quantity.Number.To, HasMeasure = true, Bare = true });
        }

        if (bare.Count is < FewestBare or > FormMatching.MostBlanks || IsToldOfDays(bare))
            return default;
        List<WrittenBlank> all = [.. blanks, .. bare];
        FormBlanks.AddEmpty(text.Source.Text, places, all);
        all = [.. all.OrderBy(blank => blank.From)];
        if (matching.Match(all, bare.Count) is not { } matches)
            return default;
        var (clear, matched) = (0.0, 0);
        for (var at = 0; at < all.Count && at < matches.Count; at++)
        {
            if (!all[at].Bare || matches[at] is not { } match)
                continue;
            matched++;
            clear += Math.Min(1, match.Likeness - matching.Measure(all[at], match.Blank.Slot));
        }

        if (matched < FewestBare || 10 * matched < 9 * bare.Count || clear < FormMatching.Clear * matched)
            return default;
        var kept = Enumerable.Range(0, Math.Min(all.Count, matches.Count)).Where(at => !all[at].Bare || matches[at] is not null).ToList();
        return ([.. kept.Select(at => all[at])], [.. kept.Select(at => matches[at])]);
    }

    private bool IsToldOfDays(List<WrittenBlank> bare)
    {
        if (text.Dates.Count == 0)
            return false;
        var sentences = new HashSet<int>();
        foreach (var blank in bare)
            sentences.Add(text.ClauseAt(blank.From).Sentence);
        foreach (var date in text.Dates)
        {
            if (date.Shape is DateShape.Day or DateShape.Relative && sentences.Contains(text.ClauseAt(date.From).Sentence) && form.Printed(text.Source.Text[date.From..date.To]) < 1)
                return true;
        }

        return false;
    }
}
