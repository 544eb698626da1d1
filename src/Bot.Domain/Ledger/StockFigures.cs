using Bot.Domain.Campaigns;

namespace Bot.Domain.Ledger;

/// <summary>
/// Slots that are not added up (<see cref="Aggregate.Latest"/>, <see cref="Aggregate.Any"/>): each report books the
/// difference to what is known, so that the sum of the bookings is the newest value.
/// </summary>
internal static class StockFigures
{
    /// <summary>Books the stated value, unless it speaks of an earlier day than the report that set the present one.</summary>
    /// <returns>Whether it was booked.</returns>
    public static bool Set(LedgerDraft draft, ActivityRecord activity, Statement said, BookingCause cause)
    {
        if (Setters(draft, activity, said.Slot).Any(s => s.LastDay > activity.LastDay)) return false;
        draft.Book(activity, said, said.Value - draft.Total(activity.Unit, said.Slot), cause);
        return true;
    }

    /// <summary>Makes the value that this activity stated another one; what a later report set stays as it is.</summary>
    /// <returns>The value before.</returns>
    public static decimal Restate(LedgerDraft draft, ActivityRecord activity, Statement said, BookingCause cause)
    {
        var next = Next(draft, activity, said.Slot);
        var stated = next is null ? draft.Total(activity.Unit, said.Slot) : Stated(draft, activity, said.Slot);
        Move(draft, activity, next, said, said.Value - stated, cause);
        return stated;
    }

    /// <summary>Takes the activity's share away; what a later report set stays as it is.</summary>
    public static void TakeBack(LedgerDraft draft, ActivityRecord activity, Statement said) =>
        Move(draft, activity, Next(draft, activity, said.Slot), said, -draft.Value(activity, said.Slot), BookingCause.Retraction);

    private static void Move(LedgerDraft draft, ActivityRecord activity, ActivityRecord? next, Statement said, decimal delta, BookingCause cause)
    {
        if (delta == 0) return;
        draft.Book(activity, said, delta, cause);
        if (next is not null) draft.Book(next, said, -delta, cause == BookingCause.Retraction ? BookingCause.Correction : cause);
    }

    /// <summary>What the slot came to when this activity was recorded, corrections of it included.</summary>
    public static decimal Stated(LedgerDraft draft, ActivityRecord activity, SlotId slot) =>
        draft.Activities.Take(draft.Order(activity) + 1).Where(a => a.Unit == activity.Unit).Sum(a => draft.Value(a, slot));

    private static ActivityRecord? Next(LedgerDraft draft, ActivityRecord activity, SlotId slot) =>
        Setters(draft, activity, slot).FirstOrDefault(s => draft.Order(s) > draft.Order(activity));

    private static IEnumerable<ActivityRecord> Setters(LedgerDraft draft, ActivityRecord activity, SlotId slot) =>
        draft.Live(activity.Unit).Where(a => a.Id != activity.Id && draft.Holds(a, slot));
}
