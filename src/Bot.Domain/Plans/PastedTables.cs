using System.Text;

namespace Bot.Domain.Plans;

/// <summary>
/// Finds the tables in text copied from a page: rows with tabs between the cells, or every cell on a line of its own that
/// begins with a tab, rows parted by an empty line.
/// </summary>
internal static class PastedTables
{
    private static readonly string[] Behind = ["附件", "附表", "注:", "注：", "备注", "说明", "填表说明", "填报说明", "联系人", "主管", "审核"];

    /// <summary>Reads raw lines into lines and tables.</summary>
    public static void Read(List<string> raw, List<PlanPiece> pieces)
    {
        for (var at = 0; at < raw.Count;)
        {
            var end = IsCellLine(raw[at]) ? Stacked(raw, at, pieces) : IsRow(raw[at]) ? Rows(raw, at, pieces) : at;
            if (end > at)
            {
                at = end;
                continue;
            }

            var line = PlanLine.Of(raw[at].Replace('\t', ' '));
            if (!line.IsEmpty)
                pieces.Add(new PlanPiece(line, null));
            at++;
        }
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim(" \t\r\u3000\u00A0").IsEmpty;

    // A line that is one cell: a tab before it and no other.
    private static bool IsCellLine(string line) => line.Length > 0 && line[0] == '\t' && line.IndexOf('\t', 1) < 0;

    private static bool IsRow(string line) => line.Contains('\t', StringComparison.Ordinal) && line.AsSpan().Trim('\t').Length > 0 && (line[0] == '\t' || line.Trim(' ').IndexOf('\t', StringComparison.Ordinal) > 0);

    private static int Rows(List<string> raw, int at, List<PlanPiece> pieces)
    {
        var rows = new List<IReadOnlyList<PlanCell>>();
        var end = at;
        while (end < raw.Count && (raw[end].Contains('\t', StringComparison.Ordinal) || (IsBlank(raw[end]) && end + 1 < raw.Count && IsRow(raw[end + 1]))))
        {
            if (raw[end].Contains('\t', StringComparison.Ordinal))
                rows.Add([.. raw[end].TrimEnd('\r').Split('\t').Select(cell => PlanCell.Of(cell))]);
            end++;
        }

        if (rows.Count < 2)
            return at;
        Add(rows, pieces);
        return end;
    }

    private static int Stacked(List<string> raw, int at, List<PlanPiece> pieces)
    {
        var rows = new List<IReadOnlyList<PlanCell>>();
        var row = new List<PlanCell>();
        var cell = new StringBuilder();
        var (end, last, open) = (at, at, false);
        for (; end < raw.Count; end++)
        {
            var line = raw[end];
            if (IsBlank(line) && (line.Length == 0 || line[0] != '\t'))
                continue;
            if (line[0] == '\t')
            {
                if (open)
                    row.Add(new PlanCell(cell.ToString().Trim()));
                if (end > last + 1 && row.Count > 0)
                {
                    rows.Add(row);
                    row = [];
                }

                (open, last) = (true, end);
                cell.Clear().Append(line.AsSpan().Trim(" \t\r\u3000\u00A0"));
                continue;
            }

            if (Behind.Any(line.TrimStart().StartsWith))
                break;
            cell.Append('\n').Append(line.AsSpan().Trim(" \t\r\u3000\u00A0"));
            last = end;
        }

        row.Add(new PlanCell(cell.ToString().Trim()));
        rows.Add(row);
        Add(rows, pieces);
        return Math.Max(end, at + 1);
    }

    private static void Add(List<IReadOnlyList<PlanCell>> rows, List<PlanPiece> pieces) => pieces.Add(new PlanPiece(null, new PlanTable(rows)));
}
