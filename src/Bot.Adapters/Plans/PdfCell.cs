using System.Text;

namespace Bot.Adapters.Plans;

/// <summary>The words of a cell of a printed table as text: lines that ran on are joined, blanks within brackets are kept.</summary>
internal static class PdfCell
{
    private const string Opening = "（(〔[【";
    private const string Closing = "）)〕]】";

    /// <summary>The text.</summary>
    /// <param name="words">The cell's words.</param>
    /// <param name="right">The cell's right edge.</param>
    public static string Text(IReadOnlyList<PdfBox> words, double right)
    {
        var text = new StringBuilder();
        var full = false;
        foreach (var line in Lines(words))
        {
            var size = line[0].Bottom - line[0].Top;
            if (text.Length > 0)
            {
                if (!full)
                    text.Append('\n');
                else if (Opening.Contains(text[^1], StringComparison.Ordinal) && Closing.Contains(line[0].Words[0], StringComparison.Ordinal))
                    text.Append("  ");
            }

            for (var at = 0; at < line.Count; at++)
            {
                if (at > 0)
                    text.Append(Between(line[at - 1], line[at], size));
                text.Append(line[at].Words);
            }

            // A line that leaves no room for two more characters ran on.
            full = right - line[^1].Right < 2 * size;
        }

        return text.ToString();
    }

    private static IEnumerable<List<PdfBox>> Lines(IReadOnlyList<PdfBox> words)
    {
        var line = new List<PdfBox>();
        foreach (var word in words.Where(word => word.Words.Length > 0).OrderBy(word => word.Y))
        {
            if (line.Count > 0 && word.Y - line[^1].Y > (word.Bottom - word.Top) * 0.45)
            {
                yield return [.. line.OrderBy(part => part.Left)];
                line.Clear();
            }

            line.Add(word);
        }

        if (line.Count > 0)
            yield return [.. line.OrderBy(part => part.Left)];
    }

    /// <summary>What a gap stands for: a blank within brackets, the space between words of letters, a wide gap; else only the setting's own.</summary>
    private static string Between(PdfBox left, PdfBox right, double size)
    {
        var (before, after) = (left.Words[^1], right.Words[0]);
        var gap = right.Left - left.Right;
        if (Opening.Contains(before, StringComparison.Ordinal) && Closing.Contains(after, StringComparison.Ordinal))
            return "  ";
        if (gap > 2 * size)
            return "   ";
        return char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after) ? " " : "";
    }
}
