namespace Bot.Domain.Reading;

/// <summary>
/// Finds the salutation a message begins with (各位领导好, @张主任 您好, 大家下午好！辛苦了): who is addressed, and the greeting. It
/// tells nothing of what follows, with or without a comma behind it.
/// </summary>
internal static class Salutation
{
    private const int LongestAddress = 16;
    private const int LongestName = 6;
    private const int ShortName = 3;
    private const int MostParts = 5;
    private static readonly System.Buffers.SearchValues<char> Telling = System.Buffers.SearchValues.Create("好早安快愉苦打搅祥久"); // one of them is in every greeting
    private const string Marks = " \n~!，,。:;…";
    private const string Particles = "啊呀哈哦呢哟啦哇吖呐";
    private const string Joining = "、和及与,， ";
    private const string NoGreeting = "的评转人事几多像感做用在不玩说办使管奇吃看听处心"; // 好的, 好几, 好转: another word

    /// <summary>Where the salutation ends; 0 where there is none.</summary>
    public static int End(ReadOnlySpan<char> text)
    {
        var (end, at) = (0, Skip(text, 0, Marks));
        for (var part = 0; part < MostParts; part++)
        {
            var next = Greeting(text, at, end > 0);
            if (next < 0)
                next = Address(text, at, end > 0);
            if (next < 0)
                break;
            end = next;
            at = Skip(text, Skip(text, next, Particles), Marks);
        }

        return end;
    }

    // 各位领导下午好, 小李你好; a courtesy (辛苦了) only behind somebody addressed or another greeting.
    private static int Greeting(ReadOnlySpan<char> text, int at, bool begun)
    {
        if (text[at..Math.Min(text.Length, at + LongestAddress + 3)].IndexOfAny(Telling) < 0)
            return -1;
        for (var to = at; to < text.Length && to - at <= LongestAddress; to++)
        {
            var rest = text[to..];
            var who = text[at..to];
            if (Length("greeting", rest) is > 0 and var greeting && (IsAddressed(who) || IsName(who) && IsMark(text, Skip(text, to + greeting, Particles))))
                return to + greeting;
            if (Length("courtesy", rest) is > 0 and var courtesy && (who.IsEmpty ? begun : IsAddressed(who)))
                return to + courtesy;
            if (rest[0] is '好' or '早' && !who.IsEmpty && IsAddressed(who) && (IsMark(text, Skip(text, to + 1, Particles)) || (rest[0] == '好' && !NoGreeting.Contains(rest[1], StringComparison.Ordinal))))
                return to + 1;
            if (rest[0] is '。' or ':' or ';' or '\n' || char.IsAsciiDigit(rest[0]))
                break;
        }

        return -1;
    }

    // 各位领导：, 王主任、李科长，: only people one reports to, or behind a greeting; whom an office tells something is greeted otherwise.
    private static int Address(ReadOnlySpan<char> text, int at, bool told)
    {
        var to = at;
        while (to < text.Length && to - at <= LongestAddress)
        {
            if (Length("polite", text[to..]) is > 0 and var polite)
            {
                to += polite;
            }
            else if (Length("superior", text[to..]) is > 0 and var superior)
            {
                (to, told) = (to + superior, true);
            }
            else if (told && Length("addressed", text[to..]) is > 0 and var other)
            {
                to += other;
            }
            else if (told && text[to] is '、' or '和' or '及' or '们')
            {
                to++;
            }
            else
            {
                break;
            }
        }

        return told && to > at && to < text.Length && text[to] is ':' or '，' or ',' or '!' or '\n' ? to : -1;
    }

    // Whether people are named whom one speaks to, and nothing else.
    private static bool IsAddressed(ReadOnlySpan<char> who)
    {
        who = who.Trim(Joining);
        if (who.IsEmpty)
            return true;
        if (who[0] == '@' && !KindWords.Shared.Starts("other-start", who))
            return true;
        if (who.ContainsAny("。:;\n") || who.ContainsAny("，,"))
            return false;
        return KindWords.Shared.Ends("addressed", who) || (who.Length <= ShortName && KindWords.Shared.Ends("addressed-short", who));
    }

    // A name nobody can list: short, and no word of doing in it.
    private static bool IsName(ReadOnlySpan<char> who)
    {
        if (who.Length > LongestName || who.StartsWith("各"))
            return false; // 各位联络员: whom an office tells something
        foreach (var c in who)
        {
            if (!char.IsLetter(c) || NumeralWords.Starts(c))
                return false;
        }

        return Lexicon.Shared.Find(who).TrueForAll(static hit => (hit.Roles & (Role.Do | Role.Verbs | Role.Deed | Role.Attend)) == Role.None);
    }

    private static bool IsMark(ReadOnlySpan<char> text, int at) => at >= text.Length || Marks.Contains(text[at], StringComparison.Ordinal);

    private static int Length(string line, ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var word in KindWords.Shared[line])
        {
            if (word.Length > longest && text.StartsWith(word, StringComparison.Ordinal))
                longest = word.Length;
        }

        return longest;
    }

    private static int Skip(ReadOnlySpan<char> text, int at, string signs)
    {
        while (at < text.Length && signs.Contains(text[at], StringComparison.Ordinal))
            at++;
        return at;
    }
}
