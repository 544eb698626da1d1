using System.Globalization;

namespace Bot.Adapters.Calendar;

/// <summary>One sentence of a notice: days, and whether they are off or worked. White space and full-width signs are folded away.</summary>
internal sealed class NoticeSentence
{
    private const int LongestHoliday = 31;
    private static readonly string[] RestWords = ["放假调休", "放假公休", "放假", "补休"];
    private static readonly string[] WorkWords = ["正常上班", "照常上班", "上班"];

    private readonly string text;
    private readonly int year;
    private readonly DateOnly? holiday;
    private readonly List<DateOnly> rest = [];
    private readonly List<DateOnly> work = [];
    private int at;
    private int? count;
    private bool joinsWeekend;

    private NoticeSentence(string text, int year, DateOnly? holiday) => (this.text, this.year, this.holiday) = (text, year, holiday);

    /// <summary>Days off, in order.</summary>
    public IReadOnlyList<DateOnly> Rest => rest;

    /// <summary>Days worked.</summary>
    public IReadOnlyList<DateOnly> Work => work;

    /// <summary>What is doubtful; null: it was understood to its end.</summary>
    public string? Doubt { get; private set; }

    /// <summary>Whether a sentence names any day (<c>3日</c>).</summary>
    public static bool NamesDays(string sentence)
    {
        for (var i = 1; i < sentence.Length; i++)
        {
            if (sentence[i] == '日' && char.IsAsciiDigit(sentence[i - 1])) return true;
        }

        return false;
    }

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">The sentence without its full stop.</param>
    /// <param name="year">The notice's year: that of days without one.</param>
    /// <param name="holiday">The first day off of the clause so far, which make-up days lie near to.</param>
    public static NoticeSentence Read(string sentence, int year, DateOnly? holiday)
    {
        var read = new NoticeSentence(sentence, year, holiday);
        while (read.Doubt is null && read.at < sentence.Length) read.Doubt = read.Statement();
        read.Doubt ??= read.Count();
        return read;
    }

    private string? Statement()
    {
        if (Take(",") || Take("不调休")) return null;
        if (Take("共")) return DaysCounted() ? null : $"“{text[at..]}” is not a number of days";
        if (TakeJoin()) return null;
        var start = at;
        var days = Days();
        if (days.Count == 0) return $"“{text[start..]}” was not understood";
        if (RestWords.Any(Take))
        {
            DaysCounted();
            return Off(days);
        }

        return WorkWords.Any(Take) ? Worked(days) : $"“{text[start..]}” says neither 放假 nor 上班";
    }

    // 与周末连休: the weekend beside it is not listed, but may be counted.
    private bool TakeJoin()
    {
        if (!text.AsSpan(at).StartsWith("与") || text.IndexOf("连休", at, StringComparison.Ordinal) is not (>= 0 and var end) || end - at > 8) return false;
        at = end + 2;
        return joinsWeekend = true;
    }

    private bool DaysCounted()
    {
        var start = at;
        if (Number() is { } days && Take("天"))
        {
            count = days;
            return true;
        }

        at = start;
        return false;
    }

