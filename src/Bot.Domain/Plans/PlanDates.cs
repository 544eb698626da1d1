namespace Bot.Domain.Plans;

/// <summary>The grammar of a written day: 2024年6月25日, 6月底, 25日, 6.25, 6月第三周周五, 5月  日.</summary>
internal static class PlanDates
{
    private const string WeekdayNames = "日一二三四五六";
    private static readonly string[] NextYears = ["次年", "明年", "来年", "下一年", "翌年"];
    private static readonly string[] ThisYears = ["今年", "本年", "当年"];

    /// <summary>Reads a day or a month; false where none begins.</summary>
    /// <param name="cursor">Where to read; moved behind it.</param>
    /// <param name="inList">Whether a bare day (20日) may stand here.</param>
    /// <param name="date">What it says.</param>
    /// <param name="blank">Whether the place of the day is empty.</param>
    public static bool TryRead(ref TimeCursor cursor, bool inList, out WrittenDate date, out bool blank)
    {
        (date, blank) = (default, false);
        var back = cursor.At;
        int? year = null;
        if (cursor.Take("同日"))
        {
            date = new WrittenDate(null, null, null) { IsSameDay = true };
            return true;
        }

        var next = cursor.TakeAny(NextYears);
        if (!next && !cursor.TakeAny(ThisYears))
            year = Year(ref cursor);
        if (cursor.TakeAny(["年底", "年末", "底"]) && (cursor.At - back > 1 || year is not null))
        {
            date = new WrittenDate(year, 12, 0) { NextYear = next };
            return true;
        }

        if (Quarter(ref cursor) is { } quarter)
        {
            date = new WrittenDate(year, quarter, null) { NextYear = next, IsQuarter = true };
            return true;
        }

        if (Month(ref cursor, year is not null || next) is { } month)
        {
            date = new WrittenDate(year, month, null) { NextYear = next };
            date = InMonth(ref cursor, date, out blank);
            return true;
        }

        if (year is null && !next && inList && Part(ref cursor) is { } part)
        {
            date = new WrittenDate(null, null, part);
            return true;
        }

        if (year is null && !next && inList && Day(ref cursor) is { } day)
        {
            date = Weekday(ref cursor, new WrittenDate(null, null, day));
            return true;
        }

        cursor.At = back;
        return false;
    }

    /// <summary>The weekday of 周五, 星期五, 礼拜五; null where none stands.</summary>
    public static DayOfWeek? Weekday(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (cursor.TakeAny(["周", "星期", "礼拜"]) && DayName(cursor.Next) is { } day)
        {
            cursor.At++;
            return day;
        }

        cursor.At = back;
        return null;
    }

    /// <summary>The weekday of 一 … 日.</summary>
    public static DayOfWeek? DayName(char c) => c == '天' ? DayOfWeek.Sunday : WeekdayNames.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? (DayOfWeek)at : null;

    // (星期五), （周五）, 周五 behind a day.
    private static WrittenDate Weekday(ref TimeCursor cursor, WrittenDate date)
    {
        var back = cursor.At;
        var open = cursor.Take("(");
        if (Weekday(ref cursor) is { } said && (!open || cursor.Take(")")))
            return date with { Weekday = said };
        cursor.At = back;
        return date;
    }

    // 第四季度: its first month.
    private static int? Quarter(ref TimeCursor cursor)
    {
        var back = cursor.At;
        cursor.Take("第");
        if (cursor.Number() is { } nth and >= 1 and <= 4 && cursor.Take("季度"))
            return nth * 3 - 2;
        cursor.At = back;
        return null;
    }

    private static int? Year(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (cursor.Number() is { } year and >= 1949 and < 2100)
        {
            if (cursor.Take("年"))
                return year;
            // 2024.6.25 and 2024/6/25, 2024-6-25
            if (cursor.Next is '.' or '/' or '-' && cursor.Rest.Length > 1 && char.IsAsciiDigit(cursor.Rest[1]))
                return year;
        }

        cursor.At = back;
        return null;
    }

    private static int? Month(ref TimeCursor cursor, bool afterYear)
    {
        var back = cursor.At;
        if (afterYear && cursor.Next is '.' or '/' or '-')
        {
            cursor.At++;
            if (cursor.Number() is { } dotted and >= 1 and <= 12)
                return dotted;
        }
        else if (cursor.Number() is { } month and >= 1 and <= 12)
        {
            if (cursor.TakeAny(["月份", "月"]))
                return month;
            // 6.25 before 前
            if (cursor.Next == '.' && cursor.Rest.Length > 1 && char.IsAsciiDigit(cursor.Rest[1]))
                return month;
        }

        cursor.At = back;
        return null;
    }

    private static WrittenDate InMonth(ref TimeCursor cursor, WrittenDate date, out bool blank)
    {
        blank = false;
        if (cursor.Next is '.' or '/' or '-' && cursor.Rest.Length > 1 && char.IsAsciiDigit(cursor.Rest[1]))
        {
            cursor.At++;
            return cursor.Number() is { } dotted and >= 1 and <= 31 ? Weekday(ref cursor, date with { Day = dotted }) : date;
        }

        if (cursor.TakeAny(["最后一天", "最后1天", "最后一日", "底", "末"]))
            return date with { Day = 0 };
        if (Part(ref cursor) is { } part)
            return date with { Day = part };
        if (cursor.TakeAny(["初"]))
            return Blank(date, out blank);
        if (Week(ref cursor, date) is { } week)
            return week;
        if (Day(ref cursor) is { } day)
            return Weekday(ref cursor, date with { Day = day });
        var back = cursor.At;
        while (cursor.Next is ' ' or '_' or 'x' or '*' or '×')
            cursor.At++;
        if (cursor.At > back && cursor.Take("日"))
            return Blank(date, out blank);
        cursor.At = back;
        return date;
    }

    // 上旬, 中旬, 下旬: until their last day.
    private static int? Part(ref TimeCursor cursor) => cursor.Take("上旬") ? 10 : cursor.Take("中旬") ? 20 : cursor.Take("下旬") ? 0 : null;

    private static WrittenDate Blank(WrittenDate date, out bool blank)
    {
        blank = true;
        return date;
    }

    // 第三周周五, 第三个星期五, 最后一个星期五.
    private static WrittenDate? Week(ref TimeCursor cursor, WrittenDate date)
    {
        var back = cursor.At;
        cursor.Take("的");
        var last = cursor.Take("最后");
        if ((last || cursor.Take("第")) && cursor.Number() is { } nth)
        {
            var counted = cursor.Take("个");
            if (!counted && cursor.TakeAny(["周的", "周", "星期的"]) && Weekday(ref cursor) is { } inWeek)
                return date with { Week = last ? -1 : nth, Weekday = inWeek };
            if (counted && Weekday(ref cursor) is { } day)
                return date with { Week = last ? -1 : nth, Weekday = day };
        }

        cursor.At = back;
        return null;
    }

    private static int? Day(ref TimeCursor cursor)
    {
        var back = cursor.At;
        if (cursor.Number() is { } day and >= 1 and <= 31 && cursor.TakeAny(["日", "号"]) && cursor.Next is not ('内' or '常') && !cursor.Rest.StartsWith("以内") && !cursor.Rest.StartsWith("之内"))
            return day;
        cursor.At = back;
        return null;
    }
}
