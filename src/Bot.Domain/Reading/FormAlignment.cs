namespace Bot.Domain.Reading;

/// <summary>
/// Reads a pasted form: the blanks found are aligned, all together, with the printed ones. Reordered, shortened and retyped
/// forms are read the same way, and forms whose brackets got lost.
/// </summary>
internal sealed class FormAlignment
{
    private const int MostBlanks = 600;
    private const int MostCandidates = 24;
    private const int FewestOfForm = 3;
    private const int FewestBare = 6;
    private const double OfForm = 0.75;
    private const double Clear = 0.78;
    private const int FewestTelling = 4;
    private const int FewestForeign = 4;
    private const double Own = 0.45;
    private const double Missing = 0.1;
    private const double Margin = 1e-6; // for what adding in another order rounds away
    private readonly MarkedText text;
    private readonly FormText form;
    private readonly HashSet<int> lines = [];
    private readonly Dictionary<int, bool> printedLines = [];
    private BlankPlaces written = BlankPlaces.None;
    private BlankPlaces bareAt = BlankPlaces.None;

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

    /// <summary>Figures in blanks of the form of which cannot be told which ones they are.</summary>
    public List<(int From, int To)> Doubtful { get; } = [];

    /// <summary>Whether these are the blanks of a form that is none of the campaign's: most of them are not printed in its own.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>Whether the clause belongs to the pasted form.</summary>
    public bool Holds(Clause clause)
    {
        if (lines.Contains(clause.Line))
            return text.QuantitiesIn(clause.From, clause.To).All(IsOfBlank) || text.QuantitiesIn(clause.From, clause.To).Any(IsOfBare);
        return Blanks >= FewestOfForm && !text.QuantitiesIn(clause.From, clause.To).Any() && IsPrinted(clause);
    }

    /// <summary>Aligns a message with the forms.</summary>
    public static FormAlignment Of(MarkedText text, FormText form)
    {
        var alignment = new FormAlignment(text, form);
        alignment.Run(FormBlanks.Find(text.Source.Text));
        return alignment;
    }

    private bool IsPrinted(Clause clause)
    {
        if (!printedLines.TryGetValue(clause.Line, out var isPrinted))
            printedLines.Add(clause.Line, isPrinted = form.Printed(LineOf(clause.From)) >= OfForm);
        return isPrinted;
    }

    private void Run(List<WrittenBlank> blanks)
    {
        if (WithBare(blanks) is not ({ } all, { } matches))
        {
            if (blanks.Count == 0)
                return;
            (all, matches) = (blanks, Match(blanks)!);
        }

        written = BlankPlaces.Of(all);
        bareAt = BlankPlaces.Of(all.FindAll(static blank => blank.Bare));
        IsForeign = OwnShare(all, matches) < Own && all.Exists(blank => Value(blank) is not null);
        for (var at = 0; at < matches.Count; at++)
        {
            if (matches[at] is { } match)
                Take(match, all[at]);
        }
    }

    // How well the labels that say something are the campaign's own, on the whole; a form of a few blanks tells nothing.
    private double OwnShare(List<WrittenBlank> blanks, List<FormMatch?> matches)
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

    private void Take(FormMatch match, WrittenBlank blank)
    {
        Blanks++;
        lines.Add(text.ClauseAt(blank.From).Line);
        if (match.Doubtful)
        {
            if (Value(blank) is { } number)
                Doubtful.Add((number.From, blank.To));
            return;
        }

        Printed.Add(match.Blank.Slot);
        Fill(match.Blank.Slot, blank);
    }

