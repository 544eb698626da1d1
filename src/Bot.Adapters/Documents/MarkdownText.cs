using System.Text;
using System.Text.RegularExpressions;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Documents;

/// <summary>
/// A text written in Markdown as lines and tables, without the marks. Underscores stay: in a plan or form they are blanks to be
/// filled in. Lines stay lines, as Chinese writers mean them.
/// </summary>
internal static partial class MarkdownText
{
    /// <summary>The blocks in order.</summary>
    public static IReadOnlyList<DocumentBlock> Read(string text)
    {
        var lines = Comment().Replace(text, "").ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<DocumentBlock>();
        var tables = 0;
        var fenced = false;
        for (var at = FrontMatter(lines); at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.AsSpan().TrimStart() is var bare && (bare.StartsWith("```") || bare.StartsWith("~~~")))
                fenced = !fenced;
            else if (fenced)
                blocks.Add(new DocumentBlock.Paragraph(line));
            else if (at + 1 < lines.Length && line.Contains('|', StringComparison.Ordinal) && lines[at + 1].Contains('|', StringComparison.Ordinal) && Ruler().IsMatch(lines[at + 1]))
                blocks.Add(Table(lines, ref at, ++tables));
            else if (!Rule().IsMatch(line))
                blocks.AddRange(Plain(line).Split('\n').Select(part => new DocumentBlock.Paragraph(part)));
        }

        return blocks;
    }

    /// <summary>Where the text begins: behind settings between two lines of dashes.</summary>
    private static int FrontMatter(string[] lines)
    {
        if (lines[0].TrimEnd() != "---")
            return 0;
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        return end > 0 && lines[1..end].All(line => line.Length == 0 || line.Contains(':', StringComparison.Ordinal) || char.IsWhiteSpace(line[0]) || line[0] is '-' or '#') ? end + 1 : 0;
    }

    private static DocumentBlock.Table Table(string[] lines, ref int at, int number)
    {
        var rows = new List<IReadOnlyList<DocumentCell>> { Row(lines[at], number, 1) };
        at += 2;
        for (; at < lines.Length && lines[at].Contains('|', StringComparison.Ordinal); at++)
            rows.Add(Row(lines[at], number, rows.Count + 1));
        at--;
        return new DocumentBlock.Table(rows);
    }

    private static List<DocumentCell> Row(string line, int table, int row)
    {
        var inner = line.Trim();
        inner = inner.StartsWith('|') ? inner[1..] : inner;
        if (inner.EndsWith('|') && !inner.EndsWith(@"\|", StringComparison.Ordinal))
            inner = inner[..^1];
        return [.. Bar().Split(inner).Select((cell, at) =>
            new DocumentCell(Plain(cell.Trim()), FormattableString.Invariant($"表{table}第{row}行第{at + 1}格")))];
    }

    private static string Plain(string line)
    {
        var text = Lead().Replace(line, "");
        text = Break().Replace(text, "\n");
        text = Picture().Replace(text, "");
        text = Link().Replace(text, "${words}");
        text = Strong().Replace(text, "${words}");
        text = Emphasis().Replace(text, "${words}");
        text = text.Replace("`", "", StringComparison.Ordinal);
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]) && char.IsPunctuation(text[i + 1]) | char.IsSymbol(text[i + 1]))
                i++;
            plain.Append(text[i]);
        }

        return plain.ToString().TrimEnd(' ', '\\');
    }

    [GeneratedRegex(@"<!--.*?(-->|\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ {0,3}\|? *:?-+:? *(\| *:?-+:? *)*\|? *$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ruler();

    [GeneratedRegex(@"^ {0,3}((\* *){3,}|(- *){3,}|(_ +_ +_[ _]*)|=+) *$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    // Quotation marks, then a heading's or a list item's mark.
    [GeneratedRegex(@"^([ \t]*>)*([ \t]*#{1,6}[ \t]+|[ \t]*[-*+][ \t]+(\[[ xX]\][ \t]+)?)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"<br */?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Break();

    [GeneratedRegex(@"!\[[^\]\[]*\]\([^()]*\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[(?<words>[^\]\[]*)\]\([^()]*\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?<words>[^*]+)\*\*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\*(?<words>[^* ][^*]*)\*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Bar();
}
