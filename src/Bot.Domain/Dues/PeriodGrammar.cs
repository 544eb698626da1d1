using System.Globalization;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Dues;

/// <summary>
/// The grammar of periods a report names itself by: 6月进展, 6月份, 6月第三周, 第三周, 上半月, 中旬, 本月, 上月, 二季度, 本周,
/// 上周, 6月6日当周. Days are no periods: 6月13日, 本周二. Nor are spans that are open: 6月底前, 6月起.
/// </summary>
internal sealed class PeriodGrammar
{
    private const string Digits = "一二三四五六七八九";
    private static readonly string[] Open = ["底前", "底之前", "末前", "前", "之前", "以前", "起", "中旬前", "下旬前", "上旬前"];
    private static readonly (string Word, int Weeks)[] Weeks =
    [
        ("本周", 0), ("这周", 0), ("这一周", 0), ("本星期", 0), ("这个星期", 0), ("这星期", 0),
        ("上周", -1), ("上一周", -1), ("上星期", -1), ("上个星期", -1), ("上礼拜", -1),
    ];

    private static readonly string[] OrdinalWeeks = ["周", "个周", "星期", "个星期"];
    private static readonly string[] WeekOfDay = ["当周", "那周", "那一周", "所在周", "这周", "这一周"];
    private static readonly (string Word, int Months)[] Months = [("本月", 0), ("这个月", 0), ("当月", 0), ("上个月", -1), ("上月", -1)];
    private static readonly (string Word, int From, int To)[] Parts =
        [("上半月", 1, 15), ("下半月", 16, 31), ("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 31)];

    private readonly string text;
    private readonly DateOnly today;
    private readonly List<DateMention> dates;
    private readonly bool[] ofDay;

    private PeriodGrammar(SourceText source, DateOnly today)
    {
        text = source.Text.ToString();
        this.today = today;
        dates = Figures.Read(source, today.ToDateTime(TimeOnly.MinValue)).Dates.FindAll(d => d.Shape != DateShape.Month);
        ofDay = new bool[text.Length];
        foreach (var day in dates) Array.Fill(ofDay, true, day.From, day.To - day.From);
    }

    /// <summary>The first period some words name, the finer one where two stand together; null: none.</summary>
    public static NamedPeriod? Read(string words, DateOnly today) => First(words, today, static _ => true);

    /// <summary>The first week some words name (本周, 上周, 第三周); null: none.</summary>
    public static NamedPeriod? ReadWeek(string words, DateOnly today) => First(words, today, static p => p.Scale is PeriodScale.ThisWeek or PeriodScale.Week);

    /// <summary>The days some words name that lie before or on the day they were said; deadlines (6月25日前) are none.</summary>
    public static IReadOnlyList<DaySpan> DaysIn(string words, DateOnly today)
    {
        var grammar = new PeriodGrammar(SourceText.Fold(words), today);
        return [.. grammar.dates.Where(d => d.First <= today && !grammar.StartsAny(d.To, Open)).Select(d => d.Days).Distinct()];
    }

    private static NamedPeriod? First(string words, DateOnly today, Predicate<NamedPeriod> wanted)
    {
        var grammar = new PeriodGrammar(SourceText.Fold(words), today);
        var days = 0;
        for (var at = 0; at < grammar.text.Length; at++)
        {
            while (days < grammar.dates.Count && grammar.dates[days].From < at) days++;
            var day = days < grammar.dates.Count && grammar.dates[days].From == at ? grammar.dates[days] : null;
            if ((day is not null ? grammar.OfDays(day) : grammar.ofDay[at] ? null : grammar.At(at)) is { } period && wanted(period)) return period;
        }

        return null;
    }

    private NamedPeriod? At(int at)
    {
        foreach (var (word, weeks) in Weeks)
        {
            if (Is(at, word) && !IsOtherWord(at + word.Length)) return new NamedPeriod(Week(today.AddDays(7 * weeks)), weeks == 0 ? PeriodScale.ThisWeek : PeriodScale.Week);
        }

        foreach (var (word, months) in Months)
        {
            if (Is(at, word)) return Inside(MonthOf(today).AddMonths(months), at + word.Length);
        }

        return Quarter(at) ?? Ordinal(at, null) ?? Part(at, null) ?? Month(at);
    }

    // 6月6日当周; 6.10—6.16.
    private NamedPeriod? OfDays(DateMention day)
    {
        if (StartsAny(day.To, WeekOfDay)) return new NamedPeriod(Week(day.Last), PeriodScale.Week);
        return day.Shape == DateShape.Interval ? new NamedPeriod(day.Days, PeriodScale.Span) : null;
    }

    // 6月, 2024年6月份, 6—8月, and what may follow: 第三周, 上半月.
    private NamedPeriod? Month(int at)
    {
        if (Number(at) is not { } number || (at > 0 && (Number(at - 1) is not null || text[at - 1] is '第' or '.' or '每'))) return null;
        var (from, end) = number;
        var to = from;
        if (end + 1 < text.Length && text[end] is '-' or '~' or '至' or '到' && Number(end + 1) is { } until) (to, end) = until;
        if (end >= text.Length || text[end] != '月' || from is < 1 or > 12 || to < from || to > 12) return null;
        end++;
        if (end < text.Length && text[end] == '份') end++;
        if (StartsAny(end, Open)) return null;
        var month = new DateOnly(Year(at, from), from, 1);
        return to == from ? Inside(month, end) : new NamedPeriod(new DaySpan(month, month.AddMonths(to - from + 1).AddDays(-1)), PeriodScale.Month);
    }

    private NamedPeriod Inside(DateOnly month, int end)
    {
        while (end < text.Length && text[end] is ' ' or '(' or '的') end++;
        return Ordinal(end, month) ?? Part(end, month) ?? new NamedPeriod(new DaySpan(month, month.AddMonths(1).AddDays(-1)), PeriodScale.Month);
    }

    // 第三周: the month's week that has its third Thursday; a week belongs to the month most of it lies in.
    private NamedPeriod? Ordinal(int at, DateOnly? month)
    {
        if (!Is(at, "第") || Number(at + 1) is not { } number || number.Value is < 1 or > 6) return null;
        if (OrdinalWeeks.FirstOrDefault(w => Is(number.End, w)) is not { } word || IsOtherWord(number.End + word.Length)) return null;
        var first = month ?? MonthOf(today);
        var monday = Week(first.AddDays((DayOfWeek.Thursday - first.DayOfWeek + 7) % 7)).From.AddDays(7 * (number.Value - 1));
        if (month is null && monday > today) monday = Ordinal(at, MonthOf(today).AddMonths(-1))!.Value.Days.From;
        return new NamedPeriod(new DaySpan(monday, monday.AddDays(6)), PeriodScale.Week);
    }

    private NamedPeriod? Part(int at, DateOnly? month)
    {
        foreach (var (word, from, to) in Parts)
        {
            if (!Is(at, word) || StartsAny(at + word.Length, Open)) continue;
            var first = month ?? MonthOf(today);
            if (month is null && first.AddDays(from - 1) > today) first = first.AddMonths(-1);
            var last = Math.Min(to, DateTime.DaysInMonth(first.Year, first.Month));
            return new NamedPeriod(new DaySpan(first.AddDays(from - 1), first.AddDays(last - 1)), PeriodScale.Span);
        }

        return null;
    }

    // 二季度, 第2季度, 本季度, 上季度, 上半年.
    private NamedPeriod? Quarter(int at)
    {
        var quarter = MonthOf(today).AddMonths(-((today.Month - 1) % 3));
        if (Is(at, "上半年") || Is(at, "下半年"))
        {
            var half = new DateOnly(text[at] == '下' && today.Month <= 6 ? today.Year - 1 : today.Year, text[at] == '上' ? 1 : 7, 1);
            return new NamedPeriod(new DaySpan(half, half.AddMonths(6).AddDays(-1)), PeriodScale.Longer);
        }

        if (Is(at, "本季度")) return Of(quarter);
        if (Is(at, "上季度") || Is(at, "上个季度")) return Of(quarter.AddMonths(-3));
        var number = Number(Is(at, "第") ? at + 1 : at);
        if (number is not { Value: >= 1 and <= 4 } found || !Is(found.End, "季度")) return null;
        var named = new DateOnly(today.Year, (found.Value * 3) - 2, 1);
        return Of(named > today ? named.AddYears(-1) : named);

        static NamedPeriod Of(DateOnly first) => new(new DaySpan(first, first.AddMonths(3).AddDays(-1)), PeriodScale.Longer);
    }

    // A month without a year is the newest one that has begun, or begins within a month.
    private int Year(int at, int month)
    {
        if (at >= 5 && text[at - 1] == '年' && int.TryParse(text.AsSpan(at - 5, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var written)
            && written is > 1900 and < 2200) return written;
        return new DateOnly(today.Year, month, 1) > today.AddMonths(1) ? today.Year - 1 : today.Year;
    }

    // 1 … 12, in figures or in characters.
    private (int Value, int End)? Number(int at)
    {
        if (at >= text.Length) return null;
        if (char.IsAsciiDigit(text[at]))
        {
            var end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            return end - at > 2 ? null : (int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture), end);
        }

        if (text[at] == '十')
            return at + 1 < text.Length && Digits.IndexOf(text[at + 1], StringComparison.Ordinal) is >= 0 and var unit ? (11 + unit, at + 2) : (10, at + 1);
        return Digits.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var digit ? (digit + 1, at + 1) : null;
    }

    // 本周期, 周年, 周边.
    private bool IsOtherWord(int at) => at < text.Length && text[at] is '期' or '年' or '边' or '围' or '岁';

    private bool Is(int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private bool StartsAny(int at, IReadOnlyList<string> words) => words.Any(w => Is(at, w));

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DaySpan Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DaySpan(monday, monday.AddDays(6));
    }
}
