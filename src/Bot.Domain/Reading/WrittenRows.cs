namespace Bot.Domain.Reading;

/// <summary>
/// Finds the rows of a pasted form that is printed as a table: 开设安全课 | 节 | 28, the measure word before or behind the
/// number or left out. The label belongs whole to its blank, whatever measure words are in it.
/// </summary>
internal sealed class WrittenRows
{
    private const int FewestOfTable = 2;
    private readonly MarkedText text;
    private readonly FormLabels labels;
    private readonly List<WrittenRow> waiting = [];
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

        var row = new WrittenRow(text, labels, (from, to), parting, cells);
        if (parting == RowParting.Stroke && row.Values.Count == 0 && row.Measures.Count == 0 && row.Label is null)
            hasOwnColumns = cells.Skip(1).Any(cell => IsColumnOfFigures(Words(cell)));
        if (row.IsRow())
        {
            row.HasOwnColumns = hasOwnColumns;
            named += row.Blanks.Count > 0 ? 1 : 0;
            waiting.Add(row);
        }
    }

    // 场次, 参加人数, 数量, 家, 检查企业(家)
    private bool IsColumnOfFigures(ReadOnlySpan<char> heading) =>
        heading.EndsWith("数") || heading.EndsWith("量") || heading.EndsWith("次") || labels.IsMeasure(heading) || labels.EndsWithMeasure(heading);

    private void Keep(WrittenRow row)
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
            Rest.AddRange(row.Values.Where(row.HasDigits));
        else
            Add(row, row.Values.Count == 1 ? row.Values[0] : (row.To, row.To), row.Blanks);
    }

    private void Add(WrittenRow row, (int From, int To) value, List<FormBlank> blanks)
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

    private ReadOnlySpan<char> Words((int From, int To) cell) => text.Source.Text[cell.From..cell.To];
}
