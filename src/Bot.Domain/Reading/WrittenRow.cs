namespace Bot.Domain.Reading;

/// <summary>A line of cells, and what is what among them: label, numbers, measure words, remarks.</summary>
internal sealed class WrittenRow
{
    private const int LongestNumber = 8;
    private readonly MarkedText text;
    private readonly FormLabels labels;
    private bool hasBox;

    /// <summary>Sorts the cells of a line.</summary>
    public WrittenRow(MarkedText text, FormLabels labels, (int From, int To) line, RowParting parting, List<(int From, int To)> cells)
    {
        (this.text, this.labels) = (text, labels);
        ((From, To), Parting) = (line, parting);
        Sort(cells);
    }

    /// <summary>Where its line begins.</summary>
    public int From { get; }

    /// <summary>Where its line ends.</summary>
    public int To { get; }

    /// <summary>What parts its cells.</summary>
    public RowParting Parting { get; }

    /// <summary>The label; null: there is none.</summary>
    public (int From, int To)? Label { get; private set; }

    /// <summary>The printed blanks the label may name; none: it is to be found by likeness.</summary>
    public List<FormBlank> Blanks { get; private set; } = [];

    /// <summary>Whether the values stand beside each other, one for each blank.</summary>
    public bool Beside { get; private set; }

    /// <summary>Whether what a figure counts stands above it.</summary>
    public bool HasOwnColumns { get; set; }

    /// <summary>Numbers, 是 and 否.</summary>
    public List<(int From, int To)> Values { get; } = [];

    /// <summary>Measure words alone in their cells.</summary>
    public List<(int From, int To)> Measures { get; } = [];

    /// <summary>What else stands behind the label.</summary>
    public List<(int From, int To)> Remarks { get; } = [];

    /// <summary>Whether it may be a row of a form.</summary>
    public bool IsRow()
    {
        var (values, measures) = (Values.Count, Measures.Count);
        if (hasBox)
            return false; // a box is found by its marks
        var wide = Parting is RowParting.Stroke or RowParting.Room;
        if (Label is null)
            return wide && values == 1 && measures == 1 && Remarks.Count == 0 && HasDigits(Values[0]);
        if (Beside)
            return wide && values == Blanks.Count && measures <= 1;
        if (!wide)
        {
            return Blanks.Count == 1 && values == 1 && Remarks.Count == 0 && HasDigits(Values[0])
                && (measures == 0 || (measures == 1 && Parting == RowParting.Blank && Measures[0].From < Values[0].From));
        }

        if (Blanks.Count > 0)
            return measures > 0 || values == 1;
        return values == 1 && measures <= 1 && HasDigits(Values[0]);
    }

    /// <summary>Whether a cell holds a number.</summary>
    public bool HasDigits((int From, int To) cell)
    {
        foreach (var c in Words(cell))
        {
            if (NumeralWords.Starts(c) || NumeralWords.Unit(c) > 0)
                return true;
        }

        return false;
    }

    // What is what among the cells. A number before the label counts the rows, words behind it are remarks.
    private void Sort(List<(int From, int To)> cells)
    {
        var last = -1; // the label
        for (var at = 0; at < cells.Count && (at == 0 || Values.Count + Measures.Count == 0); at++)
        {
            var words = Words(cells[at]);
            if (labels.Named(words) is { Count: > 0 } blanks && !(Blanks.Count > 0 && labels.IsMeasure(words)))
                (last, Blanks, Beside) = (at, blanks, false);
            else if (labels.Beside(words) is { Count: > 0 } beside)
                (last, Blanks, Beside) = (at, beside, true);
            else if (Blanks.Count == 0 && !labels.IsMeasure(words) && !IsValue(words) && words is not ("是" or "否"))
                last = at;
            else if (at > 0 && (labels.IsMeasure(words) || IsValue(words)))
                break;
        }

        if (last >= 0)
            Label = cells[last];
        foreach (var cell in cells.Skip(last + 1))
        {
            var words = Words(cell);
            if (labels.IsMeasure(words))
                Measures.Add(cell);
            else if (IsValue(words) || words is "是" or "否" || (Parting == RowParting.Stroke && Blanks.Count > 0 && FormBlanks.IsValue(words, out _)))
                Values.Add(cell);
            else
                Remarks.Add(cell);
            hasBox |= words.ContainsAny('√', '□');
        }
    }

    // A number alone; a telephone number is none.
    private static bool IsValue(ReadOnlySpan<char> words) => words.Length <= 2 * LongestNumber && FormBlanks.IsValue(words) && words.IndexOfAnyExceptInRange('0', '9') is var end && (end >= 0 || words.Length <= LongestNumber);

    private ReadOnlySpan<char> Words((int From, int To) cell) => text.Source.Text[cell.From..cell.To];
}
