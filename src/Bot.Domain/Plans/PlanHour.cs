using System.Globalization;

namespace Bot.Domain.Plans;

/// <summary>An hour of the day by which something is due; a day's end is 24:00.</summary>
/// <param name="Hour">0…24.</param>
/// <param name="Minute">0…59; 0 at hour 24.</param>
public readonly record struct PlanHour(int Hour, int Minute)
{
    /// <summary>The end of an office day (下班前).</summary>
    public static PlanHour OfficeCloses { get; } = new(17, 30);

    /// <summary>As a time of the day; null: the day's end.</summary>
    public TimeOnly? Time => Hour == 24 ? null : new TimeOnly(Hour, Minute);

    /// <summary><c>17:30</c>, <c>24:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}");
}
