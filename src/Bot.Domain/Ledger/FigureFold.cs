using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>
/// What bookings come to, slot by slot: the one place where <see cref="ActivityRecord.Figures"/> is computed, whether
/// from a store or in memory.
/// </summary>
public static class FigureFold
{
    /// <summary>The figures of one activity, in the order of first booking; a slot taken back holds 0.</summary>
    /// <param name="bookings">The activity's bookings, oldest first.</param>
    public static IReadOnlyList<RecordedFigure> Of(IEnumerable<Booking> bookings)
    {
        var figures = new List<(RecordedFigure Figure, Booking Last)>();
        foreach (var booking in bookings)
        {
            var at = figures.FindIndex(f => f.Figure.Slot == booking.Slot);
            if (at < 0) figures.Add((Add(null, booking, sameMessage: false), booking));
            else figures[at] = (Add(figures[at].Figure, booking, figures[at].Last.Message == booking.Message), booking);
        }

        return [.. figures.Select(f => f.Figure)];
    }

    /// <summary>
    /// One booking more. Bookings of one message add up, bounds too; a later message states the figure anew, so its bound
    /// replaces the old one. What only moves a part of the figure elsewhere leaves the bound as it is.
    /// </summary>
    internal static RecordedFigure Add(RecordedFigure? known, Booking booking, bool sameMessage)
    {
        if (known is null) return new RecordedFigure(booking.Slot, booking.Delta, booking.Bound, booking.Implied);
        var value = known.Value + booking.Delta;
        if (booking.Cause == BookingCause.Retraction && value == 0) return known with { Value = 0, Bound = Bound.Exact, Implied = false };
        return booking.Cause switch
        {
            BookingCause.Retraction => known with { Value = value },
            BookingCause.CumulativeDifference when !sameMessage => known with { Value = value },
            BookingCause.Adjustment => known with { Value = value, Bound = Bounds.Sum(known.Bound, booking.Bound), Implied = false },
            _ when sameMessage => known with
            {
                Value = value, Bound = Bounds.Sum(known.Bound, booking.Bound), Implied = known.Implied && booking.Implied,
            },
            _ => known with { Value = value, Bound = booking.Bound, Implied = booking.Implied },
        };
    }
}
