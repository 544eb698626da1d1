namespace Bot.Domain.Reading;

/// <summary>The cells of a line: parted by tabs or strokes, else by wide room, a colon, single blanks (folded positions).</summary>
internal static class RowCells
{
    private const int LongestNarrow = 80;

    /// <summary>The cells that hold anything, and by what they are parted.</summary>
    public static List<(int From, int To)> Of(ReadOnlySpan<char> text, int from, int to, out RowParting parting)
    {
        var line = text[from..to];
        parting = line.Contains('|') ? RowParting.Stroke : line.Trim().Contains("  ", StringComparison.Ordinal) ? RowParting.Room
            : line.Length > LongestNarrow ? RowParting.None : line.Count(':') == 1 ? RowParting.Colon : line.Trim().Contains(' ') ? RowParting.Blank : RowParting.None;
        var cells = new List<(int From, int To)>();
        if (parting == RowParting.None)
            return cells;
        var start = from;
        for (var at = from; at <= to; at++)
        {
            if (at < to && !Parts(text, at, to, parting))
                continue;
            Add(text, start, at, cells);
            start = at + 1;
        }

        return cells;
    }

    private static bool Parts(ReadOnlySpan<char> text, int at, int to, RowParting parting) => parting switch
    {
        RowParting.Stroke => text[at] == '|',
        RowParting.Room => text[at] == ' ' && ((at + 1 < to && text[at + 1] == ' ') || (at > 0 && text[at - 1] == ' ')),
        RowParting.Colon => text[at] == ':',
        _ => text[at] == ' ',
    };

    private static void Add(ReadOnlySpan<char> text, int from, int to, List<(int From, int To)> cells)
    {
        while (from < to && text[from] == ' ')
            from++;
        while (from < to && text[to - 1] == ' ')
            to--;
        if (from < to)
            cells.Add((from, to));
    }
}

/// <summary>By what the cells of a line are parted.</summary>
internal enum RowParting
{
    None, Stroke, Room, Colon, Blank,
}
