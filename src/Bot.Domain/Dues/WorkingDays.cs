namespace Bot.Domain.Dues;

/// <summary>
/// Working days and rest days: the week, changed by the announced public holidays and make-up working days (调休).
/// A year nobody announced follows the week alone (see <see cref="Knows"/>).
/// </summary>
/// <param name="announced">The days that were announced: whether they are working days.</param>
/// <param name="announcedYears">The years whose arrangement they are; null: the days' own. (A new year's holiday may begin in December.)</param>
public sealed class WorkingDays(IReadOnlyDictionary<DateOnly, bool> announced, IEnumerable<int>? announcedYears = null)
{
    private readonly HashSet<int> years = [.. announcedYears ?? announced.Keys.Select(d => d.Year)];

    /// <summary>The week alone.</summary>
    public static WorkingDays ByWeek { get; } = new(new Dictionary<DateOnly, bool>());

    /// <summary>Whether the holidays of a year are known.</summary>
    public bool Knows(int year) => years.Contains(year);

    /// <summary>Whether a day is a working day.</summary>
    public bool IsWorking(DateOnly day) =>
        announced.TryGetValue(day, out var working) ? working : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself where it is a working day, else the nearest one before.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The <paramref name="count"/>th working day before a day (1: the nearest).</summary>
    public DateOnly Before(DateOnly day, int count) => Step(day, count, -1);

    /// <summary>The <paramref name="count"/>th working day after a day (1: the nearest).</summary>
    public DateOnly After(DateOnly day, int count) => Step(day, count, 1);

    private DateOnly Step(DateOnly day, int count, int direction)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        while (count > 0)
        {
            day = day.AddDays(direction);
            if (IsWorking(day)) count--;
        }

        return day;
    }
}
