using System.Text;

namespace Bot.Adapters.WeCom;

/// <summary>Texts as WeCom takes them: limits count bytes of UTF-8, and Markdown must not find signs nobody meant.</summary>
internal static class WeComText
{
    /// <summary>The longest text of a robot or an application, in bytes; a little below what is allowed.</summary>
    public const int Longest = 2000;

    /// <summary>The longest Markdown of an AI bot, in bytes; a little below what is allowed.</summary>
    public const int LongestMarkdown = 20_000;

    /// <summary>Splits at line ends; a line that is too long itself, between characters. Nothing is lost but the line ends between parts.</summary>
    public static IReadOnlyList<string> Split(string text, int longest)
    {
        var parts = new List<string>();
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var end = Encoding.UTF8.GetByteCount(rest) <= longest ? rest.Length : Cut(rest, longest);
            if (!rest[..end].IsWhiteSpace()) parts.Add(rest[..end].ToString());
            rest = rest[end..].TrimStart('\n');
        }

        return parts;
    }

    /// <summary>The text as Markdown that shows it as it is: signs that would mean something become their full-width twins.</summary>
    public static string Markdown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var c in text) shown.Append(Twin(c, shown.Length == 0 || shown[^1] == '\n'));
        return shown.ToString();
    }

    /// <summary>The text with nothing in it that would call anybody: <c>&lt;@id&gt;</c> does so wherever it stands.</summary>
    public static string Quiet(string text) => text.Replace("<@", "＜@", StringComparison.Ordinal);

    private static char Twin(char c, bool isFirst) => c switch
    {
        '<' => '＜', '>' => '＞', '`' => '＇', '|' => '｜', '[' => '［', ']' => '］', '*' => '＊', '~' => '～', '#' when isFirst => '＃', _ => c,
    };

    private static int Cut(ReadOnlySpan<char> text, int longest)
    {
        var (end, bytes, line) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > longest) break;
            if (rune.Value == '\n') line = end;
            end += rune.Utf16SequenceLength;
        }

        return line > 0 ? line : end;
    }
}
