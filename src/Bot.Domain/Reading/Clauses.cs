namespace Bot.Domain.Reading;

/// <summary>Cuts a message into lines, sentences and clauses.</summary>
internal static class Clauses
{
    // Nobody writes longer ones; text that does is cut, so that work within a clause or sentence stays bounded.
    private const int LongClause = 240;
    private const int LongSentence = 2000;

    // Every other character ends nothing, nor does it begin or end a title.
    private static readonly bool[] Signs = AllSigns("\n。!?;…，,() 《》“”");

    /// <summary>All clauses in the order of the text, into an empty list; brackets are clauses of their own.</summary>
    public static void Split(ReadOnlySpan<char> text, List<Clause> clauses, Reused<Clause> spare)
    {
        var (from, sentence, line, depth) = (0, 0, 0, 0);
        var (title, begun) = (false, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && at - from < LongClause && !Signs[text[at]])
                continue;
            var cut = at == text.Length ? Cut.Line : CutAt(text, at);
            title = cut != Cut.Line && at < text.Length && (text[at] is '《' or '“' || (title && text[at] is not ('》' or '”')));
            cut = title && cut == Cut.Clause && text[at] == ' ' ? Cut.None : cut;
            if (cut == Cut.None && at - from >= LongClause && (text[at] == '、' || at - from >= 2 * LongClause))
                cut = Cut.Clause;
            if (cut == Cut.None)
                continue;
            if (!text[from..at].IsWhiteSpace())
                clauses.Add(spare.Next().Begin(clauses.Count, from, at, sentence, line, depth));
            from = at + 1;
            if (cut == Cut.Line)
                (line, depth) = (line + 1, 0);
            if (cut is Cut.Line or Cut.Sentence && depth == 0 || at - begun > LongSentence)
                (sentence, begun) = (sentence + 1, at);
            depth = cut switch { Cut.Open => depth + 1, Cut.Close => Math.Max(0, depth - 1), _ => depth };
        }
    }

    private static bool[] AllSigns(string signs)
    {
        var all = new bool[char.MaxValue + 1];
        foreach (var sign in signs)
            all[sign] = true;
        return all;
    }

    private enum Cut
    {
        None, Clause, Sentence, Line, Open, Close,
    }

    private static Cut CutAt(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '\n' => Cut.Line,
        '。' or '!' or '?' or ';' or '…' => Cut.Sentence,
        '，' => Cut.Clause,
        ',' => IsBetweenDigits(text, at) ? Cut.None : Cut.Clause,
        '(' when !IsShortAddition(text, at) => Cut.Open,
        ')' when !EndsShortAddition(text, at) => Cut.Close,
        ' ' => IsPause(text, at) ? Cut.Clause : Cut.None,
        _ => Cut.None,
    };

    private static bool IsBetweenDigits(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    // 条(幅), 人(次): part of a measure word.
    private static bool IsShortAddition(ReadOnlySpan<char> text, int at) => at + 2 < text.Length && text[at + 2] == ')' && !char.IsAsciiDigit(text[at + 1]);

    private static bool EndsShortAddition(ReadOnlySpan<char> text, int at) => at >= 2 && text[at - 2] == '(' && !char.IsAsciiDigit(text[at - 1]);

    // In hasty writing a blank is a comma; next to a figure it is only a blank.
    private static bool IsPause(ReadOnlySpan<char> text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (!char.IsLetter(next))
            return false; // of several blanks only the last is asked what stands before them
        var from = at;
        while (from > 0 && text[from - 1] == ' ')
            from--;
        var before = from > 0 ? text[from - 1] : ' ';
        return char.IsLetter(before) || before is '”' or '》' or ')' or ']';
    }
}
