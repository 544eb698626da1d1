using Bot.Domain.Campaigns;

namespace Bot.Domain.Ledger;

/// <summary>
/// Finds what a correction means. First the quoted submission, then the told days, then the value it replaces, then the
/// day nearest to when it was said, the newest first; an activity that holds the slot before one that only has its family.
/// </summary>
internal sealed class CorrectionSearch(LedgerDraft draft, UnitPart part)
{
    private static readonly TimeSpan SentAgainWithin = TimeSpan.FromDays(3);

    private readonly List<ActivityRecord> _activities =
        [.. draft.Live(part.Unit.Id).Where(a => a.Origin != ActivityOrigin.Cumulative && !draft.Added.Contains(a))];

    /// <summary>The target in reported activities; null: none.</summary>
    public CorrectionTarget? Find(Statement figure, IReadOnlyList<DaySpan> days)
    {
        if (draft.Request.Quoted is { } quoted && Among(figure, [_activities.Where(a => a.Submission == quoted)]) is { } named) return named;
        if (days.Count > 0) return Among(figure, Tiers(days)) ?? Replaced(figure, _activities);
        var holders = _activities.Where(a => draft.Holds(a, figure.Slot)).ToList();
        if (figure.Replaces is null || holders.Count <= 1) return Among(figure, [_activities]);
        return Replaced(figure, holders);
    }

    /// <summary>Whether a report holds the value the correction names as wrong.</summary>
    public bool HoldsReplaced(Statement figure) => Replaced(figure, _activities) is not null;

    // The same days, days in common, an undated report said on such a day, any report said on such a day.
    private IEnumerable<IEnumerable<ActivityRecord>> Tiers(IReadOnlyList<DaySpan> days) =>
    [
        _activities.Where(a => a.Days.Count > 0 && DaySets.Same(a.Days, days)),
        _activities.Where(a => DaySets.Overlap(a.Days, days)),
        _activities.Where(a => a.Days.Count == 0 && days.Contain(a.SaidOn)),
        _activities.Where(a => days.Contain(a.SaidOn)),
    ];

    private CorrectionTarget? Among(Statement figure, IEnumerable<IEnumerable<ActivityRecord>> tiers)
    {
        var sets = tiers.Select(t => t.ToList()).ToList();
        foreach (var set in sets)
        {
            var holders = set.Where(a => draft.Holds(a, figure.Slot)).ToList();
            if (holders.Count > 0) return Replaced(figure, holders) ?? Done(figure, holders) ?? Closest(figure, Nearest(holders)!);
        }

        var family = sets.Select(s => Nearest(s.Where(a => draft.HasFamily(a, figure.Slot.Family)))).FirstOrDefault(a => a is not null);
        return family is null ? null : new CorrectionTarget([family], 0);
    }

    // The figure the correction names as wrong: as it stands, or as it stood before this very correction came once before.
    private CorrectionTarget? Replaced(Statement figure, IReadOnlyCollection<ActivityRecord> set)
    {
        if (figure.Replaces is not { } old) return null;
        var holders = set.Where(a => draft.Holds(a, figure.Slot)).ToList();
        var targets = holders.Select(a => new CorrectionTarget([a], draft.Value(a, figure.Slot)))
            .Concat(holders.GroupBy(a => a.Submission).Where(g => g.Count() > 1).Select(g => Whole([.. g], figure.Slot))).ToList();
        return NearestOf(targets.Where(t => t.From == old))
            ?? NearestOf(targets.Where(t => t.From == figure.Value && t.Activities.Any(a => IsTold(a, figure.Slot, old) || t.Activities.Count > 1)));
    }

    // The same correction sent again: it was done lately, perhaps before another like activity was reported.
    private CorrectionTarget? Done(Statement figure, List<ActivityRecord> holders) => NearestOf(holders
        .Where(a => draft.Value(a, figure.Slot) == figure.Value && draft.Known.Bookings.Any(b =>
            b.Activity == a.Id && b.Slot == figure.Slot && b.Cause == BookingCause.Correction && draft.Request.Now - b.At <= SentAgainWithin))
        .Select(a => new CorrectionTarget([a], figure.Value)));

    private bool IsTold(ActivityRecord activity, SlotId slot, decimal value) =>
        ToldFigures.Of(draft, activity).TryGetValue(slot, out var told) && told.Value == value;

    // One submission may have told several activities of those days: the reading that changes least is meant.
    private CorrectionTarget Closest(Statement figure, ActivityRecord nearest)
    {
        var siblings = _activities
            .Where(a => a.Submission == nearest.Submission && DaySets.Same(a.Days, nearest.Days) && draft.Holds(a, figure.Slot)).ToList();
        return siblings.Select(a => new CorrectionTarget([a], draft.Value(a, figure.Slot)))
            .Append(Whole(siblings, figure.Slot))
            .OrderBy(t => Distance(t.From, figure.Value)).First();
    }

    private CorrectionTarget Whole(List<ActivityRecord> activities, SlotId slot) =>
        new(activities, activities.Sum(a => draft.Value(a, slot)));

    private CorrectionTarget? NearestOf(IEnumerable<CorrectionTarget> targets)
    {
        var list = targets.ToList();
        var nearest = Nearest(list.Select(t => t.Activities[0]));
        return list.Find(t => t.Activities[0].Id == nearest?.Id);
    }

    private ActivityRecord? Nearest(IEnumerable<ActivityRecord> activities) => activities
        .OrderBy(a => Math.Abs(a.LastDay.DayNumber - draft.Request.SaidOn.DayNumber))
        .ThenByDescending(draft.Order)
        .FirstOrDefault();

    private static double Distance(decimal from, decimal to) => Math.Abs(Math.Log(((double)from + 1) / ((double)to + 1)));
}
