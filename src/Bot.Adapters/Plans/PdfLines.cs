using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Adapters.Plans;

/// <summary>
/// Makes lines of a plan again from the lines of a printed page: page numbers are dropped, a sentence that ran on in the
/// next line or on the next page is joined, and the thin spaces a PDF shows between Chinese and digits are taken out.
/// </summary>
internal static partial class PdfLines
{
    /// <summary>How much of a full line may be missing at its end: three Chinese characters, as marks hang or are squeezed.</summary>
    private const int Ragged = 6;

    /// <summary>How far a paragraph's first line is set in, at least, in half characters.</summary>
    private const int Indent = 2;

    /// <summary>The lines.</summary>
    /// <param name="text">The layout in spaces, pages ended by <c>\f</c>.</param>
    public static IReadOnlyList<string> Read(string text)
    {
        var pages = text.Split('\f').Select(page => page.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList()).ToList();
        for (var number = 1; number <= pages.Count; number++)
            DropNumber(pages[number - 1], number);
        if (AreSpaced(pages))
            pages = [.. pages.Select(Closed)];
        var printed = pages.SelectMany(Measured).ToList();
        var full = Full(printed);
        var lines = new List<string>();
        Printed? last = null;
        foreach (var line in printed)
        {
            if (last is { } before && RunsOn(before, line, full))
                lines[^1] = Join(lines[^1], line.Text);
            else
                lines.Add(line.Text);
            last = line;
        }

        return [.. lines.Select(line => Thin().Replace(line, ""))];
    }

    /// <summary>Whether lines are set so far apart that empty ones come out between them: one behind most lines.</summary>
    private static bool AreSpaced(List<List<string>> pages)
    {
        var pairs = pages.SelectMany(page => page.Zip(page.Skip(1).Append(""), page.Skip(2).Append("").Append("")).Where(three => three.First.Length > 0)).ToList();
        return pairs.Count(three => three.Second.Length == 0 && three.Third.Length > 0) > pairs.Count(three => three.Second.Length > 0);
    }

    /// <summary>A page without the first empty line behind each line.</summary>
    private static List<string> Closed(List<string> page) => [.. page.Where((line, at) => line.Length > 0 || at == 0 || page[at - 1].Length == 0)];

    /// <summary>A page's lines with their place; empty lines at its end are none.</summary>
    private static IEnumerable<Printed> Measured(List<string> page)
    {
        var last = page.FindLastIndex(line => line.Length > 0);
        var first = page.FindIndex(line => line.Length > 0);
        var margin = page.Where(line => line.Length > 0).Select(Lead).DefaultIfEmpty(0).Min();
        for (var at = Math.Max(first, 0); at <= last; at++)
        {
            var bare = page[at].TrimStart();
            yield return new Printed(bare, Lead(page[at]) - margin, Lead(page[at]) - margin + bare.Sum(Width), bare.StartsWith(PdfTables.Mark) || Columns().IsMatch(bare));
        }
    }

    /// <summary>How far full lines reach: the furthest end that three lines come near to.</summary>
    private static int Full(List<Printed> lines)
    {
        var ends = lines.Where(line => !line.HasColumns && line.Text.Length > 0).Select(line => line.End).OrderDescending().ToList();
        var full = Enumerable.Range(0, Math.Max(0, ends.Count - 2)).FirstOrDefault(at => ends[at] - ends[at + 2] <= Ragged, -1);
        return full < 0 ? int.MaxValue : ends[full];
    }

    private static bool RunsOn(Printed before, Printed line, int full) =>
        !before.HasColumns && !line.HasColumns && line.Text.Length > 0 && before.Text.Length > 0
        && before.End >= full - Ragged
        && "。；：！？;:!?".IndexOf(before.Text[^1], StringComparison.Ordinal) < 0
        && line.Indent < Indent
        && !Heading().IsMatch(line.Text);

    private static string Join(string first, string second) =>
        first.Length > 0 && char.IsAsciiLetter(first[^1]) && char.IsAsciiLetter(second[0]) ? $"{first} {second}" : first + second;

    private static void DropNumber(List<string> page, int number)
    {
        foreach (var at in (int[])[page.FindIndex(line => line.Length > 0), page.FindLastIndex(line => line.Length > 0)])
        {
            // A lone figure may be a row's number; it is a page's only where it is this page's.
            if (at >= 0 && page[at].Trim() is var line
                && (PageNumber().IsMatch(line) || (int.TryParse(line, CultureInfo.InvariantCulture, out var alone) && (alone == number || alone == number - 1) && at > 0)))
            {
                page[at] = "";
            }
        }
    }

    private static int Lead(string line) => line.TakeWhile(char.IsWhiteSpace).Sum(Width);

    private static int Width(char c) => c >= '\u2E80' || c is >= '\u2014' and <= '\u2026' || char.IsHighSurrogate(c) ? 2 : 1;

    private readonly record struct Printed(string Text, int Indent, int End, bool HasColumns);

    [GeneratedRegex(@"^([—–―－-]+ *[0-9]{1,4} *[—–―－-]+|第 *[0-9]{1,4} *页( *[,，/]? *共 *[0-9]{1,4} *页)?|[0-9]{1,4} */ *[0-9]{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();

    // Three spaces within a line part columns, or a line's fields.
    [GeneratedRegex(@"[^ （(] {3,}[^ ）)]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^([一二三四五六七八九十]{1,3} *[、．.]|第[一二三四五六七八九十百]{1,4}[章条节]|[（(] *[一二三四五六七八九十0-9]{1,3} *[）)]|[0-9]{1,2} *[.．、] *([^0-9 ]|$)|[①-⑳]|附 *件|联 *系 *人)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF“”‘’—]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%.]) (?=[\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF“”‘’—])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Thin();
}
