using System.Globalization;
using Bot.Adapters.Calendar;

namespace Bot.Adapters.Tests.Calendar;

/// <summary>How a notice is written.</summary>
public enum NoticeStyle
{
    /// <summary>As it has been since 2025: every day with its weekday (周三).</summary>
    Weekdays,

    /// <summary>As it was before: weekdays (星期六) of working days only; a single day beside a weekend joins it.</summary>
    Plain,

    /// <summary>Every day with its year, as a careful typist would.</summary>
    Years,

    /// <summary>Copied out of a paper: full-width figures, blanks, broken lines.</summary>
    Copied,
}

/// <summary>Writes a year's days as a notice.</summary>
internal static class NoticeWriter
{
    private const string Numbers = "一二三四五六七";
    private const string Weekdays = "日一二三四五六";

    public static string Write(IReadOnlyList<HolidayRow> rows, int year, NoticeStyle style)
    {
        var clauses = rows.GroupBy(r => r.Name).OrderBy(h => h.Where(r => !r.Works).Min(r => r.Day)).Select((h, i) => $"{Numbers[i]}、{h.Key}：{Clause(h, year, style)}");
        var text = $"关于{year}年部分节假日安排的通知\n{string.Join('\n', clauses)}\n";
        return style == NoticeStyle.Copied ? Copied(text) : text;
    }

    private static string Clause(IEnumerable<HolidayRow> rows, int year, NoticeStyle style)
    {
        var off = rows.Where(r => !r.Works).Select(r => r.Day).Order().ToList();
        var worked = rows.Where(r => r.Works).Select(r => r.Day).Order().ToList();
        var count = off.Count == 1 && style == NoticeStyle.Plain && off[0].DayOfWeek is DayOfWeek.Monday or DayOfWeek.Friday ? "与周末连休" : $"共{off.Count}天";
        var days = off.Count == 1 ? Day(off[0], year, style, false) : $"{Day(off[0], year, style, false)}至{End(off[0], off[^1], year, style)}";
        var work = worked.Count == 0 ? "" : $"{string.Join('、', worked.Select(d => Day(d, year, style, true)))}上班。";
        return $"{days}放假{(worked.Count > 0 ? "调休" : "")}，{count}。{work}";
    }

    private static string Day(DateOnly day, int year, NoticeStyle style, bool worked) =>
        $"{(style == NoticeStyle.Years || day.Year != year ? $"{day.Year}年" : "")}{day.Month}月{day.Day}日{Bracket(day, style, worked)}";

    private static string End(DateOnly from, DateOnly to, int year, NoticeStyle style) =>
        from.Month == to.Month && style != NoticeStyle.Years ? $"{to.Day}日{Bracket(to, style, false)}" : from.Year == to.Year ? $"{to.Month}月{to.Day}日{Bracket(to, style, false)}" : Day(to, year, style, false);

    private static string Bracket(DateOnly day, NoticeStyle style, bool worked) => style switch
    {
        NoticeStyle.Weekdays or NoticeStyle.Copied => $"（周{Weekdays[(int)day.DayOfWeek]}）",
        _ => worked ? $"（星期{Weekdays[(int)day.DayOfWeek]}）" : "",
    };

    private static string Copied(string text) => string.Concat(text.Select((c, i) => char.IsAsciiDigit(c)
        ? ((char)(c - '0' + '０')).ToString(CultureInfo.InvariantCulture)
        : i % 17 == 5 ? c + "\n" : c is '月' or '至' ? $" {c}\u3000" : c.ToString(CultureInfo.InvariantCulture)));
}
