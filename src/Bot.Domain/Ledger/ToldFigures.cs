using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>What the text of an activity's own submission said, before corrections and answers made something else of it.</summary>
internal static class ToldFigures
{
    /// <summary>The told figure of every slot that adds up; where bookings are not at hand, the figures as they stand.</summary>
    public static IReadOnlyDictionary<SlotId, RecordedFigure> Of(LedgerDraft draft, ActivityRecord activity)
    {
        var all = draft.Known.Bookings.Where(b => b.Activity == activity.Id).ToList();
        var figures = all.Count == 0 ? activity.Figures : FigureFold.Of(all.GroupBy(b => b.Slot).SelectMany(Standing));
        return figures.Where(f => draft.AddsUp(f.Slot)).ToDictionary(f => f.Slot);
    }

    // What was taken back is no longer told.
    private static IEnumerable<Booking> Standing(IEnumerable<Booking> ofSlot)
    {
        var bookings = ofSlot.ToList();
        return bookings.Skip(bookings.FindLastIndex(b => b.Cause == BookingCause.Retraction) + 1).Where(IsTold);
    }

    private static bool IsTold(Booking booking) =>
        booking.Cause is BookingCause.Report or BookingCause.Transcription
        && !string.Equals(booking.Rule, Rules.Answer, StringComparison.Ordinal);

    /// <summary>Folds figures of several activities into one per slot.</summary>
    public static Dictionary<SlotId, (decimal Value, Bound Bound)> Fold(IEnumerable<RecordedFigure> figures)
    {
        var folded = new Dictionary<SlotId, (decimal Value, Bound Bound)>();
        foreach (var figure in figures)
        {
            folded[figure.Slot] = folded.TryGetValue(figure.Slot, out var known)
                ? (known.Value + figure.Value, Bounds.Sum(known.Bound, figure.Bound))
                : (figure.Value, figure.Bound);
        }

        return folded;
    }
}
