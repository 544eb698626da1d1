namespace Bot.Domain.Reading;

/// <summary>A day in figures as it stands; 0 for what is left out.</summary>
internal readonly record struct WrittenDay(int Year, int Month, int Day, int To)
{
    /// <summary>Whether a written day can begin here: not inside a number, a code or an ordinal.</summary>
    public static bool CanStart(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsAsciiDigit(text[at]) && NumeralWords.Digit(text[at]) < 0 && text[at] != '十')
            return false;
        var before = at > 0 ? text[at - 1] : ' ';
        return !(char.IsAsciiLetterOrDigit(before) || before is '第' or '_' or '每' or '*'
            || (before is '.' or '/' && at > 1 && char.IsAsciiDigit(text[at - 2]))
            || (!char.IsAsciiDigit(text[at]) && (NumeralWords.Digit(before) >= 0 || NumeralWords.Unit(before) > 0)));
    }

    /// <summary>Reads a written day.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out WrittenDay day)
    {
        day = default;
        var (year, from) = Years(text, at);
        if (!Small(text, from, out var first, out var end))
        {
            day = new WrittenDay(year, 0, 0, from);
            return year > 0;
        }

        var sign = SkipBlank(text, end) is var next && next < text.Length ? text[next] : '\0';
        if (sign == '月' && first is >= 1 and <= 12)
            return MonthDay(text, year, first, next + 1, out day);
        if (year > 0 ? sign is '.' or '-' or '/' : sign is '.' or '/' or '·')
            return Pointed(text, at, year, first, next, out day);
        if (year == 0 && sign == '、' && first is >= 1 and <= 31 && Small(text, next + 1, out _, out var second) && IsDays(text, second))
        {
            day = new WrittenDay(0, 0, first, next); // 18、19两日
            return true;
        }

        if (year == 0 && at > 0 && text[at - 1] == '、' && IsDays(text, next) && first is >= 1 and <= 31)
        {
            day = new WrittenDay(0, 0, first, next + 2); // 6月11、12两日
            return true;
        }

        if (year == 0 && sign is '日' or '号' && IsDay(text, at, next, first))
        {
            day = new WrittenDay(0, 0, first, next + 1);
            return true;
        }

        return false;
    }

    /// <summary>The end of an interval that says the day only: 6.14-20, 6-8日.</summary>
    public static bool TryBare(ReadOnlySpan<char> text, int at, WrittenDay start, out WrittenDay day)
    {
        day = default;
        if (!Small(text, at, out var value, out var end) || value <= start.Day || value > 31)
            return false;
        var next = end < text.Length ? text[end] : '\n';
        if (next is '日' or '号')
            end++;
        else if (Measures.Shared.At(text, end, out _) is not null || char.IsAsciiDigit(next) || next is '.' or '万')
            return false;
        day = new WrittenDay(start.Year, start.Month, value, end);
        return true;
    }

    private static (int Year, int End) Years(ReadOnlySpan<char> text, int at)
    {
        var (value, end) = (0, at);
        while (end < text.Length && end - at < 5 && (char.IsAsciiDigit(text[end]) || NumeralWords.Digit(text[end]) is >= 0 and not 2 || text[end] is '二'))
        {
            value = (value * 10) + (char.IsAsciiDigit(text[end]) ? text[end] - '0' : NumeralWords.Digit(text[end]));
            end++;
        }

        if (end - at != 4 || value is < 1950 or > 2100 || end >= text.Length)
            return (0, at);
        end = SkipBlank(text, end);
        return end < text.Length && text[end] is '年' or '.' or '-' or '/' ? (value, SkipBlank(text, end + 1)) : (0, at);
    }

    private static bool MonthDay(ReadOnlySpan<char> text, int year, int month, int at, out WrittenDay day)
    {
        var end = at < text.Length && text[at] == '份' ? at + 1 : at;
        day = new WrittenDay(year, month, 0, end);
        var from = SkipBlank(text, at);
        if (!Small(text, from, out var value, out var behind))
            return true;
        var next = SkipBlank(text, behind);
        if (next < text.Length && text[next] is '日' or '号')
            day = new WrittenDay(year, month, value, next + 1);
        else if (next < text.Length && text[next] is '-' or '~' or '至' or '、' or '和' && Small(text, next + 1, out _, out var far) && far < text.Length && (text[far] is '日' or '号' || IsDays(text, far)))
            day = new WrittenDay(year, month, value, behind);
        else if (next >= text.Length || (Measures.Shared.At(text, behind, out _) is null && !char.IsAsciiDigit(text[next]) && text[next] is not ('.' or '、' or ',') && value <= 31 && behind - from == 2))
            day = new WrittenDay(year, month, value, behind);
        return true;
    }

    private static bool Pointed(ReadOnlySpan<char> text, int at, int year, int month, int sign, out WrittenDay day)
    {
        day = default;
        if (month is < 1 or > 12 || !Digits(text, sign + 1, out var value, out var end) || value is < 1 or > 31)
            return false;
        if (end < text.Length && text[end] is '日' or '号')
            end++;
        else if (year == 0 && (IsAmount(text, end) || (sign > 0 && text[sign] == '/' && at > 0 && text[at - 1] is '，')))
            return false;
        day = new WrittenDay(year, month, value, end);
        return true;
    }

    // 12.5平方米, 3.6万, 1.5%, 5.3.2: an amount, no day. 1.6月4日: a list mark before a day.
    private static bool IsAmount(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length)
            return false;
        var next = text[end];
        return char.IsAsciiLetterOrDigit(next) || next is '月' or '万' or '亿' or '%' or '余' or '多' or '千' or '百' or '倍' or '折' or '版' or '条'
            || (next is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            || (next is not (' ' or '周') && Measures.Shared.At(text, end, out _) is not null);
    }

    private static bool IsDay(ReadOnlySpan<char> text, int at, int sign, int value)
    {
        if (value is < 1 or > 31)
            return false;
        var before = at > 0 ? text[at - 1] : ' ';
        var next = sign + 1 < text.Length ? text[sign + 1] : ' ';
        if (text[sign] == '号' && next == '、' && Small(text, sign + 2, out _, out var other) && other < text.Length && text[other] == '号')
            return IsDay(text, sign + 2, other, value); // 1号、2号、5号楼: what the last is, all are
        if (text[sign] == '日')
            return before is not ('续' or '期' or '时' or '为' or '近' or '约' or '满' or '足' or '隔') && next is not ('内' or '游' or '制' or '均');
        if (char.IsLetter(next) && (char.IsLetter(before) && before is not ('是' or '到' or '至' or '从' or '和' or '及' or '自' or '月' or '年' or '改' or '了' or '给' or '日')
            ? next is not ('上' or '下' or '早' or '中' or '晚' or '傍' or '夜' or '凌' or '当' or '的' or '那' or '我' or '在' or '开' or '组' or '举' or '全')
            : IsName(next)))
            return false; // 模拟3号储罐, 3号塔吊
        return before is not ('路' or '街' or '巷' or '弄' or '道' or '村' or '组' or '线' or '幢' or '栋' or '#' or '楼' or '库' or '区' or '车' or '房' or '间' or '台')
            && next is not ('楼' or '院' or '井' or '线' or '车' or '门' or '机' or '厂' or '船' or '库' or '路' or '厅' or '人' or '码' or '馆' or '仓' or '罐' or '炉'
                or '泊' or '岗' or '桌' or '展' or '矿' or '公' or '文' or '令' or '地' or '岛' or '店' or '铺' or '单' or '桥' or '口' or '位' or '召' or '选' or '货' or '塔' or '泵' or '窑' or '洞' or '坑' or '池' or '棚' or '柜' or '箱' or '堆' or '闸' or '灯' or '轮' or '舱' or '站' or '台' or '摊' or '教' or '阀' or '手' or '病' or '产' or '实' or '训' or '监' or '审' or '会' or '餐' or '宿' or '别' or '变' or '配');
    }

    private static bool IsDays(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] is '两' or '三' or '四' && text[at + 1] is '日' or '天';

    // Behind 3号 something that is numbered: devices and parts of a site.
    private static bool IsName(char next) => next is '会' or '餐' or '储' or '槽' or '吊' or '罩' or '反' or '锅' or '皮' or '升' or '滚' or '斗' or '风' or '电' or '水' or '油' or '气' or '煤' or '涂' or '喷' or '仪' or '设' or '装' or '产' or '生' or '工' or '标' or '龙' or '铣' or '磨' or '冲' or '压' or '焊' or '注' or '镀' or '烘' or '熔' or '搅' or '破' or '筛';

    private static int SkipBlank(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }

    private static bool Digits(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        (value, end) = (0, at);
        while (end < text.Length && end - at < 3 && char.IsAsciiDigit(text[end]))
            value = (value * 10) + (text[end++] - '0');
        return end - at is 1 or 2;
    }

    private static bool Small(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        if (Digits(text, at, out value, out end))
            return true;
        (value, end) = (0, at);
        if (at >= text.Length || char.IsAsciiDigit(text[at]) || NumeralWords.Digit(text[at]) < 0 && text[at] is not '十')
            return false;
        while (end < text.Length && end - at < 3 && (NumeralWords.Digit(text[end]) >= 0 || text[end] is '十'))
            end++;
        if (!NumeralCore.TryRead(text[..end], at, out var core) || core.Value > 31)
            return false;
        (value, end) = ((int)core.Value, core.At);
        return true;
    }
}
