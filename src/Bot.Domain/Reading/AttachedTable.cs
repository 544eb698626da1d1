using Bot.Domain.Gathering;

namespace Bot.Domain.Reading;

/// <summary>
/// Turns the rows of a table into lines of a form: cells with blanks line by line; 项目｜数量 as 项目（数量）; more columns of
/// figures as a drawn table.
/// </summary>
internal sealed class AttachedTable
{
    private const int HeadRows = 6;
    private static readonly string[] Figures = ["数", "数量", "数值", "数据", "填报数", "填报值", "填报内容", "完成数", "完成数量", "完成情况", "合计", "数字", "结果", "小计", "填写", "本单位填报"];
    private static readonly string[] Measured = ["单位", "计量单位", "单位词", "量词"];
    private static readonly string[] Unread = ["序号", "编号", "备注", "说明"];
    private readonly IReadOnlyList<IReadOnlyList<DocumentCell>> rows;
    private readonly List<TableLine> lines = [];
    private int figures = -1;
    private int measures = -1;
    private HashSet<int> unread = [];

    private AttachedTable(IReadOnlyList<IReadOnlyList<DocumentCell>> rows) => this.rows = rows;

    /// <summary>The lines of a table.</summary>
    public static List<TableLine> Lines(DocumentBlock.Table table)
    {
        var read = new AttachedTable(table.Rows);
        var at = read.Head();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (row != at)
                read.Row(table.Rows[row], row < at || at < 0 && row == 0);
        }

