using System.Globalization;
using Bot.Domain.Gathering;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Adapters.Documents;

/// <summary>
/// The used part of a workbook's first visible sheet, and of further ones with the same row of headings: other sheets
/// (分单位, 明细) tell the same figures another way. Formulas count as what they last came to.
/// </summary>
internal static class XlsxContent
{
    private const int MostRows = 2000;
    private const int MostColumns = 60;
    private const int HeadRows = 6;

    /// <summary>The sheets as tables; null: there is more than anybody reads.</summary>
    public static IReadOnlyList<DocumentBlock>? Read(Stream content)
    {
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        if (document.WorkbookPart is not { Workbook: { } workbook } book)
            return [];
        var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Words).ToList() ?? [];
        var blocks = new List<DocumentBlock>();
        HashSet<string> heads = [];
        foreach (var sheet in workbook.Descendants<Sheet>().Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible))
        {
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
                continue;
            var rows = Rows(part, sheet.Name?.Value ?? "表", shared);
            if (rows is null && blocks.Count == 0)
                return null;
            if (rows is not { Count: > 0 })
                continue;
            var own = rows.Take(HeadRows).Where(row => row.Count(cell => cell.Text.Length > 0) > 1).Select(row => string.Join('|', row.Select(cell => cell.Text))).ToHashSet(StringComparer.Ordinal);
            if (blocks.Count == 0)
                heads = own;
            else if (!own.Overlaps(heads))
                continue;
            blocks.Add(new DocumentBlock.Table(rows));
        }

        return blocks;
    }

    private static List<IReadOnlyList<DocumentCell>>? Rows(WorksheetPart part, string sheet, List<string> shared)
    {
        var grid = new SortedDictionary<int, SortedDictionary<int, string>>();
        var row = 0;
        foreach (var element in part.Worksheet?.Descendants<Row>() ?? [])
        {
            row = (int?)element.RowIndex?.Value ?? row + 1;
            var column = 0;
            foreach (var cell in element.Elements<Cell>())
            {
                column = Column(cell.CellReference?.Value) ?? column + 1;
                if (Value(cell, shared) is not { Length: > 0 } text)
                    continue;
                if (column > MostColumns)
                    return null;
                if (!grid.TryGetValue(row, out var cells))
                    grid.Add(row, cells = []);
                cells[column] = text;
            }

            if (grid.Count > MostRows)
                return null;
        }

        return Filled(grid, Merged(part, grid), sheet);
    }

    private static List<IReadOnlyList<DocumentCell>> Filled(
        SortedDictionary<int, SortedDictionary<int, string>> grid, Dictionary<(int Row, int Column), (int Row, int Column)> merged, string sheet)
    {
        var width = grid.Count == 0 ? 0 : grid.Values.Max(cells => cells.Keys.Max());
        return
        [
            .. grid.Select(row => (IReadOnlyList<DocumentCell>)
            [
                .. Enumerable.Range(1, width).Select(column =>
                {
                    var own = row.Value.GetValueOrDefault(column);
                    var from = merged.GetValueOrDefault((row.Key, column), (row.Key, column));
                    var text = own ?? grid.GetValueOrDefault(from.Item1)?.GetValueOrDefault(from.Item2) ?? string.Empty;
                    return new DocumentCell(text, FormattableString.Invariant($"{sheet}!{Letters(column)}{row.Key}"), own is null && text.Length > 0);
                }),
            ]),
        ];
    }

    // Each cell of a merged range leads to its first one; ranges that cover half the sheet are no form's.
    private static Dictionary<(int Row, int Column), (int Row, int Column)> Merged(WorksheetPart part, SortedDictionary<int, SortedDictionary<int, string>> grid)
    {
        var merged = new Dictionary<(int Row, int Column), (int Row, int Column)>();
        foreach (var range in part.Worksheet?.Descendants<MergeCell>().Take(MostRows) ?? [])
        {
            if (range.Reference?.Value?.Split(':') is not [var first, var last] || Place(first) is not var (top, left) || Place(last) is not var (bottom, right))
                continue;
            foreach (var row in grid.Keys.Where(row => row >= top && row <= bottom))
            {
                for (var column = left; column <= Math.Min(right, MostColumns); column++)
                    merged.TryAdd((row, column), (top, left));
            }
        }

        return merged;
    }

    private static string Value(Cell cell, List<string> shared)
    {
        if (cell.InlineString is { } inline)
            return inline.InnerText.Trim();
        if (cell.CellValue?.Text is not { Length: > 0 } raw)
            return string.Empty;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at].Trim() : string.Empty;
        if (type == CellValues.Error || type == CellValues.Boolean)
            return string.Empty;
        return type is null || type == CellValues.Number ? Number(raw) : raw.Trim();
    }

    // 120.0 and 1.2E2 are 120; what arithmetic left behind the sixth place is none of the figure.
    private static string Number(string raw) => decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? decimal.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture)
        : string.Empty;

    private static string Words(SharedStringItem item) => string.Concat(item.Descendants<Text>()
        .Where(text => text.Parent is not PhoneticRun && (text.Parent as Run)?.RunProperties?.GetFirstChild<VerticalTextAlignment>()?.Val?.Value != VerticalAlignmentRunValues.Superscript)
        .Select(text => text.Text));

    private static (int Row, int Column)? Place(string reference) =>
        Column(reference) is { } column && int.TryParse(reference.TrimStart([.. "$ABCDEFGHIJKLMNOPQRSTUVWXYZ"]).Replace("$", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, column) : null;

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? string.Empty)
        {
            if (c is >= 'A' and <= 'Z' && column < 100_000)
                column = column * 26 + (c - 'A' + 1);
            else if (c != '$')
                break;
        }

        return column == 0 ? null : column;
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
