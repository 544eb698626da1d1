using System.Buffers;
using System.Text;
using Bot.Adapters.Documents;

namespace Bot.Adapters.Campaigns;

/// <summary>Writes texts as YAML values that <see cref="YamlTree"/> reads back as the same texts, plain where that is possible.</summary>
internal static class YamlText
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`=<~";
    private static readonly SearchValues<char> FlowMarks = SearchValues.Create(":,[]{}");
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <summary>A value in a line of its own, or behind a key or a dash.</summary>
    public static string Block(string text) => Write(Clean(text), IsPlainInBlock);

    /// <summary>A value within a short map or list, <c>{ … }</c> or <c>[ … ]</c>.</summary>
    public static string Flow(string text) => Write(Clean(text), text => IsPlainInBlock(text) && !text.AsSpan().ContainsAny(FlowMarks));

    /// <summary>A short list.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Flow))}]";

    /// <summary>One line without what no text file carries: line breaks become spaces, as the file's texts stand on one line.</summary>
    private static string Clean(string text) => DocumentText.Clean(text.ReplaceLineEndings(" ").Replace('\v', ' '));

    private static string Write(string text, Func<string, bool> isPlain)
    {
        if (isPlain(text))
            return text;
        return text.Any(IsSpecial) ? Escaped(text) : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlainInBlock(string text) =>
        text.Length > 0 && text == text.Trim() && !text.Any(IsSpecial)
        && !Indicators.Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal) && !text.EndsWith(':') && !text.Contains(" #", StringComparison.Ordinal)
        && !text.StartsWith("...", StringComparison.Ordinal)
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase)
        && !LooksLikeNumber(text);

    // Numbers, days and hours are texts here; quotes say so to every other program that reads the file.
    private static bool LooksLikeNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] is '+' or '.') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or ':');

    // What plain and single-quoted values would lose or what an editor would show as something else.
    private static bool IsSpecial(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF';

    private static string Escaped(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 8);
        foreach (var c in text)
        {
            if (IsSpecial(c))
                quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
