using System.Text;

namespace Bot.Host.WebChat;

/// <summary>
/// Text as the page shows it: characters that steer a terminal, the direction of writing or nothing at all are shown
/// as what they are instead of acting. (Markup is encoded by the components, everywhere.)
/// </summary>
internal static class DisplayText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('\r'))
            return text;
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                continue;
            if (char.IsSurrogate(c))
                i += AppendSurrogate(shown, text, i);
            else
                shown.Append(Harmless(c));
        }
        return shown.ToString();
    }

    /// <summary>The same on one line, for names.</summary>
    public static string Line(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');

    private static int AppendSurrogate(StringBuilder shown, string text, int i)
    {
        if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
        {
            shown.Append(text, i, 2);
            return 1;
        }
        shown.Append(Replacement);
        return 0;
    }

    private static char Harmless(char c) => c switch
    {
        '\n' or '\t' => c,
        '\r' => '\n',
        < ' ' => (char)('\u2400' + c),
        '\u007F' => '\u2421',
        >= '\u0080' and <= '\u009F' => Replacement,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => Replacement,
        '\uFFFE' or '\uFFFF' => Replacement,
        _ => c,
    };
}
