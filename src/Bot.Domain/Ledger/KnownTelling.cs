using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>
/// One family of slots of one recorded activity, as told and as it stands: the grain at which reports are compared, so
/// that it does not matter how a message was cut into activities.
/// </summary>
internal sealed record KnownTelling(
    ActivityRecord Activity,
    string Family,
    IReadOnlyList<RecordedFigure> Told,
    IReadOnlyList<RecordedFigure> Now)
{
    /// <summary>Whether something of it still counts (or 0 is what it said).</summary>
    public bool Stands => Now.Any(f => f.Value != 0) || (Told.Count > 0 && Told.All(f => f.Value == 0));

    /// <summary>All that live activities of the unit, other than those added here, tell of single activities.</summary>
    public static IReadOnlyList<KnownTelling> All(LedgerDraft draft, Organisation.UnitId unit) =>
    [
        .. draft.Live(unit)
            .Where(a => a.Origin != ActivityOrigin.Cumulative && !draft.Added.Contains(a))
            .SelectMany(a => Of(draft, a)),
    ];

    /// <summary>The families of one activity.</summary>
    public static IEnumerable<KnownTelling> Of(LedgerDraft draft, ActivityRecord activity)
    {
        var now = draft.Figures(activity)
            .Select(f => draft.AddsUp(f.Slot) ? f : f with { Value = StockFigures.Stated(draft, activity, f.Slot) })
            .ToList();
        var told = ToldFigures.Of(draft, activity).Values.Concat(now.Where(f => !draft.AddsUp(f.Slot))).ToList();
        return now.Select(f => f.Slot.Family).Distinct(StringComparer.Ordinal).Select(family => new KnownTelling(
            activity,
            family,
            [.. told.Where(f => f.Slot.Family == family)],
            [.. now.Where(f => f.Slot.Family == family)]));
    }

    /// <summary>Whether these are its figures, as told or as they stand: slot, value and bound.</summary>
    /// <remarks>A stock figure that was not booked, because a later one stood already, does not make them others.</remarks>
    public bool Says(LedgerDraft draft, IReadOnlyDictionary<SlotId, (decimal Value, Bound Bound)> figures)
    {
        var comparable = figures.Where(f => draft.AddsUp(f.Key) || Now.Any(n => n.Slot == f.Key)).ToDictionary(f => f.Key, f => f.Value);
        return Same(ToldFigures.Fold(Told), comparable) || Same(ToldFigures.Fold(Now), comparable);
    }

    /// <summary>Whether two folds hold the same slots with the same values and bounds.</summary>
    public static bool Same(
        IReadOnlyDictionary<SlotId, (decimal Value, Bound Bound)> left, IReadOnlyDictionary<SlotId, (decimal Value, Bound Bound)> right) =>
        left.Count > 0 && left.Count == right.Count && left.All(f => right.TryGetValue(f.Key, out var other) && other == f.Value);
}
