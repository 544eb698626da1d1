using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>
/// A value far from what the unit itself and its peers report for one activity, or beyond what one activity can be.
/// </summary>
/// <remarks>
/// Figures of this kind are spread over powers of ten, so they are compared by their logarithms: the distance from the
/// median in units of the median deviation (MAD × 1.4826, never less than a factor of 1.5).
/// </remarks>
internal static class FarFromPeers
{
    private const int FewestValues = 5;
    private const double TooHigh = 4;
    private const double TooLow = 8;
    private const decimal MostOccurrences = 200;
    private const decimal MostPeople = 100_000;
    private const decimal MostThings = 1_000_000;
    private static readonly double Narrowest = Math.Log(1.5);

    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked) =>
        from report in booked
        from figure in Statement.Fold(report.Figures)
        where draft.AddsUp(figure.Slot)
            && (IsBeyondReason(draft.Slot(figure.Slot), figure.Value) || IsFar(History(draft, figure.Slot), figure.Value))
        select new Finding(report.Unit, CheckCode.FarFromPeers, report.Activity.Id, figure);

    private static bool IsBeyondReason(Slot? slot, decimal value) => slot switch
    {
        null => false,
        _ when Measures.CountsPeople(slot.Measure) => value > MostPeople,
        { Measure: "场" or "场/次" or "场次" } => value > MostOccurrences,
        _ => value > MostThings,
    };

    private static List<decimal> History(LedgerDraft draft, SlotId slot)
    {
        var own = draft.Activities
            .Where(a => draft.IsLive(a) && a.Origin != ActivityOrigin.Cumulative && !draft.Added.Contains(a) && draft.Holds(a, slot))
            .Select(a => draft.Value(a, slot));
        return [.. own.Concat(draft.Known.Peers.GetValueOrDefault(slot) ?? []).Where(v => v > 0)];
    }

    private static bool IsFar(List<decimal> history, decimal value)
    {
        if (history.Count < FewestValues || value == 0) return false;
        var logs = history.ConvertAll(v => Math.Log(1 + (double)v));
        var median = Median(logs);
        var spread = Math.Max(1.4826 * Median(logs.ConvertAll(l => Math.Abs(l - median))), Narrowest);
        var distance = (Math.Log(1 + (double)value) - median) / spread;
        return distance is > TooHigh or < -TooLow;
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
