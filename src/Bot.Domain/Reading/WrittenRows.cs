namespace Bot.Domain.Reading;

/// <summary>
/// Finds the rows of a pasted form that is printed as a table: 开设安全课 | 节 | 28, the measure word before or behind the
/// number or left out. The label belongs whole to its blank, whatever measure words are in it.
/// </summary>
internal sealed class WrittenRows
{
    private const int FewestOfTable = 2;
    private const int LongestNumber = 8;
    private readonly MarkedText text;
    private readonly FormLabels labels;
    private readonly List<Row> waiting = [];
    private bool hasOwnColumns; // 项目 | 场次 | 人次: what a figure counts stands above it
    private int named;

    private WrittenRows(MarkedText text, FormLabels labels) => (this.text, this.labels) = (text, labels);

    /// <summary>The blanks of the rows in the order of the text.</summary>
    public List<WrittenBlank> Blanks { get; } = [];

    /// <summary>By where a blank begins, the printed ones its label may name; none: it is to be found by likeness.</summary>
    public Dictionary<int, List<FormBlank>> Named { get; } = [];

    /// <summary>Figures in rows that name no blank.</summary>
    public List<(int From, int To)> Rest { get; } = [];

    /// <summary>The lines that are rows or headings of the form.</summary>
    public HashSet<int> Lines { get; } = [];

    /// <summary>Finds the rows of a message.</summary>
    public static WrittenRows Of(MarkedText text, FormText form)
    {
        var rows = new WrittenRows(text, form.Labels);
        var words = text.Source.Text;
        for (var from = 0; from < words.Length;)
        {
            var length = words[from..].IndexOf('\n');
            var to = length < 0 ? words.Length : from + length;
            rows.Line(from, to);
            from = to + 1;
        }

        foreach (var row in rows.waiting)
            rows.Keep(row);
        rows.Blanks.Sort(static (a, b) => a.From.CompareTo(b.From));
        return rows;
    }

    private void Line(int from, int to)
    {
        var cells = RowCells.Of(text.Source.Text, from, to, out var parting);
        if (cells.Count == 0 || (cells.Count < 2 && parting != RowParting.Stroke))
            return;
        if (parting is RowParting.Stroke or RowParting.Room && cells.TrueForAll(cell => labels.IsHeading(Words(cell))))
        {
            hasOwnColumns = false;
            Lines.Add(text.ClauseAt(from).Line);
            return;
        }

        var row = new Row(from, to, parting);
        Sort(row, cells);
        if (parting == RowParting.Stroke && row.Values.Count == 0 && row.Measures.Count == 0 && row.Label is null)
            hasOwnColumns = cells.Skip(1).Any(cell => IsColumnOfFigures(Words(cell)));
        if (IsRow(row))
        {
            row.HasOwnColumns = hasOwnColumns;
            named += row.Blanks.Count > 0 ? 1 : 0;
            waiting.Add(row);
        }
    }

    private static bool IsColumnOfFigures(ReadOnlySpan<char> heading) => heading.Contains('人') || heading.Contains('场') || heading.EndsWith("数") || heading.EndsWith("次");

    // What is what among the cells. A number before the label counts the rows, words behind it are remarks.
    private void Sort(Row row, List<(int From, int To)> cells)
    {
        var last = -1; // the label
        for (var at = 0; at < cells.Count && (at == 0 || row.Values.Count + row.Measures.Count == 0); at++)
        {
            var words = Words(cells[at]);
            if (labels.Named(words) is { Count: > 0 } blanks && !(row.Blanks.Count > 0 && labels.IsMeasure(words)))
                (last, row.Blanks, row.Beside) = (at, blanks, false);
            else if (labels.Beside(words) is { Count: > 0 } beside)
                (last, row.Blanks, row.Beside) = (at, beside, true);
            else if (row.Blanks.Count == 0 && !labels.IsMeasure(words) && !IsValue(words) && words is not ("是" or "否"))
                last = at;
            else if (at > 0 && (labels.IsMeasure(words) || IsValue(words)))
                break;
        }

        if (last >= 0)
            row.Label = cells[last];
        foreach (var cell in cells.Skip(last + 1))
        {
            var words = Words(cell);
            if (labels.IsMeasure(words))
                row.Measures.Add(cell);
            else if (IsValue(words) || words is "是" or "否" || (row is { Parting: RowParting.Stroke, Blanks.Count: > 0 } && FormBlanks.IsValue(words, out _)))
                row.Values.Add(cell);
            else
                row.Remarks.Add(cell);
            row.HasBox |= words.ContainsAny('√', '□');
        }
    }

