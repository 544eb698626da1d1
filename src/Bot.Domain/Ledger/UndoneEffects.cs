using Bot.Domain.Gathering;

namespace Bot.Domain.Ledger;

/// <summary>What a submission did to figures of others (a correction), booked back when that submission is edited or withdrawn.</summary>
internal static class UndoneEffects
{
    /// <summary>Books back what the submission changed elsewhere; a figure that was corrected again since stays as it is.</summary>
    /// <returns>Whether anything was booked.</returns>
    public static bool Undo(LedgerDraft draft, SubmissionId submission)
    {
        var changed = draft.Known.Bookings
            .Where(b => b.Submission == submission && b.Cause == BookingCause.Correction)
            .GroupBy(b => (b.Activity, b.Slot))
            .ToList();
        var undone = false;
        foreach (var change in changed)
        {
            var activity = draft.Activities.FirstOrDefault(a => a.Id == change.Key.Activity);
            if (activity is null || activity.Submission == submission || !draft.IsLive(activity) || IsOverruled(draft, change)) continue;
            Undo(draft, activity, [.. change]);
            undone = true;
        }

        return undone;
    }

    private static void Undo(LedgerDraft draft, ActivityRecord activity, List<Booking> change)
    {
        var last = change[^1];
        var delta = -change.Sum(b => b.Delta);
        if (delta == 0) return;
        var now = draft.Value(activity, last.Slot);
        var before = FigureFold.Of(draft.Known.Bookings.Where(b => b.Activity == activity.Id && b.Slot == last.Slot && !change.Contains(b)));
        var bound = before.Count > 0 ? before[0].Bound : last.Bound;
        var said = new Statement(last.Slot, now + delta, bound, before.Count > 0 && before[0].Implied, draft.Whole, Rules.Edit);
        CorrectionTarget.BookOne(draft, activity, said, delta, BookingCause.Correction);
        draft.Tell(new LedgerOutcome.Corrected(
            Retractions.UnitOf(draft, activity), activity.Id, last.Slot, now, now + delta, activity.LastDay) { Bound = bound });
    }

    private static bool IsOverruled(LedgerDraft draft, IGrouping<(ActivityId Activity, Campaigns.SlotId Slot), Booking> change) =>
        draft.Known.Bookings
            .Where(b => b.Activity == change.Key.Activity && b.Slot == change.Key.Slot && b.Cause != BookingCause.CumulativeDifference)
            .LastOrDefault() is { } last && !change.Contains(last);
}
