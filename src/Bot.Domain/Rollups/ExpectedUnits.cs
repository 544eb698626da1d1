using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Rollups;

/// <summary>Whom a rollup counts: the denominator of its coverage.</summary>
public static class ExpectedUnits
{
    /// <summary>
    /// Units that take part on any of the days, and those that reported all the same, so that no booking falls out of a total;
    /// in official order.
    /// </summary>
    /// <param name="units">The office's units.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="period">The days asked about; null: from the campaign's first day to today.</param>
    /// <param name="today">Today in the office's zone.</param>
    /// <param name="reported">Units that reported or have bookings.</param>
    public static IReadOnlyList<Unit> Of(
        IReadOnlyList<Unit> units, Campaign campaign, DaySpan? period, DateOnly today, IReadOnlyCollection<UnitId> reported)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var from = period?.From ?? campaign.Period.From;
        var to = period?.To ?? (today < campaign.Period.To ? campaign.Period.To : today);
        return [.. units.Where(u => TakesPart(u, from, to) || reported.Contains(u.Id)).OrderBy(u => u.Order)];
    }

    private static bool TakesPart(Unit unit, DateOnly from, DateOnly to) =>
        (unit.JoinedOn is not { } joined || joined <= to) && (unit.ClosedOn is not { } closed || closed > from);
}
