namespace Bot.Domain.Plans;

/// <summary>A time a plan names, not yet placed in a year (folded positions, end exclusive).</summary>
internal abstract record PlanTime
{
    private PlanTime() { }

    /// <summary>Where it begins.</summary>
    public int From { get; init; }

    /// <summary>Where it ends.</summary>
    public int To { get; init; }

    /// <summary>The hour, where one is said.</summary>
    public PlanHour? Hour { get; init; }

    /// <summary>Whether it says by when: 前, 之前, 截止, 内.</summary>
    public bool IsDeadline { get; init; }

    /// <summary>One day or several.</summary>
    public sealed record Days(IReadOnlyList<WrittenDate> Dates) : PlanTime;

    /// <summary>From a day or month to another; one end may be open.</summary>
    public sealed record Span(WrittenDate? First, WrittenDate? Last) : PlanTime;

    /// <summary>Every week; no weekday: once a week.</summary>
    public sealed record Weekly(IReadOnlyList<DayOfWeek> Weekdays) : PlanTime;

    /// <summary>Every second week.</summary>
    /// <param name="Weekday">The day, where one is said.</param>
    /// <param name="Even">Whether weeks with an even number are meant (双周), odd ones (单周), or null: counted from the first.</param>
    public sealed record Biweekly(DayOfWeek? Weekday, bool? Even) : PlanTime;

    /// <summary>Every month by days (0: the last); <paramref name="Next"/>: of the month after the one reported (次月3日).</summary>
    public sealed record Monthly(IReadOnlyList<int> MonthDays, bool Next) : PlanTime;

    /// <summary>Every quarter, in its month (1…3), by a day (0: the last); <paramref name="Next"/>: of the next quarter.</summary>
    public sealed record Quarterly(int Month, int Day, bool Next) : PlanTime;

    /// <summary>Every day.</summary>
    public sealed record Daily : PlanTime;

    /// <summary>After each activity, within days.</summary>
    public sealed record PerActivity(int Count) : PlanTime;

    /// <summary>So many days after something.</summary>
    /// <param name="Anchor">What they are counted from.</param>
    /// <param name="Activity">Of an activity: what it is called.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Working">Whether only working days count.</param>
    public sealed record After(TimeAnchor Anchor, int Count, bool Working, string Activity = "") : PlanTime
    {
        /// <summary>The day they are counted from, where it is written.</summary>
        public WrittenDate Day { get; init; }
    }

    /// <summary>At once, at a good time (及时, 适时), or a day left blank.</summary>
    /// <param name="Blank">Whether the place for a day is empty.</param>
    public sealed record Open(bool Blank) : PlanTime;
}

/// <summary>What days are counted from.</summary>
internal enum TimeAnchor
{
    /// <summary>The campaign's end.</summary>
    Campaign,

    /// <summary>An activity that may be held once on a day of the plan's, or by each unit.</summary>
    Activity,

    /// <summary>A day that is written with it: （6月28日）后3日内.</summary>
    Written,

    /// <summary>The day of the document (印发之日起).</summary>
    Issue,

    /// <summary>Something the plan gives no day of (收到通知).</summary>
    Unknown,
}

/// <summary>A day or month as written; what is not said is null.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1…12.</param>
/// <param name="Day">1…31; 0: the month's last.</param>
internal readonly record struct WrittenDate(int? Year, int? Month, int? Day)
{
    /// <summary>The weekday that is said with it.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The how-manieth week of the month, with <see cref="Weekday"/>; 0: none is said.</summary>
    public int Week { get; init; }

    /// <summary>同日: the day named before.</summary>
    public bool IsSameDay { get; init; }

    /// <summary>Whether a whole quarter is meant; the month is its first.</summary>
    public bool IsQuarter { get; init; }

    /// <summary>次年, 明年.</summary>
    public bool NextYear { get; init; }
}
