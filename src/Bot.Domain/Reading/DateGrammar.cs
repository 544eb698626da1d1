namespace Bot.Domain.Reading;

/// <summary>
/// The grammar of days: 6月13日, 6.13, 6/12, 6·16, 六月二十日, 13号, 今天, 上周五, 同日, 6.14—6.20, 18日至19日. A year left out
/// is the one nearest to the message. One reader per message: 同日 and a bare 19日 depend on what was named before.
/// </summary>
internal sealed class DateGrammar(DateTime saidAt)
{
    private readonly DateOnly today = DateOnly.FromDateTime(saidAt);
    private DateOnly? last;

    /// <summary>Reads the day that is named from a position on.</summary>
    public bool TryRead(ReadOnlySpan<char> text, int at, out DateMention date)
    {
        date = null!;
        if (DayWords.Shared.TryRead(text, at, today, last, out date))
        {
            last = date.Shape == DateShape.Relative ? date.First : last;
            return true;
        }

        if (!WrittenDay.CanStart(text, at) || !WrittenDay.TryRead(text, at, out var written))
            return false;
        date = Resolve(text, at, written);
        return true;
    }

    private DateMention Resolve(ReadOnlySpan<char> text, int at, WrittenDay written)
    {
        if (written.Day == 0 || IsLunar(text[..at]) || Day(written, null) is not { } first)
            return new DateMention(at, written.To, today, today, DateShape.Month);
        last = first;
        var to = DayWords.SkipWeekday(text, written.To);
        if (TryInterval(text, to, written, first, out var until, out var end))
        {
            last = until;
            return new DateMention(at, end, first, until, DateShape.Interval);
        }

        return new DateMention(at, to, first, first, DateShape.Day);
    }

    // 农历五月十六: of another calendar.
    private static bool IsLunar(ReadOnlySpan<char> before) => before.TrimEnd(' ') is [.., '农' or '阴' or '旧' or '古' or '夏', '历'];

    private bool TryInterval(ReadOnlySpan<char> text, int to, WrittenDay start, DateOnly first, out DateOnly until, out int end)
    {
        (until, end) = (first, to);
        var at = to;
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at + 1 >= text.Length || text[at] is not ('-' or '~' or '至' or '到'))
            return false;
        at++;
        while (at < text.Length && text[at] is '-' or ' ')
            at++;
        if (at >= text.Length || !WrittenDay.TryRead(text, at, out var written) && !WrittenDay.TryBare(text, at, start, out written))
            return false;
        if (written.Day == 0 || Day(written with { Year = written.Year == 0 ? start.Year : written.Year }, first) is not { } second || second <= first)
            return false;
        (until, end) = (second, DayWords.SkipWeekday(text, written.To));
        return true;
    }

    // The day a written one means; null where the calendar has none (6月32日).
    private DateOnly? Day(WrittenDay written, DateOnly? after)
    {
        if (written.Month == 0)
            return BareDay(written.Day, after);
        if (written.Year > 0)
            return Valid(written.Year, written.Month, written.Day);
        DateOnly? best = null;
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            if (Valid(year, written.Month, written.Day) is { } day && (best is null || Distance(day) < Distance(best.Value)))
                best = day;
        }

        return best;
    }

    // 19日: of the month named before, else of the month that brings it nearest to the message.
    private DateOnly? BareDay(int day, DateOnly? after)
    {
        if ((after ?? last) is { } known && Valid(known.Year, known.Month, day) is { } same)
            return same;
        DateOnly? best = null;
        for (var months = -1; months <= 1; months++)
        {
            var month = today.AddDays(1 - today.Day).AddMonths(months);
            if (Valid(month.Year, month.Month, day) is { } candidate && (best is null || Distance(candidate) < Distance(best.Value)))
                best = candidate;
        }

        return best;
    }

    private int Distance(DateOnly day) => Math.Abs(day.DayNumber - today.DayNumber);

    private static DateOnly? Valid(int year, int month, int day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
