namespace Bot.Domain.Plans;

/// <summary>Parts folded text into sentences: at 。！？; and ; outside brackets and book titles.</summary>
internal static class Sentences
{
    /// <summary>The sentences of a line, in order, without their stops.</summary>
    public static IEnumerable<string> Of(string words)
    {
        var (from, inside) = (0, 0);
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] is '(' or '《' or '“')
                inside++;
            else if (words[at] is ')' or '》' or '”')
                inside = Math.Max(0, inside - 1);
            else if (words[at] is '。' or '!' or '?' or ';' && inside == 0)
            {
                if (at > from)
                    yield return words[from..at];
                from = at + 1;
            }
        }

        if (from < words.Length)
            yield return words[from..];
    }
}
