namespace Bot.Adapters.Calendar;

/// <summary>A day as a notice writes it: <c>2月4日（周二）</c>.</summary>
/// <param name="Year">Its year; null: not written.</param>
/// <param name="Month">Its month, or that of the day before it.</param>
/// <param name="Number">The day of the month.</param>
/// <param name="Weekday">The day of the week in its brackets; null: none.</param>
/// <param name="Text">As it is written.</param>
internal sealed record WrittenDay(int? Year, int Month, int Number, DayOfWeek? Weekday, string Text)
{
    /// <summary>The days of the week, Sunday first.</summary>
    public const string Weekdays = "日一二三四五六";

    /// <summary>Whether a span ends with it that the day before it begins.</summary>
    public bool EndsSpan { get; init; }

    /// <summary>The date in a year; null: there is none.</summary>
    public DateOnly? In(int year) =>
        year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Number >= 1 && Number <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Number) : null;

    /// <summary>Whether it comes earlier in a year than another.</summary>
    public bool IsBefore(WrittenDay other) => (Month, Number).CompareTo((other.Month, other.Number)) < 0;

    /// <summary>What is wrong with it; null: nothing.</summary>
    public string? Fault(DateOnly? date)
    {
        if (date is not { } day) return $"there is no {Text}";
        return Weekday is null || Weekday == day.DayOfWeek
            ? null
            : FormattableString.Invariant($"{day:yyyy-MM-dd} is 周{Weekdays[(int)day.DayOfWeek]}, not {Text}");
    }
}
