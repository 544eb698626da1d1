namespace Bot.Domain.Reading;

/// <summary>
/// Reads a pasted form: the blanks found are aligned, all together, with the printed ones. Reordered, shortened and retyped
/// forms are read the same way, and forms whose brackets got lost.
/// </summary>
internal sealed class FormAlignment
{
    private const int FewestOfForm = 3;
    private const double OfForm = 0.75;
    private const double Own = 0.45;
    private readonly MarkedText text;
    private readonly FormText form;
    private readonly FormMatching matching;
    private readonly BareBlanks bareBlanks;
    private readonly BlankValues values;
    private readonly HashSet<int> lines = [];
    private readonly Dictionary<int, bool> printedLines = [];
    private readonly WrittenRows rows;
    private BlankPlaces written = BlankPlaces.None;
    private BlankPlaces bareAt = BlankPlaces.None;

    private FormAlignment(MarkedText text, FormText form)
    {
        this.text = text;
        this.form = form;
        matching = new FormMatching(text, form);
        bareBlanks = new BareBlanks(text, form, matching);
        values = new BlankValues(text);
        rows = WrittenRows.Of(text, form);
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

    /// <summary>Whether all that was filled in stands in rows.</summary>
    public bool IsOfRows => Filled.TrueForAll(figure => HoldsRow(text.ClauseAt(figure.From)));

    /// <summary>Whether the clause belongs to the pasted form.</summary>
    public bool Holds(Clause clause)
    {
        if (HoldsRow(clause))
            return true;
        if (lines.Contains(clause.Line))
            return text.QuantitiesIn(clause.From, clause.To).All(IsOfBlank) || text.QuantitiesIn(clause.From, clause.To).Any(IsOfBare);
        return Blanks >= FewestOfForm && !text.QuantitiesIn(clause.From, clause.To).Any() && IsPrinted(clause);
    }

    /// <summary>Whether the clause belongs to a row of a form that is printed as a table.</summary>
    public bool HoldsRow(Clause clause) => rows.Lines.Contains(clause.Line);

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
        Doubtful.AddRange(rows.Rest);
        if (rows.Blanks.Count > 0)
            blanks = [.. blanks.Where(blank => !HoldsRow(text.ClauseAt(blank.From))).Concat(rows.Blanks).OrderBy(blank => blank.From)];
        if (bareBlanks.WithBare(blanks) is not ({ } all, { } matches))
        {
            if (blanks.Count == 0)
                return;
            (all, matches) = (blanks, matching.Match(blanks)!);
        }

        written = BlankPlaces.Of(all);
        bareAt = BlankPlaces.Of(all.FindAll(static blank => blank.Bare));
        IsForeign = matching.OwnShare(all, matches) < Own && all.Exists(blank => values.Value(blank) is not null);
        for (var at = 0; at < matches.Count; at++)
        {
            if (OfRow(all[at], matches[at]) is { } match)
                Take(match, all[at]);
            else if (rows.Named.ContainsKey(all[at].From))
                Doubt(all[at]);
        }
    }

    // The label of a row names its blank, or those among which the others tell it.
    private FormMatch? OfRow(WrittenBlank blank, FormMatch? match)
    {
        if (!rows.Named.TryGetValue(blank.From, out var named) || named.Count == 0)
            return match;
        if (named.Count == 1)
            return new FormMatch(named[0], 1, Doubtful: blank.Yes is not null != (named[0].Slot.Role == SlotRole.YesNo) && values.Value(blank) is not null);
        return match is not null && named.Exists(known => known.Slot == match.Blank.Slot) ? match : null;
    }

    private void Doubt(WrittenBlank blank)
    {
        if (values.Value(blank) is { } number)
            Doubtful.Add((number.From, blank.To));
    }

    private void Take(FormMatch match, WrittenBlank blank)
    {
        Blanks++;
        lines.Add(text.ClauseAt(blank.From).Line);
        if (match.Doubtful)
        {
            Doubt(blank);
            return;
        }

        if (rows.Named.ContainsKey(blank.From) && Filled.Exists(known => known.Slot == match.Blank.Slot))
        {
            Doubt(blank); // a second row of the same label
            return;
        }

        Printed.Add(match.Blank.Slot);
        Fill(match.Blank.Slot, blank);
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

        if (values.Value(blank) is not { } number)
            return;
        if (number.Shape is NumeralShape.Range or NumeralShape.Vague)
        {
            Open.Add((slot, number.From, number.To));
        }
        else if (number.Shape == NumeralShape.Number)
        {
            var bound = number.Bound;
            BoundsBehind.Read(text.Source.Text[..blank.ValueTo], number.To, ref bound);
            Add(new Placed(slot, number.Value, values.BoundAround(blank, bound), Math.Max(number.From, blank.ValueFrom), number.To, "form"));
        }
    }

    private void Add(Placed figure)
    {
        if (!Filled.Exists(known => known.Slot == figure.Slot))
            Filled.Add(figure);
    }
}
