using Bot.Domain.Reading;

namespace Bot.Domain.Plans;

/// <summary>Reads a table with columns for quantities: every empty cell below such a heading, beside a printed item, is a blank.</summary>
internal sealed class FormColumns
{
    private static readonly string[] NotQuantities = ["备注", "说明", "序号", "佐证", "签字", "链接", "责任人", "联系", "电话", "时间", "日期", "时限", "措施", "姓名", "职务", "部位", "依据", "名称", "手机", "地址", "附件", "材料", "问题描述"];

    /// <summary>The headings.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>The printed items with their blanks.</summary>
    public required IReadOnlyList<ColumnLine> Lines { get; init; }

    /// <summary>Reads a table; null where no column is for quantities: an entry form, a ledger.</summary>
    public static FormColumns? Of(PlanTable table)
    {
        var heads = table.Rows.TakeWhile((row, nth) => nth == 0 || (nth == 1 && IsSecondHead(table.Rows[0], row))).ToList();
        var width = heads[0].Count;
        var headings = Enumerable.Range(0, width).Select(column => Heading(heads, column)).ToList();
        var body = table.Rows.Skip(heads.Count).Where(row => row.Any(cell => !cell.IsEmpty)).ToList();
        var measure = MeasureColumn(headings, body);
        // A question with its box behind it stands among the items only where the others have their measure words.
        if (measure < 0 && body.Any(row => row.Any(cell => IsAsked(cell.Text))))
            return null;
        var quantities = Enumerable.Range(0, width).Where(column => column != measure && IsQuantity(headings[column], column, body)).ToList();
        var items = Enumerable.Range(0, width).Where(column => column != measure && !quantities.Contains(column) && IsText(column, body) && !headings[column].Contains("备注", StringComparison.Ordinal) && (quantities.Count == 0 || column < quantities[0])).ToList();
        if (body.Count > 0 && quantities.Count > 0 && items.Count > 0)
            return new FormColumns { Headings = headings, Lines = [.. Items(headings, body, items, quantities, measure)] };
        return Single(headings, table.Rows.Skip(heads.Count).ToList());
    }

    private static IEnumerable<ColumnLine> Items(List<string> headings, List<IReadOnlyList<PlanCell>> body, List<int> items, List<int> quantities, int measure)
    {
        var (row, main) = ("", "");
        foreach (var cells in body)
        {
            var first = At(cells, items[0]);
            if (first.Length > 0 && items.Count > 1)
                row = first;
            var column0 = items.Skip(items.Count > 1 ? 1 : 0).LastOrDefault(column => At(cells, column).Length > 0, items[0]);
            var item = At(cells, column0).Length > 0 ? At(cells, column0) : row;
            if (item.Length == 0 || item is "合计" or "总计")
                continue;
            var boxed = Enumerable.Range(0, cells.Count).Any(column => At(cells, column) is var text && (IsBox(text) || IsAsked(text)))
                || (measure >= 0 && Folded(At(cells, measure)) is "是/否" or "是否");
            // 一、环境整治: a row without a measure heads the ones below.
            if (measure >= 0 && At(cells, measure).Length == 0 && !boxed)
            {
                row = item;
                continue;
            }

            var (phrase, inside) = Inside(Unboxed(item));
            if (Of(phrase, main, cells[column0].IsIndented) is { } below)
                phrase = below;
            else
                main = phrase;
            if (boxed)
            {
                yield return new ColumnLine(row, [new ColumnBlank(phrase, Campaigns.Slot.YesNo)]);
                continue;
            }

            var word = measure >= 0 && At(cells, measure).Length > 0 ? At(cells, measure) : inside ?? "";
            var blanks = quantities.Where(column => At(cells, column).Length == 0)
                .Select(column => new ColumnBlank(quantities.Count > 1 ? $"{phrase} · {Inside(headings[column]).Words}" : phrase, word.Length > 0 ? word : Inside(headings[column]).Measure ?? "个")).ToList();
            if (blanks.Count > 0)
                yield return new ColumnLine(row, blanks);
        }
    }

    // 其中：河道漂浮物, and 参加 set in: part of the item above.
    private static string? Of(string phrase, string main, bool indented)
    {
        var folded = Folded(phrase);
        if (main.Length == 0)
            return null;
        if (folded.StartsWith("其中", StringComparison.Ordinal))
            return $"{main} · 其中{phrase[2..].TrimStart(':', '：', ' ', '，', ',')}";
        return indented && FormPhrases.IsDependent(folded) ? $"{main} · {phrase}" : null;
    }

    /// <summary>Whether a cell holds a yes/no box and nothing else.</summary>
    public static bool IsBox(string text) => FormBlankScan.All(Folded(text)) is [{ IsBox: true, From: 0 }];

    /// <summary>Whether a cell holds a question and behind it a yes/no box: 是否建站 □是 □否.</summary>
    public static bool IsAsked(string text) => Folded(text) is var words && FormBlankScan.All(words) is [{ IsBox: true, From: > 0 } box] && box.To == words.Length;

