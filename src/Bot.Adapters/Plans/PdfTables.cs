using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Xml;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Plans;

/// <summary>
/// The ruled tables of a PDF, from the lines drawn on its pages (<c>pdftocairo</c>) and the places of its words. In the text
/// of a page a mark stands where a table stood.
/// </summary>
internal sealed class PdfTables
{
    /// <summary>What begins a line that stands for a table; no plan has it.</summary>
    public const char Mark = '\u0001';

    private const int MostPages = 60;
    private const string Drawing = "pdftocairo";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly List<PdfGrid> _grids = [];

    /// <summary>The pages' text, tables replaced by marks. Where the program that draws is missing, it comes back as it was.</summary>
    public async Task<string> TakeOutAsync(byte[] content, string text, string program, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var pages = text.Split('\f');
        for (var at = 0; at < Math.Min(pages.Length - 1, MostPages); at++)
        {
            try
            {
                pages[at] = await PageAsync(content, at + 1, program, either.Token) ?? pages[at];
            }
            catch (Win32Exception)
            {
                break;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                break; // Pages that are drawings take long; the rest keeps its plain text.
            }
            catch (XmlException)
            {
                // A page whose words XML cannot carry keeps its plain text.
            }
        }

        return string.Join('\f', pages);
    }

    /// <summary>The blocks: lines, and tables in place of their marks. A table that goes on on the next page is one.</summary>
    public IReadOnlyList<DocumentBlock> Blocks(IReadOnlyList<string> lines)
    {
        var blocks = new List<DocumentBlock>();
        var number = 0;
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] != Mark)
            {
                blocks.Add(new DocumentBlock.Paragraph(line));
                continue;
            }

            var rows = _grids[int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture)].Rows;
            var last = blocks.FindLastIndex(block => block is not DocumentBlock.Paragraph { Text: "" });
            if (last >= 0 && blocks[last] is DocumentBlock.Table table && table.Rows[^1].Count == rows[0].Count)
            {
                blocks.RemoveRange(last, blocks.Count - last);
                rows = Joined(table.Rows, rows);
                number--;
            }

            blocks.Add(new DocumentBlock.Table(Placed(rows, ++number)));
        }

        return blocks;
    }

    /// <summary>Null: the page has no table.</summary>
    private async Task<string?> PageAsync(byte[] content, int page, string program, CancellationToken cancellation)
    {
        string[] only = ["-f", PdfProgram.Number(page), "-l", PdfProgram.Number(page)];
        var drawing = await PdfProgram.RunAsync(Drawing, ["-svg", .. only], content, cancellation);
        if (drawing.Exit != 0 || drawing.Text.Length > PdfProgram.MostCharacters || PdfRules.Lines(drawing.Text) is not { Count: >= 5 } lines)
            return null;
        var words = await PdfProgram.RunAsync(program, ["-bbox", "-enc", "UTF-8", .. only], content, cancellation);
        var grids = PdfGrid.Of(lines, words.Exit == 0 ? PdfRules.Words(words.Text) : []).Where(grid => grid.Rows.Any(row => row.Any(cell => cell.Text.Length > 0))).ToList();
        if (grids.Count == 0)
            return null;
        var text = new StringBuilder();
        var top = 0.0;
        foreach (var grid in grids.Append(null))
        {
            var bottom = grid?.Top ?? 5000;
            if (bottom > top)
            {
                string[] part = ["-layout", "-enc", "UTF-8", .. only, "-x", "0", "-y", PdfProgram.Number((int)top), "-W", "5000", "-H", PdfProgram.Number(Math.Max(1, (int)(bottom - top)))];
                text.Append((await PdfProgram.RunAsync(program, part, content, cancellation)).Text.Replace("\f", "", StringComparison.Ordinal).TrimEnd()).Append('\n');
            }

            if (grid is null || grid.Bottom <= top)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"\n{Mark}{_grids.Count}\n\n");
            _grids.Add(grid);
            top = grid.Bottom;
        }

        return text.ToString();
    }

    /// <summary>A table's rows with those of the next page: headings printed again are dropped, a row cut in two is joined.</summary>
    private static List<IReadOnlyList<DocumentCell>> Joined(IReadOnlyList<IReadOnlyList<DocumentCell>> first, IReadOnlyList<IReadOnlyList<DocumentCell>> second)
    {
        var rest = second.SkipWhile((row, at) => at < first.Count && row.Select(cell => cell.Text).SequenceEqual(first[at].Select(cell => cell.Text))).ToList();
        var all = first.ToList();
        if (rest.Count > 0 && rest[0].Count > 1 && rest[0][0].Text.Length == 0 && first[^1][0].Text.Length > 0 && rest[0].Any(cell => cell.Text.Length > 0))
        {
            all[^1] = [.. first[^1].Zip(rest[0], (above, below) => above with { Text = above.Text + below.Text })];
            rest.RemoveAt(0);
        }

        return [.. all, .. rest];
    }

    private static List<IReadOnlyList<DocumentCell>> Placed(IReadOnlyList<IReadOnlyList<DocumentCell>> rows, int table) =>
        [.. rows.Select((row, at) => (IReadOnlyList<DocumentCell>)[.. row.Select((cell, column) => cell with { Place = FormattableString.Invariant($"表{table}第{at + 1}行第{column + 1}格") })])];
}
