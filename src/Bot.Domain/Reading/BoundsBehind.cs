namespace Bot.Domain.Reading;

/// <summary>What bounds a quantity from behind: 左右, 以上, 出头. The last word wins.</summary>
internal static class BoundsBehind
{
    private static readonly (string Word, Bound Bound)[] Words =
    [
        ("左右", Bound.About), ("上下", Bound.About), ("出头", Bound.Over), ("以上", Bound.Over), ("开外", Bound.Over), ("多一点", Bound.Over),
        ("不到", Bound.Under), ("以下", Bound.Under), ("以内", Bound.Under), ("之多", Bound.Exact), ("多点", Bound.Over), ("+", Bound.Over),
    ];

    private static readonly string Beginnings = string.Concat(Words.Select(pair => pair.Word[0]).Distinct());

    /// <summary>Reads the words behind a quantity; the end of what was read.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, ref Bound bound)
    {
        if (at >= text.Length || !Beginnings.Contains(text[at], StringComparison.Ordinal))
            return at;
        foreach (var (word, means) in Words)
        {
            if (!text[at..].StartsWith(word) || (word == "+" && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])))
                continue;
            bound = means == Bound.Exact ? bound : means;
            return at + word.Length;
        }

        return at;
    }
}
