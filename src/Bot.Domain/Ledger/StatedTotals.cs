using Bot.Domain.Campaigns;

namespace Bot.Domain.Ledger;

/// <summary>Changes what an earlier statement of totals said.</summary>
internal static class StatedTotals
{
    /// <summary>What the statement came to when it was made, corrections of it included: known then, and its difference.</summary>
    public static decimal Of(LedgerDraft draft, ActivityRecord statement, SlotId slot)
    {
        var of = draft.Activities.Where(a => a.Unit == statement.Unit
            && (statement.Days.Count == 0 || statement.Days.Contain(a.LastDay))).Select(a => a.Id).ToHashSet();
        var bookings = draft.Bookings.Where(b => b.Slot == slot && of.Contains(b.Activity)).ToList();
        return bookings.Count == 0
            ? draft.Total(statement.Unit, slot)
            : bookings.Where(b => b.At <= statement.At || (b.Activity == statement.Id && b.Cause == BookingCause.Correction)).Sum(b => b.Delta);
    }

    /// <summary>The newest live statement of the unit that holds the slot, else the newest at all.</summary>
    public static ActivityRecord? Newest(LedgerDraft draft, Organisation.UnitId unit, SlotId slot)
    {
        var statements = draft.Live(unit).Where(a => a.Origin == ActivityOrigin.Cumulative).ToList();
        return statements.LastOrDefault(s => draft.Holds(s, slot)) ?? statements.LastOrDefault();
    }

    /// <summary>The newest live statement that came to a value, or that a correction has brought to what it is to be now.</summary>
    public static ActivityRecord? Saying(LedgerDraft draft, Organisation.UnitId unit, SlotId slot, decimal old, decimal now) =>
        draft.Live(unit).LastOrDefault(s => s.Origin == ActivityOrigin.Cumulative && Of(draft, s, slot) is var stated
            && (stated == old || (stated == now && draft.Bookings.Any(b => b.Activity == s.Id && b.Slot == slot && b.Cause == BookingCause.Correction))));

    /// <summary>
    /// Moves the unit's total by a difference: up on the statement; down out of what remains of cumulative differences,
    /// this statement's first, then the newest.
    /// </summary>
    /// <returns>False: so much does not remain, nothing was booked.</returns>
    public static bool Move(LedgerDraft draft, ActivityRecord statement, Statement figure, decimal delta)
    {
        if (delta >= 0)
        {
            if (delta > 0) draft.Book(statement, figure, delta, BookingCause.Correction);
            return true;
        }

        var remaining = draft.Live(statement.Unit)
            .Where(a => a.Origin == ActivityOrigin.Cumulative && draft.Value(a, figure.Slot) > 0)
            .OrderByDescending(a => a.Id == statement.Id).ThenByDescending(draft.Order).ToList();
        if (remaining.Sum(a => draft.Value(a, figure.Slot)) < -delta) return false;
        foreach (var holder in remaining)
        {
            var take = Math.Min(-delta, draft.Value(holder, figure.Slot));
            if (take > 0) draft.Book(holder, figure, -take, BookingCause.Correction);
            delta += take;
        }

        return true;
    }
}