    private static string Unboxed(string text) =>
        IsAsked(text) && PlanLine.Of(text) is var line ? line.Printed(0, FormBlankScan.All(line.Words)[0].From).Trim(' ', '\u3000', ':', '：') : text;

    // 检查企业（家） | 发现隐患（条）: one row of figures under headings that carry their measures.
    private static FormColumns? Single(List<string> headings, List<IReadOnlyList<PlanCell>> body)
    {
        if (body.Count != 1 || headings.Count(heading => Inside(heading).Measure is not null) < 2)
            return null;
        var blanks = headings.Select(Inside).Where(heading => heading.Measure is not null).Select(heading => new ColumnBlank(heading.Words, heading.Measure!)).ToList();
        return new FormColumns { Headings = headings, Lines = [new ColumnLine("", blanks)] };
    }

    // 演练（场): a measure word in brackets behind the words.
    internal static (string Words, string? Measure) Inside(string text)
    {
        var dot = text.IndexOf(" · ", StringComparison.Ordinal);
        if (dot > 0)
        {
            // 检查场所（家次） · 本月
            var (upper, measure) = Inside(text[..dot]);
            var (lower, own) = Inside(text[(dot + 3)..]);
            return ($"{upper} · {lower}", own ?? measure);
        }

        var line = PlanLine.Of(text);
        var open = line.Words.LastIndexOf('(');
        if (open <= 0 || !line.Words.EndsWith(')'))
            return (text, null);
        var inside = line.Words[(open + 1)..^1].Replace("单位:", "", StringComparison.Ordinal);
        return IsMeasure(inside) ? (line.Printed(0, open).Trim(), inside) : (text, null);
    }

    private static bool IsMeasure(string words) => words.Length is > 0 and <= 4
        && ((Measures.Shared.At(words, 0, out var end) is not null && end == words.Length) || words is "万元" or "条/份" or "场/次" or "次/人" or "%" || (words.Contains('/', StringComparison.Ordinal) && words.Split('/').All(IsMeasure)));

    private static string Folded(string text) => PlanLine.Of(text).Words;

    private static int MeasureColumn(List<string> headings, List<IReadOnlyList<PlanCell>> body)
    {
        for (var column = 0; column < headings.Count; column++)
        {
            var cells = body.Select(row => At(row, column)).Where(text => text.Length > 0 && text is not ("—" or "-" or "/") && !IsBox(text)).ToList();
            if (cells.Count > 0 && Folded(headings[column]).Contains("单位", StringComparison.Ordinal) && cells.TrueForAll(text => text.Length <= 4)
                && cells.Count(text => IsMeasure(Folded(text))) * 2 > cells.Count)
                return column;
        }

        return -1;
    }

    private static bool IsQuantity(string heading, int column, List<IReadOnlyList<PlanCell>> body) => heading.Length > 0 && !Array.Exists(NotQuantities, Folded(heading).Contains) && body.Count > 0
        && body.TrueForAll(row => At(row, column) is var text && (text is "" or "/" or "—" or "-" || IsBox(text)));

    private static bool IsText(int column, List<IReadOnlyList<PlanCell>> body) => body.Count(row => At(row, column).Length > 0) is var filled && filled > 0
        && !body.TrueForAll(row => At(row, column) is var text && (text.Length == 0 || (text.Length <= 3 && text.All(c => ChineseNumber.Holds(c) || c == '.'))));

    // A second row of headings below merged ones: 本月 / 累计.
    private static bool IsSecondHead(IReadOnlyList<PlanCell> first, IReadOnlyList<PlanCell> second) =>
        (first.Any(cell => cell.Merged) && second.Any(cell => cell.Merged) && second.All(cell => !cell.IsEmpty))
        || (first.Skip(1).Any(cell => cell.IsEmpty) && second.Count > 1 && second[0].IsEmpty && second.Skip(1).All(cell => !cell.IsEmpty));

    private static string Heading(List<IReadOnlyList<PlanCell>> heads, int column)
    {
        var above = column;
        // The second of two columns below one heading has none of its own above it.
        while (heads.Count > 1 && above > 0 && At(heads[0], above).Length == 0)
            above--;
        var upper = At(heads[0], above);
        var lower = heads.Count > 1 ? At(heads[1], column) : upper;
        return lower.Length == 0 || lower == upper ? upper : upper.Length == 0 ? lower : $"{upper} · {lower}";
    }

    private static string At(IReadOnlyList<PlanCell> row, int column) => column < row.Count ? string.Concat(row[column].Text.Split('\n').Select(line => line.Trim())) : "";
}

/// <summary>A printed item of a table of columns.</summary>
internal sealed record ColumnLine(string Row, IReadOnlyList<ColumnBlank> Cells);

/// <summary>A blank of a table of columns.</summary>
internal sealed record ColumnBlank(string Phrase, string Measure);
