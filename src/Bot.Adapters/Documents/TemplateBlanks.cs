using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>Finds the blanks of a form in reading order.</summary>
internal sealed partial class TemplateBlanks
{
    private readonly List<TemplateBlank> _found = [];

    private TemplateBlanks() { }

    /// <summary>The blanks of paragraphs and tables.</summary>
    public static IReadOnlyList<TemplateBlank> Of(IEnumerable<OpenXmlElement> blocks)
    {
        var blanks = new TemplateBlanks();
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph)
                blanks.Add(new TemplateLine(paragraph));
            else if (block is Table table)
                blanks.Add(table);
        }

        return blanks._found;
    }

    private void Add(Table table)
    {
        var headings = new Dictionary<int, string>();
        var inHead = true;
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            var cells = Cells(row).ToList();
            var words = string.Concat(cells.Select(cell => Words(cell.Cell)));
            inHead = inHead && cells.All(cell => cell.Continues || Words(cell.Cell).Length > 0);
            var before = _found.Count;
            foreach (var (cell, column, continues) in cells.Where(cell => !cell.Continues))
            {
                if (Words(cell).Length > 0)
                {
                    foreach (var paragraph in Paragraphs(cell))
                        Add(new TemplateLine(paragraph));
                }
                else if (Paragraphs(cell).FirstOrDefault() is { } empty)
                {
                    var heading = headings.GetValueOrDefault(column) ?? "";
                    _found.Add(new TemplateBlank.Cell(empty, column, heading, words + heading));
                }
            }

            // Rows of headings come first and have neither blanks nor empty cells.
            inHead = inHead && _found.Count == before;
            foreach (var (cell, column, continues) in inHead ? cells : [])
            {
                for (var at = column; at < column + Span(cell); at++)
                    headings[at] = headings.GetValueOrDefault(at) + Words(cell);
            }
        }
    }

    private void Add(TemplateLine line)
    {
        var text = line.Text;
        var found = new List<(int At, TemplateBlank Blank)>();
        foreach (Match match in YesNo().Matches(text))
            found.Add((match.Index, new TemplateBlank.Boxes(line, match.Groups["yes"].Index, match.Groups["no"].Index, match.Index + match.Length)));
        foreach (Match match in Brackets().Matches(text))
            Add(found, line, match.Groups["inner"].Index, match.Groups["inner"].Index + match.Groups["inner"].Length, match.Index + match.Length);
        foreach (Match match in Underscores().Matches(text))
            Add(found, line, match.Index, match.Index + match.Length, match.Index + match.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && line.IsRuledSpace(end))
                end++;
            if (end - at > 1)
                Add(found, line, at, end, end);
            at = Math.Max(at, end - 1);
        }

        foreach (Match match in Gap().Matches(text))
            Add(found, line, match.Index, match.Index + match.Length, match.Index + match.Length);
        _found.AddRange(found.OrderBy(pair => pair.At).Select(pair => pair.Blank));
    }

    /// <summary>A stretch, unless it is a part of one that is known.</summary>
    private static void Add(List<(int At, TemplateBlank Blank)> found, TemplateLine line, int from, int to, int end)
    {
        var known = found.Any(pair => pair.Blank switch
        {
            TemplateBlank.Stretch stretch => from <= stretch.To && to >= stretch.From,
            TemplateBlank.Boxes boxes => from < boxes.End && to > pair.At,
            _ => false,
        });
        if (!known)
            found.Add((from, new TemplateBlank.Stretch(line, from, to, line.Text[end..].TrimStart())));
    }

    private static IEnumerable<(TableCell Cell, int Column, bool Continues)> Cells(TableRow row)
    {
        var column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            var merge = cell.TableCellProperties?.VerticalMerge;
            yield return (cell, column, merge is not null && (merge.Val is null || merge.Val.InnerText == "continue"));
            column += Span(cell);
        }
    }

    private static int Span(TableCell cell) => Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 64);

    private static IEnumerable<Paragraph> Paragraphs(TableCell cell) => cell.Descendants<Paragraph>().Where(paragraph =>
        paragraph.Ancestors<TableCell>().First() == cell && !paragraph.Ancestors<AlternateContentFallback>().Any());

    private static string Words(TableCell cell) => string.Concat(Paragraphs(cell).Select(paragraph => new TemplateLine(paragraph).Text))
        .Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"(?<yes>[□☐○▢])\s*[是有已][^□☐○▢。；]{0,4}?\s*(?<no>[□☐○▢])\s*[否无未不]|[是有]\s*(?<yes>[□☐○▢])\s*[/、]?\s*[否无]\s*(?<no>[□☐○▢])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"[（(〔\[【](?<inner>[ \u3000\u00A0\t_＿]*)[）)〕\]】]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[_＿]{2,}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Underscores();

    [GeneratedRegex(@"(?<=[^\s])([ \u00A0]{2,}|\u3000+)(?=[^\s])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gap();
}
