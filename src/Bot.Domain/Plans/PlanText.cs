using Bot.Domain.Gathering;

namespace Bot.Domain.Plans;

/// <summary>A plan as a row of lines and tables, in the order of the document.</summary>
internal static class PlanText
{
    /// <summary>The pieces of a plan: a <see cref="PlanLine"/> that says something, or a <see cref="PlanTable"/>.</summary>
    public static List<PlanPiece> Of(IReadOnlyList<DocumentBlock> blocks)
    {
        var pieces = new List<PlanPiece>();
        var raw = new List<string>();
        foreach (var block in blocks)
        {
            if (block is DocumentBlock.Paragraph paragraph)
            {
                raw.AddRange(paragraph.Text.ReplaceLineEndings("\n").Split('\n'));
                continue;
            }

            PastedTables.Read(raw, pieces);
            raw.Clear();
            if (block is DocumentBlock.Table table)
                pieces.Add(new PlanPiece(null, new PlanTable([.. table.Rows.Select(row => (IReadOnlyList<PlanCell>)[.. row.Select(cell => PlanCell.Of(cell.Text, cell.Merged))])])));
        }

        PastedTables.Read(raw, pieces);
        return pieces;
    }
}

/// <summary>A line or a table.</summary>
internal readonly record struct PlanPiece(PlanLine? Line, PlanTable? Table);