    private string? Off(List<WrittenDay> days)
    {
        var resolved = Resolve(days);
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i].Fault(resolved[i]) is { } fault) return fault;
            var from = days[i].EndsSpan ? resolved[i - 1]!.Value.AddDays(1) : resolved[i]!.Value;
            var to = resolved[i]!.Value;
            if (days[i].EndsSpan && to.DayNumber - from.DayNumber is < 0 or > LongestHoliday) return $"{days[i].Text} does not end a holiday";
            for (var day = from; day <= to; day = day.AddDays(1)) rest.Add(day);
        }

        return null;
    }

    private string? Worked(List<WrittenDay> days)
    {
        if ((rest.Count > 0 ? rest[0] : holiday) is not { } near) return "working days stand before the holiday";
        foreach (var day in days)
        {
            if (day.EndsSpan) return "a span of working days was not expected";
            int[] years = day.Year is { } told ? [told] : [year - 1, year, year + 1];
            var date = years.Select(day.In).OfType<DateOnly>().OrderBy(d => Math.Abs(d.DayNumber - near.DayNumber)).Select(d => (DateOnly?)d).FirstOrDefault();
            if (day.Fault(date) is { } fault) return fault;
            work.Add(date!.Value);
        }

        return null;
    }

    // A day without a year follows the one before it that has one; else it is the notice's year, and what comes before a turn
    // of the year (12月31日至1月2日) the year before.
    private DateOnly?[] Resolve(List<WrittenDay> days)
    {
        var years = days.Select(d => d.Year).ToArray();
        for (var i = 1; i < days.Count; i++) years[i] ??= years[i - 1] + (days[i].IsBefore(days[i - 1]) ? 1 : 0);
        for (var i = days.Count - 1; i >= 0; i--) years[i] ??= i + 1 < days.Count ? years[i + 1] - (days[i + 1].IsBefore(days[i]) ? 1 : 0) : year;
        return [.. days.Select((d, i) => d.In(years[i]!.Value))];
    }

    private string? Count()
    {
        if (rest.Count + work.Count == 0) return "no day was read from it";
        if (count is not { } told) return null;
        var days = rest.Count + (joinsWeekend ? WeekendBeside() : 0);
        return told == days ? null : FormattableString.Invariant($"it says {told} days and names {days}");
    }

    private int WeekendBeside()
    {
        var beside = 0;
        foreach (var (from, step) in new[] { (rest.Min(), -1), (rest.Max(), 1) })
        {
            for (var day = from.AddDays(step); day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday; day = day.AddDays(step)) beside++;
        }

        return beside;
    }

    private List<WrittenDay> Days()
    {
        var days = new List<WrittenDay>();
        while (true)
        {
            var start = at;
            var endsSpan = days.Count > 0 && !days[^1].EndsSpan && (Take("至") || Take("到") || Take("-") || Take("—") || Take("~"));
            if (!endsSpan && days.Count > 0 && !(Take("、") || Take(",") || Take("和") || Take("及"))) return days;
            if (Day(days.Count > 0 ? days[^1].Month : null) is not { } day)
            {
                at = start;
                return days;
            }

            days.Add(day with { EndsSpan = endsSpan });
        }
    }

    private WrittenDay? Day(int? monthBefore)
    {
        var start = at;
        int? told = null;
        var month = monthBefore;
        var number = Number();
        if (number is >= 1000 && Take("年")) (told, number) = (number, Number());
        if (number is not null && Take("月")) (month, number) = (number, Number());
        if (number is not { } day || month is not { } its || !Take("日")) return null;
        DayOfWeek? weekday = null;
        if (Take("("))
        {
            var end = text.IndexOf(')', at);
            if (end < 0 || !Weekday(text.AsSpan(at, end - at), out weekday)) return null;
            at = end + 1;
        }

        return new WrittenDay(told, its, day, weekday, text[start..at]);
    }

    // 周二; 农历除夕、星期二; 除夕. False: it speaks of a day of the week there is not.
    private static bool Weekday(ReadOnlySpan<char> bracket, out DayOfWeek? weekday)
    {
        weekday = null;
        foreach (var word in new[] { "周", "星期" })
        {
            var found = bracket.IndexOf(word, StringComparison.Ordinal);
            if (found < 0) continue;
            var name = found + word.Length < bracket.Length ? bracket[found + word.Length] : ' ';
            var day = name == '天' ? 0 : WrittenDay.Weekdays.IndexOf(name, StringComparison.Ordinal);
            if (day < 0) return false;
            weekday = (DayOfWeek)day;
        }

        return true;
    }

    private int? Number()
    {
        var end = at;
        while (end < text.Length && end - at < 4 && char.IsAsciiDigit(text[end])) end++;
        if (end == at) return null;
        var number = int.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
        at = end;
        return number;
    }

    private bool Take(string word)
    {
        if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) return false;
        at += word.Length;
        return true;
    }
}
