namespace Bot.Adapters.Telegram;

/// <summary>A stretch of a text that names a person.</summary>
/// <param name="At">Where, in UTF-16 units.</param>
/// <param name="Length">How long, in UTF-16 units.</param>
/// <param name="User">Whom, by their id.</param>
internal readonly record struct TelegramMention(int At, int Length, long User);

/// <summary>A part of a text that fits into one message.</summary>
internal sealed record TelegramText(string Text, IReadOnlyList<TelegramMention> Mentions)
{
    /// <summary>The longest message, in UTF-16 units (Telegram counts characters, of which there are never more).</summary>
    public const int Longest = 4096;

    /// <summary>The longest text beside a file.</summary>
    public const int LongestCaption = 1024;

    /// <summary>
    /// Splits at line ends; a line that is too long itself, wherever neither a character nor a mention is cut. Nothing is lost but
    /// the line ends between parts.
    /// </summary>
    public static IReadOnlyList<TelegramText> Split(string text, IReadOnlyList<TelegramMention> mentions, int longest = Longest)
    {
        var parts = new List<TelegramText>();
        var from = 0;
        while (from < text.Length)
        {
            var to = text.Length - from <= longest ? text.Length : Cut(text, mentions, from, longest);
            Add(parts, text, mentions, from, to);
            from = to;
            while (from < text.Length && text[from] is '\n' or '\r') from++;
        }

        return parts;
    }

    private static void Add(List<TelegramText> parts, string text, IReadOnlyList<TelegramMention> mentions, int from, int to)
    {
        // A message of blanks alone is refused.
        if (text.AsSpan(from, to - from).IsWhiteSpace()) return;
        parts.Add(new TelegramText(text[from..to], [.. mentions.Where(m => m.At >= from && m.At + m.Length <= to).Select(m => m with { At = m.At - from })]));
    }

    private static int Cut(string text, IReadOnlyList<TelegramMention> mentions, int from, int longest)
    {
        var line = text.LastIndexOf('\n', from + longest, longest);
        if (line > from) return line;
        var cut = from + longest;
        if (char.IsLowSurrogate(text[cut])) cut--;
        foreach (var mention in mentions)
        {
            if (mention.At > from && mention.At < cut && mention.At + mention.Length > cut) cut = mention.At;
        }

        return cut;
    }
}
