namespace Bot.Domain.Reading;

/// <summary>Digits that count nothing: telephone numbers, times of day, codes, ordinals, list marks, links.</summary>
internal static class NotNumbers
{
    /// <summary>Skips digits that are no number anybody counts with.</summary>
    public static bool TrySkip(ReadOnlySpan<char> text, int at, out int behind)
    {
        behind = at;
        var before = at > 0 ? text[at - 1] : '\0';
        if (text[at] == '一' && before == '每' && at + 1 < text.Length && Measures.Shared.At(text, at + 1, out var each) is not null)
        {
            behind = each; // 每一位, 每一次: all of them
            return true;
        }

        if (text[at] == '一' && before == '下')
        {
            behind = at + 1; // 下一站, 下一场: one to come
            return true;
        }

        if (before == '第')
        {
            behind = Ordinal(text, at);
            return true;
        }

        if (char.IsAsciiDigit(text[at]))
            return TryCode(text, at, before, out behind) || TryClock(text, at, out behind);
        return TryChineseMark(text, at, before, out behind) || TryHour(text, at, out behind);
    }

    /// <summary>Whether 第 or the like stands before.</summary>
    public static bool IsOrdinal(ReadOnlySpan<char> text, int at) => at > 0 && text[at - 1] is '第' or '头' or '№' or '#';

    /// <summary>一企一册, 三清三关, 一懂三会: numeral, word, numeral, word.</summary>
    public static bool IsFourCharacterName(ReadOnlySpan<char> text, Numeral number, int end) =>
        number.To - number.Core == 1 && end == number.To + 1 && end + 1 < text.Length
        && NumeralWords.Digit(text[number.Core]) > 0 && NumeralWords.Digit(text[end]) > 0
        && NumeralWords.Unit(text[end + 1]) == 0 && NumeralWords.Digit(text[end + 1]) < 0 && char.IsLetter(text[end + 1])
        && text[number.Core] != '两' && !IsCounting(text, end);

    // 一场五人: the second numeral has a measure of its own that counts people.
    private static bool IsCounting(ReadOnlySpan<char> text, int at) =>
        Measures.Shared.At(text, at + 1, out _)?.Class == MeasureClass.People;

    /// <summary>三家屯, 五里河, 八里庄: a numeral at the beginning of a place's name.</summary>
    public static bool IsPlaceName(ReadOnlySpan<char> text, Numeral number, int end) =>
        number.To - number.Core == 1 && !number.Digits && end < text.Length && text[number.To] is '家' or '里' or '道' or '间' or '台' or '座' or '棵'
        && text[end] is '屯' or '子' or '村' or '庄' or '镇' or '沟' or '岭' or '河' or '湾' or '堡' or '窝' or '店' or '坡' or '寨' or '台' or '桥' or '树' or '房';

    private static int Ordinal(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' || NumeralWords.Digit(text[at]) >= 0 || NumeralWords.Unit(text[at]) > 0))
            at++;
        Measures.Shared.At(text, at, out var end);
        return Math.Max(at, end);
    }

    private static bool TryCode(ReadOnlySpan<char> text, int at, char before, out int behind)
    {
        var end = at;
        var digits = 0;
        var joined = false;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '*' || (text[end] is '-' && IsPhoneDash(text, at, end))))
        {
            joined |= text[end] is '*' or '-';
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            end++;
        }

        behind = end;
        if (char.IsAsciiLetter(before) || before == '_' && end < text.Length && char.IsAsciiLetter(text[end]))
            return true;
        if (joined)
            return true;
        if (digits >= 7 && (end >= text.Length || text[end] is not '.' && Measures.Shared.At(text, end, out _) is null && NumeralWords.Unit(text[end]) == 0))
            return true;
        // 1. 2、 3) at the beginning of a line or a part.
        return digits <= 2 && IsMark(text, at, end, before);
    }

    private static bool IsPhoneDash(ReadOnlySpan<char> text, int at, int dash) =>
        dash - at is 3 or 4 && text[at] == '0' && dash + 7 < text.Length && char.IsAsciiDigit(text[dash + 1]) && char.IsAsciiDigit(text[dash + 4]);

    private static bool IsMark(ReadOnlySpan<char> text, int at, int end, char before) =>
        end < text.Length && (text[end] is '、' || (text[end] is '.' && (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1])))
            || (text[end] is ')' && before is '(' && IsLineStart(text, at - 1)) || (text[end] is ')' && IsLineStart(text, at)))
        && (before is '(' ? IsLineStart(text, at - 1) : IsLineStart(text, at));

    private static bool TryClock(ReadOnlySpan<char> text, int at, out int behind)
    {
        behind = at;
        var end = at;
        while (end < text.Length && end - at < 2 && char.IsAsciiDigit(text[end]))
            end++;
        if (end >= text.Length || (end < text.Length && char.IsAsciiDigit(text[end])))
            return false;
        if (text[end] == ':' && end + 2 < text.Length && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2])
            && (end + 3 >= text.Length || !char.IsAsciiDigit(text[end + 3])))
        {
            behind = end + 3;
            return true;
        }

        return TryHourWord(text, end, out behind);
    }

    private static bool TryHour(ReadOnlySpan<char> text, int at, out int behind)
    {
        behind = at;
        var end = at;
        while (end < text.Length && end - at < 3 && (NumeralWords.Digit(text[end]) > 0 || text[end] == '十'))
            end++;
        return end > at && TryHourWord(text, end, out behind);
    }

    // 9时, 下午2时30分, 8点, 七点半; but not 三点要求.
    private static bool TryHourWord(ReadOnlySpan<char> text, int end, out int behind)
    {
        behind = end;
        if (end >= text.Length || text[end] is not ('时' or '点') || (end + 1 < text.Length && text[end + 1] is '要' or '意' or '建' or '经' or '名' or '击' or '体'))
            return false;
        behind = end + 1;
        if (behind < text.Length && text[behind] is '半' or '钟' or '整' or '许')
            behind++;
        var minutes = behind;
        while (minutes < text.Length && minutes - behind < 3 && (char.IsAsciiDigit(text[minutes]) || NumeralWords.Digit(text[minutes]) >= 0 || text[minutes] == '十'))
            minutes++;
        if (minutes > behind && minutes < text.Length && text[minutes] == '分')
            behind = minutes + 1;
        return true;
    }

    // 一、 (一) 一是 at the beginning of a part.
    private static bool TryChineseMark(ReadOnlySpan<char> text, int at, char before, out int behind)
    {
        behind = at;
        var end = at;
        while (end < text.Length && end - at < 3 && (NumeralWords.Digit(text[end]) > 0 || text[end] == '十'))
            end++;
        if (end == at || end >= text.Length)
            return false;
        behind = end + 1;
        return text[end] switch
        {
            '、' => IsLineStart(text, at),
            ')' => before == '(' && IsLineStart(text, at - 1),
            '是' => IsPartStart(before),
            _ => false,
        };
    }

    private static bool IsPartStart(char before) => before is '\0' or '\n' or '。' or ';' or '，' or ' ' or ':';

    private static bool IsLineStart(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && text[at - 1] is ' ')
            at--;
        return at <= 0 || text[at - 1] is '\n' or '。' or ';' or ':' or '，' or '|' or '!';
    }
}