        return read.lines;
    }

    // The row of headings among the first ones that names a column of figures; the last such column counts only if alone.
    private int Head()
    {
        for (var row = 0; row < Math.Min(HeadRows, rows.Count); row++)
        {
            var heads = rows[row].Select(cell => cell.Merged ? string.Empty : Plain(cell.Text)).ToList();
            var found = heads.FindIndex(1, head => Figures.Contains(head, StringComparer.Ordinal));
            if (heads.Count < 2 || found < 0 || heads.Count(head => head.Length > 0) < 2 || heads.Exists(IsFigure))
                continue;
            figures = found;
            measures = heads.FindIndex(head => Measured.Contains(head, StringComparer.Ordinal));
            unread = [.. Enumerable.Range(0, heads.Count).Where(at => Unread.Contains(heads[at], StringComparer.Ordinal))];
            return row;
        }

        return -1;
    }

    private void Row(IReadOnlyList<DocumentCell> cells, bool heads)
    {
        if (cells.Where(cell => !cell.Merged && HasBlanks(cell.Text)).ToList() is { Count: > 0 } blanks)
        {
            foreach (var cell in blanks)
                AddLines(cell);
            return;
        }

        var told = cells.Where(cell => !cell.Merged && cell.Text.Trim().Length > 0).ToList();
        if (figures >= 0 && figures < cells.Count && !heads)
            Figure(cells, figures);
        else if (told.Count == 1)
            lines.Add(new TableLine(OneLine(told[0].Text), told[0].Place, Filled: false, Heads: heads));
        else if (told.Count > 1)
            Plain(cells, told);
    }

    private void AddLines(DocumentCell cell)
    {
        foreach (var line in cell.Text.Split('\n'))
        {
            if (line.Trim() is { Length: > 0 } words)
                lines.Add(new TableLine(words.Replace('\t', ' '), cell.Place, IsFilled(words), Heads: false));
        }
    }

    // Without headings that tell: one figure in the row is the row's; several stand in a drawn table.
    private void Plain(IReadOnlyList<DocumentCell> cells, List<DocumentCell> told)
    {
        var first = cells.Count > 1 && IsFigure(Plain(cells[0].Text)) ? 1 : 0;
        var numbers = Enumerable.Range(first, cells.Count - first).Where(at => IsFigure(Plain(cells[at].Text))).ToList();
        if (numbers.Count == 1 && numbers[0] > first)
            Figure(cells, numbers[0]);
        else
            lines.Add(new TableLine(string.Join('|', cells.Skip(first).Select(cell => OneLine(cell.Text).Replace('|', ' '))), told[0].Place, numbers.Count > 0, Heads: numbers.Count == 0));
    }

    private void Figure(IReadOnlyList<DocumentCell> cells, int at)
    {
        var value = Plain(cells[at].Text);
        var label = string.Join(' ', Enumerable.Range(0, at).Where(column => column != measures && !unread.Contains(column) && !IsFigure(Plain(cells[column].Text)))
            .Select(column => OneLine(cells[column].Text)).Where(words => words.Length > 0).Distinct(StringComparer.Ordinal));
        if (label.Length == 0)
            return;
        var measure = measures >= 0 && measures < cells.Count ? Plain(cells[measures].Text) : at + 1 < cells.Count && IsMeasure(Plain(cells[at + 1].Text)) ? Plain(cells[at + 1].Text) : string.Empty;
        if (measure.Length == 0)
            (label, measure) = Apart(label);
        if (IsBox(value, measure) is { } yes)
            lines.Add(new TableLine($"{label} {(yes ? "√是□否" : "□是√否")}", cells[at].Place, Filled: true, Heads: false));
        else if (IsFigure(value))
            lines.Add(new TableLine($"{label}（{value}）{measure}", cells[at].Place, IsNumber(value), Heads: false));
        else if (value.Length > 0)
            lines.Add(new TableLine($"{label}：{OneLine(cells[at].Text)}", cells[at].Place, IsFilled(cells[at].Text), Heads: false));
    }

    // 应急疏散演练（场）: the measure word in brackets behind the label.
    private static (string Label, string Measure) Apart(string label)
    {
        var open = label.LastIndexOfAny(['（', '(']);
        if (open < 1 || label[^1] is not ('）' or ')'))
            return (label, string.Empty);
        var inside = label[(open + 1)..^1].Replace("单位：", string.Empty, StringComparison.Ordinal);
        return IsMeasure(inside) ? (label[..open], inside) : (label, string.Empty);
    }

    private static bool? IsBox(string value, string measure) => value switch
    {
        "是" => true,
        "否" => false,
        "√" or "☑" or "✓" when !IsMeasure(measure) => true,
        _ when measure.StartsWith('答') && IsNumber(value) => value != "0",
        _ => null,
    };

    private static bool HasBlanks(string words) => FormBlanks.Find(SourceText.Fold(words).Text).Count > 0 || words.Contains('□', StringComparison.Ordinal);

    private static bool IsFilled(string words)
    {
        var folded = SourceText.Fold(words).Text;
        foreach (var blank in FormBlanks.Find(folded))
        {
            if (blank.Yes is not null || folded[blank.ValueFrom..blank.ValueTo].ToString().Any(c => NumeralWords.Starts(c) || NumeralWords.Unit(c) > 0))
                return true;
        }

        return false;
    }

    private static bool IsMeasure(string words)
    {
        var folded = SourceText.Fold(words).Text;
        return folded.Length > 0 && Measures.Shared.At(folded, 0, out var end) is not null && end == folded.Length;
    }

    private static bool IsFigure(string words) => words.Length > 0 && FormBlanks.IsValue(SourceText.Fold(words).Text);

    private static bool IsNumber(string words) => IsFigure(words) && words.Any(c => NumeralWords.Starts(SourceText.Fold(c.ToString())[0]));

    private static string Plain(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    private static string OneLine(string words) => words.Replace('\n', ' ').Replace('\t', ' ').Trim();
}

/// <summary>A line made of a table.</summary>
/// <param name="Text">The line.</param>
/// <param name="Place">The cell.</param>
/// <param name="Filled">Whether a figure stands in it.</param>
/// <param name="Heads">Whether it is a heading.</param>
internal sealed record TableLine(string Text, string Place, bool Filled, bool Heads);
