namespace Bot.Domain.Reading;

/// <summary>Reads rows of a copied or drawn table: 应急演练｜3｜205 under 项目｜场｜人次.</summary>
internal sealed class TableRows(MarkedText text)
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
            if (words[from..to].Contains('|'))
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

        var clause = text.ClauseAt(from);
        var group = new Mentions(text).In(clause).FirstOrDefault(mention => mention.From < cells[0].To)?.Group ?? ByPieces(cells[0]);
        if (group is null)
            return;
        lines.Add(clause.Line);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is { } number && SlotOf(group, i + 1 < header.Length ? header[i + 1] : string.Empty, i) is { } slot)
                placed.Add(new Placed(slot, number.Value, number.Bound, number.From, number.To, "table"));
        }
    }

    private SlotGroup? ByPieces((int From, int To) cell) =>
        text.PieceHits(cell.From, cell.To).OrderByDescending(piece => piece.To - piece.From).Select(piece => piece.Group).FirstOrDefault();

    private static GroupSlot? SlotOf(SlotGroup group, string header, int column)
    {
        if (header.Contains('人'))
            return group.Attendance;
        var counted = group.Sessions ?? group.Slots.Find(slot => slot.Role == SlotRole.Count);
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
