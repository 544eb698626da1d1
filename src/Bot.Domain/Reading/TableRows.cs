namespace Bot.Domain.Reading;

/// <summary>Reads rows of a copied or drawn table: 应急演练｜3｜205 under 项目｜场｜人次.</summary>
internal sealed class TableRows(MarkedText text, Predicate<Clause> isOfForm)
{
    private readonly HashSet<int> lines = [];

    /// <summary>Whether the clause belongs to a table.</summary>
    public bool Holds(Clause clause) => lines.Contains(clause.Line);

    /// <summary>The figures of all rows.</summary>
    public List<Placed> Read()
    {
        var placed = new List<Placed>();
        string[] header = [];
        var words = text.Source.Text;
        for (var from = 0; from < words.Length;)
        {
            var length = words[from..].IndexOf('\n');
            var to = length < 0 ? words.Length : from + length;
            if (words[from..to].Contains('|') && !isOfForm(text.ClauseAt(from)))
                ReadRow(from, to, ref header, placed);
            from = to + 1;
        }

        return placed;
    }

    private void ReadRow(int from, int to, ref string[] header, List<Placed> placed)
    {
        var cells = Cells(from, to);
        var numbers = cells.Skip(1).Select(cell => Number(cell.From, cell.To)).ToArray();
        if (numbers.All(number => number is null))
        {
            header = [.. cells.Select(cell => text.Source.Text[cell.From..cell.To].ToString())];
            return;
        }

        if (text.QuantitiesIn(cells[0].From, cells[0].To).Any(quantity => quantity.Measure.Length > 0 && !quantity.Labelled))
            return; // ★带头宣讲×1场｜34人: a list with strokes in it
        var clause = text.ClauseAt(from);
        var group = new Mentions(text).In(clause).FirstOrDefault(mention => mention.From < cells[0].To)?.Group ?? ByPieces(cells[0]);
        if (group is null)
            return;
        lines.Add(clause.Line);
        var column = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            var head = i + 1 < header.Length ? header[i + 1] : string.Empty;
            if (IsPartOfTotal(head, header))
                continue;
            if (numbers[i] is { } number && SlotOf(group, head, column) is { } slot && !placed.Exists(known => known.Slot == slot && known.From >= from))
                placed.Add(new Placed(slot, number.Value, number.Bound, number.From, number.To, "table"));
            column++;
        }
    }

    // 本周｜累计: where both stand, the total is what counts.
    private static bool IsPartOfTotal(string head, string[] header) =>
        !KindWords.Shared.Any("so-far-column", head) && KindWords.Shared.Any("period-column", head) && Array.Exists(header, other => KindWords.Shared.Any("so-far-column", other));

    private SlotGroup? ByPieces((int From, int To) cell) =>
        text.PieceHits(cell.From, cell.To).OrderByDescending(piece => piece.To - piece.From).Select(piece => piece.Group).FirstOrDefault();

    private static GroupSlot? SlotOf(SlotGroup group, string header, int column)
    {
        if (header.Contains('人'))
            return group.Attendance;
        var counted = group.Sessions ?? group.Slots.Find(slot => slot.Role == SlotRole.Count);
        if (header.Contains('场') || header.Contains("次数", StringComparison.Ordinal) || header.Contains("件数", StringComparison.Ordinal))
            return counted;
        return column == 0 ? counted ?? group.Attendance : column == 1 ? group.Attendance : null;
    }

    private List<(int From, int To)> Cells(int from, int to)
    {
        var cells = new List<(int From, int To)>();
        var start = from;
        for (var at = from; at <= to; at++)
        {
            if (at < to && text.Source[at] != '|')
                continue;
            if (at > start || cells.Count > 0)
                cells.Add((start, at));
            start = at + 1;
        }

        return cells;
    }

    private Numeral? Number(int from, int to)
    {
        var words = text.Source.Text[..to];
        while (from < to && words[from] == ' ')
            from++;
        if (from >= to || !NumeralWords.Starts(words[from]) || !Numerals.TryRead(words, from, out var number) || number.Shape != NumeralShape.Number)
            return null;
        var rest = words[number.To..].Trim();
        return rest.IsEmpty || Measures.Shared.At(words, number.To, out _) is not null ? number : null;
    }
}
