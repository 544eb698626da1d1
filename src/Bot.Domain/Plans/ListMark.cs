namespace Bot.Domain.Plans;

/// <summary>How a numbered line is marked: 一、 (一) 1. (1) ① 第一条.</summary>
internal enum MarkLevel
{
    /// <summary>Not numbered.</summary>
    None,

    /// <summary>第一章, 第一部分.</summary>
    Chapter,

    /// <summary>一、, 第一条.</summary>
    Section,

    /// <summary>(一).</summary>
    Item,

    /// <summary>1. or 1、.</summary>
    Point,

    /// <summary>(1), 1).</summary>
    SubPoint,

    /// <summary>①.</summary>
    Circle,
}

/// <summary>A list mark at the beginning of a line.</summary>
/// <param name="Level">Its level.</param>
/// <param name="Number">Its number; 0 without one.</param>
/// <param name="Length">How many folded characters it takes, blanks behind it included.</param>
internal readonly record struct ListMark(MarkLevel Level, int Number, int Length)
{
    private const string Digits = "一二三四五六七八九十百";

    /// <summary>The mark a folded line begins with.</summary>
    public static ListMark Of(string line)
    {
        if (line.Length == 0)
            return default;
        if (line[0] is >= '①' and <= '⑳')
            return Behind(line, MarkLevel.Circle, line[0] - '①' + 1, 1);
        if (line[0] == '第' && Chinese(line, 1, out var end) is var nth and > 0 && end < line.Length)
        {
            if (line[end] is '条' or '项')
                return Behind(line, MarkLevel.Section, nth, end + 1);
            if (line[end] is '章' || line.AsSpan(end).StartsWith("部分"))
                return Behind(line, MarkLevel.Chapter, nth, end + (line[end] == '章' ? 1 : 2));
            return default;
        }

        var open = line[0] == '(';
        var from = open ? 1 : 0;
        var number = Chinese(line, from, out end);
        if (number > 0)
            return open ? Closed(line, end, MarkLevel.Item, number) : Stopped(line, end, MarkLevel.Section, number);
        number = Ascii(line, from, out end);
        if (number is 0 or > 99)
            return default;
        if (!open && Decimal(line, end) is { Length: > 0 } parts)
            return Behind(line, parts.Level, parts.Number, parts.Length);
        if (open)
            return Closed(line, end, MarkLevel.SubPoint, number);
        return end < line.Length && line[end] == ')' ? Behind(line, MarkLevel.SubPoint, number, end + 1) : Stopped(line, end, MarkLevel.Point, number);
    }

    private static ListMark Closed(string line, int end, MarkLevel level, int number) =>
        end < line.Length && line[end] == ')' ? Behind(line, level, number, end + 1) : default;

    // 一、 and 1. and 1、; 1.5 and 6.16 are numbers.
    private static ListMark Stopped(string line, int end, MarkLevel level, int number)
    {
        if (end >= line.Length || line[end] is not ('、' or '.' or '。' or ',' or '，'))
            return default;
        if (line[end] is ',' or '，' && level == MarkLevel.Point)
            return default;
        return line[end] == '.' && end + 1 < line.Length && char.IsAsciiDigit(line[end + 1]) && !IsMonth(line, end + 1) ? default : Behind(line, level, number, end + 1);
    }

    // 1.6月16日 is the first point, about a day in June.
    private static bool IsMonth(string line, int at)
    {
        while (at < line.Length && char.IsAsciiDigit(line[at]))
            at++;
        return at < line.Length && line[at] is '月' or '年';
    }

    private static ListMark Behind(string line, MarkLevel level, int number, int end)
    {
        while (end < line.Length && line[end] is ('、' or '.' or ' ' or ':'))
            end++;
        return new ListMark(level, number, end);
    }

    // 3.1 and 3.1.2 before a blank or a letter: the second and third level of a plan numbered 1, 1.1, 1.1.1.
    private static ListMark Decimal(string line, int end)
    {
        var (level, number) = (MarkLevel.Section, 0);
        while (level < MarkLevel.SubPoint && end + 1 < line.Length && line[end] is '.' && char.IsAsciiDigit(line[end + 1]))
        {
            number = Ascii(line, end + 1, out end);
            level++;
        }

        return level > MarkLevel.Section && end < line.Length && line[end] == ' ' ? new ListMark(level, number, end)
            : level == MarkLevel.Section && end + 1 < line.Length && line[end] == ' ' && line[end + 1] == ' ' ? new ListMark(level, 1, end) : default;
    }

    private static int Ascii(string line, int from, out int end)
    {
        var value = 0;
        for (end = from; end < line.Length && end < from + 3 && char.IsAsciiDigit(line[end]); end++)
            value = value * 10 + line[end] - '0';
        return value;
    }

    private static int Chinese(string line, int from, out int end)
    {
        end = from;
        while (end < line.Length && Digits.Contains(line[end], StringComparison.Ordinal))
            end++;
        return end == from ? 0 : ChineseNumber.Of(line.AsSpan(from, end - from)) ?? 0;
    }
}
