using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Rollups;

/// <summary>What one activity holds in one slot after all its bookings there.</summary>
internal sealed record Standing(bool Said, decimal Net, Bound Bound, decimal Implied, decimal Cumulative, decimal Pending)
{
    /// <summary>Adds up an activity's bookings in one slot, in the order they were booked.</summary>
    public static Standing Of(IReadOnlyList<BookedFigure> bookings)
    {
        var last = bookings[^1];
        var net = bookings.Sum(b => b.Delta);
        var replaced = bookings.Any(b => b.Cause is BookingCause.Correction or BookingCause.Adjustment);
        return new Standing(
            Said: net != 0 || last.Cause != BookingCause.Retraction,
            Net: net,
            // A correction restates the activity's figure; otherwise its parts are added.
            Bound: replaced ? last.Bound : bookings.Where(b => b.Delta > 0).Aggregate(Bound.Exact, (bound, b) => Bounds.Sum(bound, b.Bound)),
            Implied: net == 0 ? 0 : replaced ? last.Implied ? net : 0 : bookings.Where(b => b.Implied).Sum(b => b.Delta),
            Cumulative: bookings.Any(b => b.Cause == BookingCause.CumulativeDifference) ? net : 0,
            Pending: bookings.Where(b => b.Pending).Sum(b => b.Delta));
    }
}