    // 演练 3 场，参与 80 人次: without brackets it is the form only where nearly all figures stand behind its own words, and no
    // day is told with them; else it is told, and read as told.
    private (List<WrittenBlank>? Blanks, List<FormMatch?>? Matches) WithBare(List<WrittenBlank> blanks)
    {
        if (text.Quantities.Count < FewestBare)
            return default;
        var places = BlankPlaces.Of(blanks);
        var bare = new List<WrittenBlank>();
        foreach (var quantity in text.Quantities)
        {
            if (quantity.Measure.Length > 0 && !places.Hold(quantity.Number.Core) && bare.Count <= MostBlanks)
                bare.Add(new WrittenBlank(quantity.From, quantity.From, quantity.Number.To, quantity.To, null) { MeasureFrom = quantity.Number.To, HasMeasure = true, Bare = true });
        }

        if (bare.Count is < FewestBare or > MostBlanks || IsToldOfDays(bare))
            return default;
        List<WrittenBlank> all = [.. blanks, .. bare];
        FormBlanks.AddEmpty(text.Source.Text, places, all);
        all = [.. all.OrderBy(blank => blank.From)];
        if (Match(all, bare.Count) is not { } matches)
            return default;
        var (clear, matched) = (0.0, 0);
        for (var at = 0; at < all.Count && at < matches.Count; at++)
        {
            if (!all[at].Bare || matches[at] is not { } match)
                continue;
            matched++;
            clear += Math.Min(1, match.Likeness - Measure(all[at], match.Blank.Slot));
        }

        if (matched < FewestBare || 10 * matched < 9 * bare.Count || clear < Clear * matched)
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

    // With bare ones among them: null as soon as these are too little alike to be the form's, whatever follows.
    private List<FormMatch?>? Match(List<WrittenBlank> blanks, int bare = 0)
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

    private double Measure(WrittenBlank blank, GroupSlot slot) =>
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

    // 人次2. 党政…: the number of the next item is none of a measure word before it.
    private bool IsOfBlank(Quantity quantity) => written.Hold(quantity.Number.Core) || (quantity.Labelled && written.HoldOrEnd(quantity.Number.Core));

    private bool IsOfBare(Quantity quantity) => bareAt.Hold(quantity.Number.Core);

    private ReadOnlySpan<char> LineOf(int at)
    {
        var words = text.Source.Text;
        var from = words[..at].LastIndexOf('\n') + 1;
        var length = words[from..].IndexOf('\n');
        return length < 0 ? words[from..] : words.Slice(from, length);
    }

    private void Fill(GroupSlot slot, WrittenBlank blank)
    {
        if (blank.Yes is { } yes)
        {
            Add(new Placed(slot, yes ? 1 : 0, Bound.Exact, blank.From, blank.To, "form"));
            return;
        }

        if (Value(blank) is not { } number)
            return;
        if (number.Shape is NumeralShape.Range or NumeralShape.Vague)
        {
            Open.Add((slot, number.From, number.To));
        }
        else if (number.Shape == NumeralShape.Number)
        {
            var bound = number.Bound;
            BoundsBehind.Read(text.Source.Text[..blank.ValueTo], number.To, ref bound);
            Add(new Placed(slot, number.Value, BoundAround(blank, bound), Math.Max(number.From, blank.ValueFrom), number.To, "form"));
        }
    }

    private void Add(Placed figure)
    {
        if (!Filled.Exists(known => known.Slot == figure.Slot))
            Filled.Add(figure);
    }

    private Numeral? Value(WrittenBlank blank)
    {
        var words = text.Source.Text[..blank.ValueTo];
        for (var at = blank.ValueFrom; at < blank.ValueTo; at++)
        {
            if ((NumeralWords.Starts(words[at]) || NumeralWords.Unit(words[at]) > 0) && Numerals.TryRead(words, at, out var number))
                return number;
        }

        return null;
    }

    // 约（120）人次, （120）余人次, （120）人次左右.
    private Bound BoundAround(WrittenBlank blank, Bound bound)
    {
        if (bound != Bound.Exact)
            return bound;
        var words = text.Source.Text;
        BoundsBehind.Read(words, blank.To, ref bound);
        if (bound == Bound.Exact && blank.MeasureFrom > blank.ValueTo && words[blank.MeasureFrom - 1] is '余' or '多')
            return Bound.Over;
        return bound != Bound.Exact || blank.From == 0 ? bound : words[blank.From - 1] switch
        {
            '约' => Bound.About,
            '近' => Bound.Under,
            '超' or '逾' => Bound.Over,
            _ => bound,
        };
    }
}