    private bool IsRow(Row row)
    {
        var (values, measures) = (row.Values.Count, row.Measures.Count);
        if (row.HasBox)
            return false; // a box is found by its marks
        var wide = row.Parting is RowParting.Stroke or RowParting.Room;
        if (row.Label is null)
            return wide && values == 1 && measures == 1 && row.Remarks.Count == 0 && HasDigits(row.Values[0]);
        if (row.Beside)
            return wide && values == row.Blanks.Count && measures <= 1;
        if (!wide)
        {
            return row.Blanks.Count == 1 && values == 1 && row.Remarks.Count == 0 && HasDigits(row.Values[0])
                && (measures == 0 || (measures == 1 && row.Parting == RowParting.Blank && row.Measures[0].From < row.Values[0].From));
        }

        if (row.Blanks.Count > 0)
            return measures > 0 || values == 1;
        return values == 1 && measures <= 1 && HasDigits(row.Values[0]);
    }

    private void Keep(Row row)
    {
        if (row.Measures.Count == 0 && row.Parting is RowParting.Stroke or RowParting.Room)
        {
            // Without a measure word a row is one only by its label, and by the heading that says what is counted.
            if (row.HasOwnColumns || (row.Blanks.Count == 0 && (named < FewestOfTable || row.Remarks.Count > 0)))
                return;
        }

        Lines.Add(text.ClauseAt(row.From).Line);
        foreach (var quantity in row.Remarks.SelectMany(cell => text.QuantitiesIn(cell.From, cell.To)))
            Rest.Add((quantity.From, quantity.To));
        if (row.Beside)
        {
            for (var at = 0; at < row.Values.Count; at++)
                Add(row, row.Values[at], [row.Blanks[at]]);
            return;
        }

        if (row.Label is null || row.Values.Count > 1 || row.Measures.Count > 1)
            Rest.AddRange(row.Values.Where(HasDigits));
        else
            Add(row, row.Values.Count == 1 ? row.Values[0] : (row.To, row.To), row.Blanks);
    }

    private void Add(Row row, (int From, int To) value, List<FormBlank> blanks)
    {
        bool? yes = Words(value) is "是" ? true : Words(value) is "否" ? false : null;
        var blank = new WrittenBlank(value.From, value.From, value.To, value.To, yes);
        (int From, int To)? beside = row.Beside ? null : row.Measures.Count == 1 ? row.Measures[0]
            : value.From < value.To && FormBlanks.IsValue(Words(value), out var inside) && inside >= 0 ? (value.From + inside, value.To) : null;
        if (beside is { } measure)
        {
            blank = blank with
            {
                From = Math.Min(value.From, measure.From), To = Math.Max(value.To, measure.To), MeasureFrom = measure.From, HasMeasure = true,
            };
            if (blanks.Count > 1 && blanks.FindAll(known => IsMeasureOf(Words(measure), known.Slot)) is { Count: > 0 } fitting)
                blanks = fitting;
        }

        Blanks.Add(blank);
        Named.TryAdd(blank.From, blanks);
    }

    private static bool IsMeasureOf(ReadOnlySpan<char> words, GroupSlot slot)
    {
        foreach (var measure in slot.Measures)
        {
            if (words.SequenceEqual(measure))
                return true;
        }

        return words.SequenceEqual(slot.Slot.Measure);
    }

    private bool HasDigits((int From, int To) cell)
    {
        foreach (var c in Words(cell))
        {
            if (NumeralWords.Starts(c) || NumeralWords.Unit(c) > 0)
                return true;
        }

        return false;
    }

    // A number alone; a telephone number is none.
    private static bool IsValue(ReadOnlySpan<char> words) => words.Length <= 2 * LongestNumber && FormBlanks.IsValue(words) && words.IndexOfAnyExceptInRange('0', '9') is var end && (end >= 0 || words.Length <= LongestNumber);

    private ReadOnlySpan<char> Words((int From, int To) cell) => text.Source.Text[cell.From..cell.To];

    private sealed class Row(int from, int to, RowParting parting)
    {
        public int From { get; } = from;

        public int To { get; } = to;

        public RowParting Parting { get; } = parting;

        public (int From, int To)? Label { get; set; }

        public List<FormBlank> Blanks { get; set; } = [];

        public bool Beside { get; set; }

        public bool HasBox { get; set; }

        public bool HasOwnColumns { get; set; }

        public List<(int From, int To)> Values { get; } = [];

        public List<(int From, int To)> Measures { get; } = [];

        public List<(int From, int To)> Remarks { get; } = [];
    }
}
