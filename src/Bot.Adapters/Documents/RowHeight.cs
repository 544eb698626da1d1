namespace Bot.Adapters.Documents;

/// <summary>How high a row must be for its wrapped text. Spreadsheet programs do not all work it out when they open a file.</summary>
internal static class RowHeight
{
    private const double Line = 15;
    private const double TitleLine = 24;
    private const int MostLines = 12;

    /// <summary>The height in points.</summary>
    /// <param name="cells">The row's cells.</param>
    /// <param name="widths">The columns' widths in characters.</param>
    public static double Of(IReadOnlyList<SheetCell> cells, IReadOnlyList<double> widths)
    {
        if (cells.Any(cell => cell.Style == CellStyle.Title))
            return TitleLine;
        var lines = cells.Select((cell, at) => cell is { Words: { } words, Style: not CellStyle.Plain } ? Lines(words, widths[at]) : 1).DefaultIfEmpty(1).Max();
        return Math.Min(lines, MostLines) * Line + 3;
    }

    private static int Lines(string words, double width)
    {
        // A Chinese character is as wide as two Latin ones; one is kept free, as the edges are.
        var room = Math.Max(2, (int)width - 1);
        var (lines, used) = (1, 0);
        foreach (var c in words)
        {
            var wide = c < '\u2000' ? 1 : 2;
            if (c != '\n' && used + wide <= room)
            {
                used += wide;
                continue;
            }

            lines++;
            used = c == '\n' ? 0 : wide;
        }

        return lines;
    }
}
