namespace Bot.Domain.Reading;

/// <summary>A day or days named in a message (folded positions).</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; the same for one day.</param>
/// <param name="Shape">What kind of words.</param>
internal sealed record DateMention(int From, int To, DateOnly First, DateOnly Last, DateShape Shape) : IFound
{
    /// <summary>The days.</summary>
    public Campaigns.DaySpan Days => new(First, Last);

    int IFound.Place => From;

    int IFound.End => To;
}

/// <summary>What kind of words name a day.</summary>
internal enum DateShape
{
    /// <summary>A written day: 6月13日, 6.13.</summary>
    Day,

    /// <summary>Several days: 6.14—6.20.</summary>
    Interval,

    /// <summary>今天, 上周五.</summary>
    Relative,

    /// <summary>The day after the one named before: 第二天.</summary>
    Next,

    /// <summary>同日, 当天: the day named last.</summary>
    Same,

    /// <summary>A month, a year: no day.</summary>
    Month,
}
