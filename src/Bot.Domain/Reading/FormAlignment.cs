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

    /// <summary>Figures in blanks of the form of which cannot be told which ones they are.</summary>
    public List<(int From, int To)> Doubtful { get; } = [];

    /// <summary>Whether the clause belongs to the pasted form.</summary>
    public bool Holds(Clause clause)
    {
        if (lines.Contains(clause.Line))
            return text.QuantitiesIn(clause.From, clause.To).All(IsOfBlank) || text.QuantitiesIn(clause.From, clause.To).Any(IsOfBare);
        return Blanks >= FewestOfForm && !text.QuantitiesIn(clause.From, clause.To).Any() && form.Printed(LineOf(clause.From)) >= OfForm;
    }

    /// <summary>Aligns a message with the forms.</summary>
    public static FormAlignment Of(MarkedText text, FormText form)
    {
        var alignment = new FormAlignment(text, form);
        alignment.Run(FormBlanks.Find(text.Source.Text));
        return alignment;
    }

    private void Run(List<WrittenBlank> blanks)
    {
        if (WithBare(blanks) is not ({ } all, { } matches))
            (all, matches) = (blanks, Match(blanks));
        written = all;
        for (var at = 0; at < matches.Count; at++)
        {
            if (matches[at] is { } match)
                Take(match, all[at]);
        }
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
        var bare = text.Quantities.Where(quantity => quantity.Measure.Length > 0 && !blanks.Exists(blank => blank.From <= quantity.Number.Core && quantity.Number.Core < blank.To))
            .Select(quantity => new WrittenBlank(quantity.From, quantity.From, quantity.Number.To, quantity.To, null) { MeasureFrom = quantity.Number.To, HasMeasure = true, Bare = true })
            .ToList();
        if (bare.Count < FewestBare || bare.Count > MostBlanks)
            return default;
        var empty = FormBlanks.Empty(text.Source.Text.ToString()).Where(blank => !blanks.Exists(other => other.From < blank.To && blank.From < other.To));
        List<WrittenBlank> all = [.. blanks.Concat(bare).Concat(empty).OrderBy(blank => blank.From)];
        var matches = Match(all);
        var (clear, matched) = (0.0, 0);
        for (var at = 0; at < all.Count; at++)
        {
            if (!all[at].Bare || matches[at] is not { } match)
                continue;
            matched++;
            clear += Math.Min(1, match.Likeness - Measure(all[at], match.Blank.Slot));
        }

        if (text.Dates.Exists(date => date.Shape is DateShape.Day or DateShape.Relative && form.Printed(text.Source.Text[date.From..date.To]) < 1
            && all.Exists(blank => blank.Bare && text.ClauseAt(date.From).Sentence == text.ClauseAt(blank.From).Sentence)))
            return default;
        if (matched < FewestBare || 10 * matched < 9 * bare.Count || clear < Clear * matched)
            return default;
        var kept = Enumerable.Range(0, all.Count).Where(at => !all[at].Bare || matches[at] is not null).ToList();
        return ([.. kept.Select(at => all[at])], [.. kept.Select(at => matches[at])]);
    }

    private List<FormMatch?> Match(List<WrittenBlank> blanks)
    {
        var candidates = new List<List<(FormBlank Blank, double Likeness)>>();
        var from = 0;
        foreach (var blank in blanks.Take(MostBlanks))
        {
            candidates.Add(Candidates(new WrittenLabel(Label(from, blank.From)), blank, candidates.Count == 0 ? [] : candidates[^1]));
            from = blank.To;
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

    // Short words (参与, 市级) lean on the blank before, so what follows that one is always among them.
    private List<(FormBlank Blank, double Likeness)> Candidates(WrittenLabel label, WrittenBlank blank, List<(FormBlank Blank, double Likeness)> before)
    {
        var found = new List<(FormBlank Blank, double Likeness)>();
        var following = before.Select(candidate => candidate.Blank.Order + 1).Where(order => order < form.Blanks.Count).Select(order => form.Blanks[order])
            .Where(next => next.Slot.Group == form.Blanks[next.Order - 1].Slot.Group);
        foreach (var candidate in form.Sharing(label.Pairs).Union(following))
        {
            if ((blank.Yes is not null) != (candidate.Slot.Role == SlotRole.YesNo))
                continue;
            var likeness = label.Letters.Length == 0 ? 0.3 : candidate.Likeness(label);
            var measure = Measure(blank, candidate.Slot);
            if (!blank.Bare || measure > 0)
                found.Add((candidate, likeness + measure));
        }

        return found.Count <= MostCandidates ? found : [.. found.OrderByDescending(candidate => candidate.Likeness).Take(MostCandidates)];
    }

    private double Measure(WrittenBlank blank, GroupSlot slot)
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

        return Measures.Shared.At(behind, 0, out _) is { } other && other.Class == slot.Class ? 0.05 : -0.3;
    }

    // 人次2. 党政…: the number of the next item is none of a measure word before it.
    private bool IsOfBlank(Quantity quantity) => written.Exists(blank => blank.From <= quantity.Number.Core && (quantity.Number.Core < blank.To || (quantity.Labelled && quantity.Number.Core == blank.To)));

    private bool IsOfBare(Quantity quantity) => written.Exists(blank => blank.Bare && blank.From <= quantity.Number.Core && quantity.Number.Core < blank.To);

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
