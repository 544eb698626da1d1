using Bot.Domain.Reading;

namespace Bot.Domain.Plans;

/// <summary>Finds the empty blanks of a printed form: （  ）, ____, 【  】, □是□否.</summary>
internal static class FormBlankScan
{
    /// <summary>Whether a folded line has a blank.</summary>
    public static bool HasBlank(string words) => All(words).Count > 0;

    /// <summary>The blanks of a folded line, in order.</summary>
    public static List<FormGap> All(string words)
    {
        var found = new List<FormGap>();
        for (var at = 0; at < words.Length; at++)
        {
            if (Box(words, at) is { } box)
                found.Add(box);
            else if (Bracket(words, at) is { } bracket)
                found.Add(bracket);
            else if (words[at] == '_')
                found.Add(new FormGap(at, Past(words, at, '_'), IsBox: false));
            else if (Space(words, at) is { } space)
                found.Add(space);
            else
                continue;
            at = found[^1].To - 1;
        }

        return found;
    }

    // 召开会议    次，: room left before a measure word that ends there.
    private static FormGap? Space(string words, int at)
    {
        if (words[at] != ' ' || at == 0 || !(char.IsLetterOrDigit(words[at - 1]) || words[at - 1] is '”' or '》' or ')'))
            return null;
        var end = Past(words, at, ' ');
        if (end - at < 2 || end >= words.Length || Measures.Shared.At(words, end, out var behind) is null)
            return null;
        while (behind < words.Length && words[behind] == '/')
            _ = Measures.Shared.At(words, behind + 1, out behind);
        return behind >= words.Length || !char.IsLetterOrDigit(words[behind]) ? new FormGap(at, end, IsBox: false) : null;
    }

    private static FormGap? Bracket(string words, int at)
    {
        if (words[at] is not ('(' or '['))
            return null;
        var end = at + 1;
        while (end < words.Length && words[end] is ' ' or '_')
            end++;
        return end < words.Length && words[end] is ')' or ']' ? new FormGap(at, end + 1, IsBox: false) : null;
    }

    // □是 □否, 是□ 否□, 是( )否( ).
    private static FormGap? Box(string words, int at)
    {
        var first = Choice(words, at, out var answer);
        if (first == 0 || answer != '是')
            return null;
        var next = first;
        while (next < words.Length && words[next] is ' ' or '/' or '、' or '，')
            next++;
        var second = Choice(words, next, out var other);
        return second > 0 && other == '否' ? new FormGap(at, second, IsBox: true) : null;
    }

    private static int Choice(string words, int at, out char answer)
    {
        answer = '\0';
        if (at >= words.Length)
            return 0;
        if (IsMark(words, at, out var behind))
        {
            while (behind < words.Length && words[behind] == ' ')
                behind++;
            if (behind < words.Length && words[behind] is '是' or '否')
            {
                answer = words[behind];
                return behind + 1;
            }
        }
        else if (words[at] is '是' or '否')
        {
            var mark = at + 1;
            while (mark < words.Length && words[mark] == ' ')
                mark++;
            if (mark < words.Length && IsMark(words, mark, out behind))
            {
                answer = words[at];
                return behind;
            }
        }

        return 0;
    }

    private static bool IsMark(string words, int at, out int behind)
    {
        behind = at + 1;
        if (words[at] == '□')
            return true;
        if (words[at] is not ('(' or '['))
            return false;
        while (behind < words.Length && words[behind] is ' ' or '□')
            behind++;
        return behind < words.Length && words[behind++] is ')' or ']';
    }

    private static int Past(string words, int at, char c)
    {
        while (at < words.Length && (words[at] == c || (words[at] == ' ' && at + 1 < words.Length && words[at + 1] == c)))
            at++;
        return at;
    }
}

/// <summary>A blank of a printed form (folded positions).</summary>
internal readonly record struct FormGap(int From, int To, bool IsBox);
