using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Adapters.Imports;

/// <summary>A day and time as chat programs write them above a message, in Chinese, English and Japanese.</summary>
internal sealed partial record WrittenMoment
{
    private const int PatienceMilliseconds = 200;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] WeekDays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The year, where it is written; two numbers of which nobody knows which is the month stand in <see cref="Month"/> and <see cref="Day"/> in their order.</summary>
    public int? Year { get; init; }

    public int Month { get; init; }
    public int Day { get; init; }

    /// <summary>Whether month and day stand in an order that differs from country to country (06/07/2024).</summary>
    public bool IsEitherOrder { get; init; }

    /// <summary>So many days before the day it was copied on; null: the day is written.</summary>
    public int? DaysBefore { get; init; }

    /// <summary>The last such weekday before the day it was copied on.</summary>
    public DayOfWeek? LastWeekDay { get; init; }

    /// <summary>No day at all: of the day written above, or the day it was copied on.</summary>
    public bool HasNoDay { get; init; }

    public TimeOnly Time { get; init; }

    /// <summary>How it is written: headers of one log are written alike.</summary>
    public required string Shape { get; init; }

    /// <summary>Reads a text that is a moment and nothing else; null: it is none.</summary>
    public static WrittenMoment? Read(ReadOnlySpan<char> written)
    {
        var text = Narrow(written.Trim());
        if (text.Length is < 4 or > 48 || !text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        var day = DayForm().Match(text);
        var time = TimeForm().Match(text, day.Success ? day.Length : 0);
        if (!time.Success || Clock(time) is not { } clock) return null;
        var shape = time.Groups["sec"].Success ? "s" : "m";
        if (time.Groups["half"].Success || time.Groups["late"].Success) shape += "h";
        return day.Success ? OfDay(day, clock, shape) : new WrittenMoment { HasNoDay = true, Time = clock, Shape = "time-" + shape };
    }

    /// <summary>Reads a line that says a day and nothing else, as mails of chats have between days; null: it is none.</summary>
    public static DateOnly? ReadDay(ReadOnlySpan<char> line)
    {
        var text = Narrow(line.Trim("-—–=─ \t"));
        if (text.Length is < 8 or > 24 || text.Length == line.Trim().Length) return null;
        var day = DayForm().Match(text);
        return day.Success && day.Length == text.Length && OfDay(day, default, "") is { Year: { } year, IsEitherOrder: false } written ? Valid(year, written.Month, written.Day) : null;
    }

    /// <summary>The day; null: there is none such, or what it needs was not said.</summary>
    public DateOnly? On(DateOnly? copiedOn, DateOnly? above, bool? monthFirst)
    {
        if (HasNoDay) return above ?? copiedOn;
        if (DaysBefore is { } before) return copiedOn?.AddDays(-before);
        if (LastWeekDay is { } weekDay)
        {
            if (copiedOn is not { } from) return null;
            return from.AddDays(-((((int)from.DayOfWeek - (int)weekDay + 6) % 7) + 1));
        }

        var (month, day) = IsEitherOrder && monthFirst is not true ? (Day, Month) : (Month, Day);
        if (Year is { } year) return Valid(year, month, day);
        if (copiedOn is not { } copied) return null;
        return Valid(copied.Year, month, day) is { } same && same <= copied ? same : Valid(copied.Year - 1, month, day);
    }

    private static WrittenMoment? OfDay(Match day, TimeOnly time, string shape)
    {
        if (day.Groups["ago"] is { Success: true } ago) return new WrittenMoment { DaysBefore = Ago(ago.Value), Time = time, Shape = "ago-" + shape };
        if (day.Groups["week"] is { Success: true } week) return new WrittenMoment { LastWeekDay = WeekDay(week.Value), Time = time, Shape = "week-" + shape };
        int? year = day.Groups["y"] is { Success: true } y ? Number(y) : null;
        var name = day.Groups["name"];
        var month = name.Success ? Array.IndexOf(Months, name.Value[..3].ToLowerInvariant()) + 1 : Number(day.Groups["m"]);
        var date = Number(day.Groups["d"]);
        var either = day.Groups["either"].Success;
        if (date is < 1 or > 31 || month is < 1 or > 31 || (!either && month > 12) || (either && month > 12 && date > 12) || year is < 2000 or > 2100) return null;
        var separator = day.Groups["sep"] is { Success: true } sep ? sep.Value : "";
        return new WrittenMoment
        {
            Year = year, Month = month, Day = date, IsEitherOrder = either, Time = time, Shape = FormattableString.Invariant($"{(year is null ? "md" : either ? "mdy" : "ymd")}{separator}{(name.Success ? "n" : "")}-{shape}"),
        };
    }

    private static int Ago(string word) => word[0] switch
    {
        '今' or 'T' or 't' => 0,
        '前' => 2,
        _ => 1,
    };

    private static DayOfWeek WeekDay(string word) =>
        Array.IndexOf(WeekDays, word[..Math.Min(3, word.Length)].ToLowerInvariant()) is >= 0 and var at
            ? (DayOfWeek)at : (DayOfWeek)("日一二三四五六".IndexOf(word[^1] is '天' ? '日' : word[^1], StringComparison.Ordinal));

    private static TimeOnly? Clock(Match time)
    {
        var (hour, minute, second) = (Number(time.Groups["hour"]), Number(time.Groups["min"]), time.Groups["sec"].Success ? Number(time.Groups["sec"]) : 0);
        if (hour > 23 || minute > 59 || second > 59) return null;
        var half = (time.Groups["half"].Success ? time.Groups["half"].Value : time.Groups["late"].Value).ToUpperInvariant();
        if (half is "下午" or "晚上" or "傍晚" or "PM" or "P.M." or "午後" && hour < 12) hour += 12;
        else if (half == "中午" && hour < 11) hour += 12;
        else if (half is "上午" or "凌晨" or "AM" or "A.M." or "午前" or "早上" && hour == 12) hour = 0;
        return new TimeOnly(hour, minute, second);
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // Full-width digits and signs as plain ones; every kind of space as one.
    private static string Narrow(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
        {
            var c = wide[i];
            narrow[i] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : char.IsWhiteSpace(c) ? ' ' : c;
        }
    });

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
        ^(?:
          (?<y>[0-9]{4})(?<sep>[-/.年])\ ?(?<m>[0-9]{1,2})[-/.月]\ ?(?<d>[0-9]{1,2})日?
        | (?<either>)(?<m>[0-9]{1,2})(?<sep>[-/.])(?<d>[0-9]{1,2})[-/.](?<y>[0-9]{4})
        | (?<m>[0-9]{1,2})(?<sep>月)\ ?(?<d>[0-9]{1,2})日
        | (?<m>[0-9]{1,2})(?<sep>[-/])(?<d>[0-9]{1,2})
        | (?<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?\ (?<d>[0-9]{1,2})(?:,?\ (?<y>[0-9]{4}))?
        | (?<d>[0-9]{1,2})\ (?<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\.?(?:,?\ (?<y>[0-9]{4}))?
        | (?<ago>今天|昨天|昨日|前天|today|yesterday)
        | (?<week>(?:星期|周|週|礼拜)[一二三四五六日天]|(?:sun|mon|tues|wednes|thurs|fri|satur)day)
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, PatienceMilliseconds)]
    private static partial Regex DayForm();

    [GeneratedRegex(
        """
        \G[,\ T]{0,3}(?:at\ )?(?:\(?(?:星期|周|週)[一二三四五六日天]\)?\ ?)?(?<half>上午|下午|晚上|凌晨|中午|早上|清晨|傍晚|午前|午後)?\ ?
        (?<hour>[0-9]{1,2})[:时時點点](?<min>[0-9]{2})分?(?::?(?<sec>[0-9]{2})秒?)?(?:\ ?(?<late>[ap]\.?m\.?))?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, PatienceMilliseconds)]
    private static partial Regex TimeForm();
}
