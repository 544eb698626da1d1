using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.GroupWords;

/// <summary>
/// Days and periods named in a word's argument or in a question: 6月20日, 6.20, 20号, 周四, 上周四, 明天, 本周, 上周, 6月.
/// A bare weekday is this week's; a month without a year is the nearest one.
/// </summary>
internal sealed class NamedDays(DateTime saidAt)
{
    private static readonly (string[] Words, int Weeks)[] Weeks =
    [
        (["本周", "这周", "这个星期", "本星期", "这星期", "这一周", "这礼拜"], 0),
        (["上周", "上个星期", "上星期", "上一周", "上礼拜"], -1),
        (["下周", "下个星期", "下星期", "下一周", "下礼拜"], 1),
    ];

    private static readonly (string[] Words, int Months)[] Months = [(["本月", "这个月", "当月"], 0), (["上月", "上个月"], -1), (["下月", "下个月"], 1)];

    private readonly DateOnly today = DateOnly.FromDateTime(saidAt);
    private readonly DateGrammar grammar = new(saidAt);

    /// <summary>Reads the day or period named from a position of the folded text on.</summary>
    public bool TryRead(ReadOnlySpan<char> text, int at, out DaySpan days, out int end)
    {
        if (grammar.TryRead(text, at, out var date) && date.Shape is not (DateShape.Month or DateShape.Same))
        {
            end = date.To;
            days = date.Shape == DateShape.Relative && text[at] is '周' or '星' or '礼' ? DaySpan.On(ThisWeeks(date.First)) : date.Days;
            return true;
        }

        return TryPeriod(text, at, out days, out end) || TryMonth(text, at, out days, out end);
    }

    /// <summary>The one day or period that a text names and nothing else; null: it names none, or says more.</summary>
    public DaySpan? Only(string text)
    {
        var folded = SourceText.Fold(text).Text.Trim();
        return !folded.IsEmpty && TryRead(folded, 0, out var days, out var end) && end == folded.Length ? days : null;
    }

    // 周四 said on a Friday is yesterday, said on a Monday it is still to come.
    private DateOnly ThisWeeks(DateOnly day) => day < Monday(today) ? day.AddDays(7) : day;

    private bool TryPeriod(ReadOnlySpan<char> text, int at, out DaySpan days, out int end)
    {
        foreach (var (words, weeks) in Weeks)
        {
            if (!Starts(text, at, words, out end)) continue;
            var monday = Monday(today).AddDays(7 * weeks);
            days = new DaySpan(monday, monday.AddDays(6));
            return true;
        }

        foreach (var (words, months) in Months)
        {
            if (!Starts(text, at, words, out end)) continue;
            days = Month(new DateOnly(today.Year, today.Month, 1).AddMonths(months));
            return true;
        }

        (days, end) = (default, at);
        return false;
    }

    private bool TryMonth(ReadOnlySpan<char> text, int at, out DaySpan days, out int end)
    {
        (days, end) = (default, at);
        if (!WrittenDay.CanStart(text, at) || !WrittenDay.TryRead(text, at, out var written) || written is not { Month: > 0, Day: 0 }) return false;
        end = written.To;
        var year = written.Year > 0 ? written.Year
            : new[] { today.Year, today.Year + 1, today.Year - 1 }.MinBy(y => Math.Abs(((y - today.Year) * 12) + written.Month - today.Month));
        days = Month(new DateOnly(year, written.Month, 1));
        return true;
    }

    private static bool Starts(ReadOnlySpan<char> text, int at, string[] words, out int end)
    {
        foreach (var word in words)
        {
            end = at + word.Length;
            if (text[at..].StartsWith(word, StringComparison.Ordinal)) return true;
        }

        end = at;
        return false;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DaySpan Month(DateOnly first) => new(first, first.AddMonths(1).AddDays(-1));
}
