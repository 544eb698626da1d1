using System.Text;

namespace Bot.Domain.Plans;

/// <summary>Printed words as a campaign holds them: on one line, without the braces that stand for blanks.</summary>
internal static class PlainText
{
    /// <summary>The words; empty where nothing is left of them.</summary>
    public static string Of(string? printed)
    {
        if (printed is null)
            return "";
        var text = new StringBuilder(printed.Length);
        var gap = false;
        foreach (var c in printed)
        {
            if (c is '{' or '}')
                continue;
            if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
            {
                gap = true;
                continue;
            }

            // A line break within Chinese words parts nothing; between others it was a space.
            if (gap && text.Length > 0 && char.IsAscii(c) && char.IsAscii(text[^1]))
                text.Append(' ');
            gap = false;
            text.Append(c);
        }

        return text.ToString().Trim();
    }

    /// <summary>The words, or others where nothing is left of them.</summary>
    public static string Or(string? printed, string otherwise) => Of(printed) is { Length: > 0 } words ? words : otherwise;

    /// <summary>Those of several in which something is left.</summary>
    public static IReadOnlyList<string> All(IEnumerable<string> printed) => [.. printed.Select(Of).Where(words => words.Length > 0)];
}
