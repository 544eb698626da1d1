namespace Bot.Adapters.WeCom;

/// <summary>Takes the bot's own name out of what is said to it: <c>@月报助手 演练1场</c> is <c>演练1场</c>, wherever the name stands.</summary>
internal static class WeComAddress
{
    /// <summary>The text without the bot's name.</summary>
    /// <param name="text">As it was typed; the mention in it is plain text.</param>
    /// <param name="names">The bot's names; the longest that fits is taken.</param>
    /// <param name="isGroup">Whether it was said in a group, where nothing comes without the bot's name.</param>
    public static string Strip(string text, IReadOnlyList<string> names, bool isGroup)
    {
        var (rest, found) = (text, false);
        foreach (var name in names.Where(n => n.Length > 0).OrderByDescending(n => n.Length))
        {
            for (var at = rest.IndexOf("@" + name, StringComparison.Ordinal); at >= 0; at = rest.IndexOf("@" + name, at, StringComparison.Ordinal))
            {
                // @月报助手二号 is somebody else.
                var end = at + 1 + name.Length;
                if (end < rest.Length && !IsEnd(rest[end]))
                {
                    at = end;
                    continue;
                }

                (rest, found) = (Without(rest, at, end), true);
            }
        }

        if (!found && isGroup && rest.AsSpan().TrimStart() is ['@' or '＠', ..]) rest = WithoutFirst(rest.TrimStart());
        return rest.Trim();
    }

    // What a name that nobody told us looks like: from the first @ to the first blank.
    private static string WithoutFirst(string text)
    {
        var end = 1;
        while (end < text.Length && !IsBlank(text[end])) end++;
        return end == text.Length && text.Length > 1 ? "" : text[end..];
    }

    private static string Without(string text, int from, int to)
    {
        while (to < text.Length && IsBlank(text[to]) && text[to] != '\n') to++;
        return text[..from] + text[to..];
    }

    private static bool IsEnd(char c) => IsBlank(c) || char.IsPunctuation(c) || char.IsSymbol(c);

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u2005' or '\u00A0';
}
