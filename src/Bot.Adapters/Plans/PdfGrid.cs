using Bot.Domain.Gathering;

namespace Bot.Adapters.Plans;

/// <summary>A ruled table of a printed page: where it stands, and its rows.</summary>
internal sealed record PdfGrid(double Top, double Bottom, IReadOnlyList<IReadOnlyList<DocumentCell>> Rows)
{
    /// <summary>How far lines may miss one another and still meet.</summary>
    private const double Slack = 2.5;

    private const int MostLines = 60;

    /// <summary>More lines than these are a drawing.</summary>
    private const int MostDrawn = 3000;

    /// <summary>How long a drawn blank is at least.</summary>
    private const double Blank = 10;

    /// <summary>The tables of a page from top to bottom; cells without a line between them are one.</summary>
    public static IReadOnlyList<PdfGrid> Of(IReadOnlyList<PdfBox> lines, IReadOnlyList<PdfBox> words)
    {
        if (lines.Count > MostDrawn)
            return [];
        var groups = Groups(lines);
        List<PdfBox> all = [.. words, .. groups.Where(group => group is [{ } line] && IsBlank(line, words)).Select(group => Underscores(group[0]))];
        return [.. groups.Select(group => Make(group, all)).OfType<PdfGrid>().OrderBy(grid => grid.Top)];
    }

    /// <summary>Whether a line that meets no other is one to write on: nothing stands on it.</summary>
    private static bool IsBlank(PdfBox line, IReadOnlyList<PdfBox> words) =>
        line.Right - line.Left >= Blank && line.Bottom - line.Top <= Slack
        && !words.Any(word => word.Top < line.Y && word.Bottom > line.Y - Blank && Math.Min(word.Right, line.Right) - Math.Max(word.Left, line.Left) > Slack);

    private static PdfBox Underscores(PdfBox line) => new(line.Left, line.Y - Blank, line.Right, line.Y, "____");

    /// <summary>Lines that meet one another, directly or through others.</summary>
    private static List<List<PdfBox>> Groups(IReadOnlyList<PdfBox> lines)
    {
        var groups = new List<List<PdfBox>>();
        foreach (var line in lines)
        {
            var met = groups.Where(group => group.Exists(other => Meet(line, other))).ToList();
            groups.RemoveAll(met.Contains);
            groups.Add([line, .. met.SelectMany(group => group)]);
        }

        return groups;
    }

    private static bool Meet(PdfBox a, PdfBox b) =>
        a.Left <= b.Right + Slack && b.Left <= a.Right + Slack && a.Top <= b.Bottom + Slack && b.Top <= a.Bottom + Slack;

    private static PdfGrid? Make(List<PdfBox> lines, IReadOnlyList<PdfBox> words)
    {
        var level = lines.Where(line => line.Right - line.Left > line.Bottom - line.Top).ToList();
        var upright = lines.Where(line => line.Right - line.Left <= line.Bottom - line.Top).ToList();
        var ys = Steps(level.Select(line => line.Y));
        var xs = Steps(upright.Select(line => line.X));
        // A frame alone is no table.
        if (ys.Count < 2 || xs.Count < 2 || ys.Count + xs.Count < 5 || ys.Count > MostLines * 4 || xs.Count > MostLines)
            return null;
        var (height, width) = (ys.Count - 1, xs.Count - 1);
        bool Right(int row, int column) => upright.Exists(line => Math.Abs(line.X - xs[column + 1]) <= Slack && Covers(line.Top, line.Bottom, ys[row], ys[row + 1]));
        bool Below(int row, int column) => level.Exists(line => Math.Abs(line.Y - ys[row + 1]) <= Slack && Covers(line.Left, line.Right, xs[column], xs[column + 1]));
        var owner = new (int Row, int Column)[height, width];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                owner[row, column] = column > 0 && !Right(row, column - 1) ? owner[row, column - 1]
                    : row > 0 && !Below(row - 1, column) ? owner[row - 1, column]
                    : (row, column);
            }
        }

        var held = words.Where(word => word.X > xs[0] && word.X < xs[^1] && word.Y > ys[0] && word.Y < ys[^1])
            .ToLookup(word => owner[Step(ys, word.Y), Step(xs, word.X)]);
        var rows = new List<IReadOnlyList<DocumentCell>>();
        for (var row = 0; row < height; row++)
        {
            var cells = new List<DocumentCell>();
            for (var column = 0; column < width; column++)
            {
                var own = owner[row, column];
                var end = Enumerable.Range(own.Column, width - own.Column).TakeWhile(at => owner[own.Row, at] == own).Last();
                cells.Add(new DocumentCell(PdfCell.Text([.. held[own]], xs[end + 1]), "", Merged: own != (row, column)));
            }

            rows.Add(cells);
        }

        return new PdfGrid(ys[0], ys[^1], rows);
    }

    private static bool Covers(double from, double to, double start, double end) => from <= start + ((end - start) * 0.3) && to >= end - ((end - start) * 0.3);

    /// <summary>The places of lines; those close together are one (double lines, bars on both sides of a page's edge).</summary>
    private static List<double> Steps(IEnumerable<double> places)
    {
        var steps = new List<double>();
        foreach (var place in places.Order())
        {
            if (steps.Count == 0 || place - steps[^1] > 2 * Slack)
                steps.Add(place);
        }

        return steps;
    }

    private static int Step(List<double> steps, double at) => Math.Clamp(steps.FindLastIndex(step => step <= at), 0, steps.Count - 2);
}
