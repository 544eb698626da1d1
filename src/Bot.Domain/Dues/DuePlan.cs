using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Domain.Dues;

/// <summary>Who owes what, by when: the dues of a campaign before anything was reported.</summary>
public static class DuePlan
{
    /// <summary>
    /// The dues of every addressed unit, with ids from <paramref name="ids"/>. None whose deadline lies before the campaign's
    /// activation, none before a unit joined, none from the day it closed.
    /// </summary>
    public static IEnumerable<Due> For(RunningCampaign running, IReadOnlyList<Unit> units, TimeZoneInfo zone, IIdSource ids)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(ids);
        foreach (var obligation in running.Campaign.Obligations)
        {
            var addressed = Addressed(obligation, units);
            foreach (var occurrence in running.OccurrencesOf(obligation, zone))
            {
                if (occurrence.ClosesAt <= running.Since) continue;
                foreach (var unit in addressed)
                {
                    if (TakesPart(unit, occurrence.Deadline)) yield return Due(running, obligation, occurrence, unit, ids);
                }
            }
        }
    }

    /// <summary>
    /// The units an obligation is asked of: those of its types or names, and those whose type nobody set. Where no unit is of
    /// its types or names, the plan speaks of its reader: all.
    /// </summary>
    public static IReadOnlyList<Unit> Addressed(Obligation obligation, IReadOnlyList<Unit> units)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return units.Any(u => Names(obligation, u)) ? [.. units.Where(u => u.Type.Length == 0 || Names(obligation, u))] : units;
    }

    private static bool Names(Obligation obligation, Unit unit) =>
        obligation.Addressees.Contains(unit.Type) || obligation.Addressees.Contains(unit.Name);

    /// <summary>Whether a unit owes what is due on a day.</summary>
    public static bool TakesPart(Unit unit, DateOnly deadline)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return (unit.JoinedOn is not { } joined || joined <= deadline) && (unit.ClosedOn is not { } closed || closed > deadline);
    }

    /// <summary>A due of an occurrence.</summary>
    public static Due Due(RunningCampaign running, Obligation obligation, Occurrence occurrence, Unit unit, IIdSource ids)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(occurrence);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(ids);
        return new Due
        {
            Id = new DueId(ids.Next()), Of = new OccurrenceKey(running.Revision.Campaign, obligation.Id, occurrence.Day), Kind = obligation.Kind,
            Unit = unit.Id, WindowFrom = occurrence.WindowFrom, Deadline = occurrence.Deadline, ClosesAt = occurrence.ClosesAt,
        };
    }
}
