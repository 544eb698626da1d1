using Bot.Domain.Campaigns;

namespace Bot.Domain.Dues;

/// <summary>A period a text names as the one it reports on: 6月, 第三周, 上半月, 上周, 二季度.</summary>
/// <param name="Days">Its days.</param>
/// <param name="Scale">What kind of period.</param>
public readonly record struct NamedPeriod(DaySpan Days, PeriodScale Scale);

/// <summary>What kind of period a word names.</summary>
public enum PeriodScale
{
    /// <summary>The week it was said in (本周).</summary>
    ThisWeek,

    /// <summary>Another week (上周, 第三周, 6月6日当周).</summary>
    Week,

    /// <summary>Some days, part of a month (6.10—6.16, 上半月, 中旬).</summary>
    Span,

    /// <summary>A month or several.</summary>
    Month,

    /// <summary>A quarter or half a year.</summary>
    Longer,
}
