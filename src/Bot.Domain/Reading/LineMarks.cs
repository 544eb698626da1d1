namespace Bot.Domain.Reading;

/// <summary>What people set before an item of a list: 1. ② （3） - ◆ ●.</summary>
internal static class LineMarks
{
    /// <summary>Where the words begin behind the marks at a position.</summary>
    public static int Behind(SourceText source, int from, int to)
    {
        var at = from;
        while (at < to && Is(source[at]))
            at++;
        return at;
    }

    /// <summary>Whether only marks part the position from the beginning of a line, or from a semicolon.</summary>
    public static bool Before(SourceText source, int at)
    {
        while (at > 0 && Is(source[at - 1]))
            at--;
        return at == 0 || source[at - 1] is '\n' or ';';
    }

    private static bool Is(char c) => char.IsAsciiDigit(c) || c is '.' or '、' or ' ' or '(' or ')' or '[' or '-' or '·' or '•' or '*' or '※' or (>= '①' and <= '⑳') or (>= '■' and <= '◿') or (>= '★' and <= '☆') or (>= '✅' and <= '➿');
}
