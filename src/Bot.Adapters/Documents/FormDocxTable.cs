using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>The ruled table of a form with its blanks filled.</summary>
internal sealed class FormDocxTable(Rollup rollup, FormDocxOptions options)
{
    private readonly Dictionary<SlotId, Slot> _slots = rollup.Form.Slots.ToDictionary(slot => slot.Id);
    private readonly IReadOnlyList<ColumnRole> _roles = ColumnRoles.Of(rollup.Form);

    /// <summary>The table; its headings are repeated on every page, and rows may break over pages.</summary>
    public Table Build(WordPage page)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = FormattableString.Invariant($"{page.Columns.Sum()}"), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
            new TableGrid(page.Columns.Select(width => new GridColumn { Width = FormattableString.Invariant($"{width}") })));
        table.Append(new TableRow(
            [new TableRowProperties(new TableHeader()), .. rollup.Form.Columns.Select((heading, at) => Cell(page.Columns[at], WordText.Paragraph(WordStyles.ColumnHead, heading)))]));
        var number = 0;
        foreach (var row in rollup.Form.Rows)
        {
            number++;
            table.Append(new TableRow(_roles.Select((role, at) => Cell(page.Columns[at], [.. Content(row, role, number)]))));
        }

        return table;
    }

    private IEnumerable<Paragraph> Content(FormRow row, ColumnRole role, int number) => role switch
    {
        ColumnRole.Number => [WordText.Paragraph(WordStyles.Name, FormattableString.Invariant($"{number}"))],
        ColumnRole.Name => [WordText.Paragraph(WordStyles.Name, row.Name)],
        ColumnRole.Requirement => [WordText.Paragraph(WordStyles.Text, row.Requirement ?? "")],
        ColumnRole.Lines => row.Lines.Select(Line),
        _ => [WordText.Paragraph(WordStyles.Text)],
    };

    private Paragraph Line(string line)
    {
        var paragraph = WordText.Paragraph(WordStyles.Text);
        foreach (var piece in FormPiece.Of(line))
        {
            if (piece.Slot is not { } id || !_slots.TryGetValue(id, out var slot))
            {
                paragraph.Append(WordText.Run(piece.Text));
                continue;
            }

            var cell = rollup[id];
            var text = FormCellText.Of(slot, rollup, options.Figures);
            if (slot.Aggregate == Aggregate.Any)
                paragraph.Append(FormCellText.Boxes(text).Select(part => part is FormCellText.Box or FormCellText.Ticked ? WordText.Box(part) : WordText.Run(part)));
            else
                paragraph.Append(WordText.Figure(text));
            if (options.Marks && FormMarks.Of(cell) is { Length: > 0 } raised)
                paragraph.Append(WordText.Raised(raised));
        }

        return paragraph;
    }

    private static TableCell Cell(int width, params Paragraph[] paragraphs) => new(
        [
            new TableCellProperties(
                new TableCellWidth { Width = FormattableString.Invariant($"{width}"), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            .. paragraphs,
        ]);

    private static TableBorders Borders()
    {
        static T Line<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
        return new TableBorders(
            Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }
}
