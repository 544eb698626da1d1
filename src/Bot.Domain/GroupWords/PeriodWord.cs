using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.GroupWords;

/// <summary>The period somebody asks about: 今天, 昨天, 本周, 上周, 本月, 上月, 6月; nothing or 全部: all so far.</summary>
public sealed record PeriodWord(DaySpan? Days, string Name)
{
    private static readonly DateOnly AnyDay = new(2000, 1, 3);

    /// <summary>Everything so far.</summary>
    public static PeriodWord All { get; } = new(null, "全部");

    /// <summary>The period of a word; null: the word is none. Weeks begin on Monday; a month without a year is the nearest one past.</summary>
    public static PeriodWord? Read(string word, DateOnly today) => word.Trim() switch
    {
        "" or "全部" or "所有" or "累计" => All,
        "今天" or "今日" => new(DaySpan.On(today), "今天"),
        "昨天" or "昨日" => new(DaySpan.On(today.AddDays(-1)), "昨天"),
        "本周" or "这周" => new(Week(today), "本周"),
        "上周" => new(Week(today.AddDays(-7)), "上周"),
        "本月" or "这个月" => new(Month(today), "本月"),
        "上月" or "上个月" => new(Month(today.AddMonths(-1)), "上月"),
        var other => Named(other, today),
    };

    /// <summary>Whether a word is a period at all, whatever the day.</summary>
    public static bool Knows(string word) => Read(word, AnyDay) is not null;

    private static PeriodWord? Named(string word, DateOnly today)
    {
        var digits = word.EndsWith("月份", StringComparison.Ordinal) ? word[..^2] : word.EndsWith('月') ? word[..^1] : "";
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12) return null;
        var year = month > today.Month ? today.Year - 1 : today.Year;
        return new PeriodWord(Month(new DateOnly(year, month, 1)), $"{month}月");
    }

    private static DaySpan Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DaySpan(monday, monday.AddDays(6));
    }

    private static DaySpan Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new DaySpan(first, first.AddMonths(1).AddDays(-1));
    }
}
