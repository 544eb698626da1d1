namespace Bot.Domain.Campaigns;

/// <summary>A day, or the days from one to another, both included, in the office's zone.</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly To)
{
    /// <summary>One single day.</summary>
    public static DaySpan On(DateOnly day) => new(day, day);

    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>ISO: <c>2024-06-10</c>, or <c>2024-06-10/2024-06-12</c>.</summary>
    public override string ToString() =>
        From == To ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}";
}
