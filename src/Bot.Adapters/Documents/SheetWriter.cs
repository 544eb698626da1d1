using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Adapters.Documents;

/// <summary>Writes one worksheet row by row, never holding more than a row.</summary>
internal sealed class SheetWriter : IDisposable
{
    private const int MostColumnsOnAPage = 14;

    private readonly Stream _target;
    private readonly OpenXmlWriter _writer;
    private readonly IReadOnlyList<double> _widths;
    private readonly List<string> _merged = [];
    private uint _row;
    private string? _filter;

    /// <summary>Begins the sheet.</summary>
    /// <param name="target">Where it goes; closed with the sheet.</param>
    /// <param name="widths">The columns' widths in characters.</param>
    /// <param name="frozenRows">Rows that stay when scrolling down.</param>
    /// <param name="frozenColumns">Columns that stay when scrolling right.</param>
    public SheetWriter(Stream target, IReadOnlyList<double> widths, int frozenRows, int frozenColumns)
    {
        _target = target;
        _widths = widths;
        _writer = OpenXmlWriter.Create(target);
        _writer.WriteStartDocument(standalone: true);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = widths.Count <= MostColumnsOnAPage }));
        var pane = new Pane
        {
            TopLeftCell = Name(frozenRows + 1, frozenColumns + 1),
            ActivePane = frozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
            VerticalSplit = frozenRows,
            HorizontalSplit = frozenColumns > 0 ? frozenColumns : null,
        };
        _writer.WriteElement(new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }));
        _writer.WriteElement(new Columns(widths.Select((width, at) =>
            new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = width, CustomWidth = true })));
        _writer.WriteStartElement(new SheetData());
    }

    /// <summary>The next row.</summary>
    public void Row(params IEnumerable<SheetCell> cells) => Row([.. cells]);

    private void Row(IReadOnlyList<SheetCell> cells)
    {
        _row++;
        _writer.WriteStartElement(new Row { RowIndex = _row, Height = RowHeight.Of(cells, _widths), CustomHeight = true });
        var column = 0;
        foreach (var cell in cells)
        {
            column++;
            var element = new Cell { CellReference = Name((int)_row, column), StyleIndex = (uint)cell.Style };
            if (cell.Words is { } words)
            {
                element.DataType = CellValues.InlineString;
                element.InlineString = new InlineString(new Text(words) { Space = SpaceProcessingModeValues.Preserve });
            }
            else if (cell.Digits is { } digits)
            {
                element.CellValue = new CellValue(digits);
            }

            _writer.WriteElement(element);
        }

        _writer.WriteEndElement();
    }

    /// <summary>A row of headings.</summary>
    public void Head(params IEnumerable<string> headings) => Row(headings.Select(heading => SheetCell.Text(heading, CellStyle.Head)));

    /// <summary>Joins cells of the last row, columns counted from 1.</summary>
    public void Merge(int fromColumn, int toColumn)
    {
        if (toColumn > fromColumn)
            _merged.Add($"{Name((int)_row, fromColumn)}:{Name((int)_row, toColumn)}");
    }

    /// <summary>Gives the last row, a row of headings, its filter buttons.</summary>
    public void Filter(int columns) => _filter = $"{Name((int)_row, 1)}:{Name((int)_row, columns)}";

    /// <inheritdoc />
    public void Dispose()
    {
        _writer.WriteEndElement();
        if (_filter is not null)
            _writer.WriteElement(new AutoFilter { Reference = _filter });
        if (_merged.Count > 0)
            _writer.WriteElement(new MergeCells(_merged.Select(range => new MergeCell { Reference = range })));
        _writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        _writer.WriteEndElement();
        _writer.Dispose();
        _target.Dispose();
    }

    /// <summary><c>B3</c> for the third row's second column.</summary>
    private static string Name(int row, int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + (column - 1) % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
