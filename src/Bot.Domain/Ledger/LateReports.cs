using Bot.Domain.Campaigns;

namespace Bot.Domain.Ledger;

/// <summary>
/// A report that arrives after a cumulative statement, about a day the statement covers, is already in its total: what it
/// says is taken out of the difference that was booked, so that the total grows only by what the statement did not hold.
/// </summary>
/// <remarks>
/// What late reports say in all, and what was taken for them in all, are held against each other at every change: a report
/// that shrinks gives back only what the others do not need, and a figure corrected down and up again takes nothing twice.
/// Each statement settles what was said before it, so only what came after the newest one is looked at.
/// </remarks>
internal static class LateReports
{
    /// <summary>After a rise of a figure by <paramref name="amount"/>: takes it out of the statements that hold it, oldest first.</summary>
    public static void TakeOut(LedgerDraft draft, ActivityRecord activity, Statement said, decimal amount)
    {
        var statements = Covering(draft, activity);
        if (statements.Count == 0) return;
        amount = Math.Min(amount, Late(draft, statements, said.Slot) - Taken(draft, statements, statements, said.Slot));
        foreach (var statement in statements)
        {
            var take = Math.Min(amount, draft.Value(statement, said.Slot));
            if (take <= 0) continue;
            draft.Book(statement, said with { Rule = Rules.LateReport, Implied = false }, -take, BookingCause.CumulativeDifference);
            amount -= take;
        }
    }

    /// <summary>After a fall of a figure by <paramref name="amount"/>: gives back what late reports no longer need, newest first.</summary>
    public static void GiveBack(LedgerDraft draft, ActivityRecord activity, Statement said, decimal amount)
    {
        var statements = Covering(draft, activity);
        if (statements.Count == 0) return;
        amount = Math.Min(amount, Taken(draft, statements, statements, said.Slot) - Late(draft, statements, said.Slot));
        foreach (var statement in Enumerable.Reverse(statements))
        {
            var give = Math.Min(amount, Taken(draft, statements, [statement], said.Slot));
            if (give <= 0) continue;
            draft.Book(statement, said with { Rule = Rules.GivenBack, Implied = false }, give, BookingCause.CumulativeDifference);
            amount -= give;
        }
    }

    private static decimal Taken(
        LedgerDraft draft, List<ActivityRecord> statements, List<ActivityRecord> from, SlotId slot) => -Since(draft, statements, slot)
        .Where(b => b.Rule is Rules.LateReport or Rules.GivenBack && from.Exists(s => s.Id == b.Activity))
        .Sum(b => b.Delta);

    // What was booked about covered days, activity by activity; a fall of what stood before is none.
    private static decimal Late(LedgerDraft draft, List<ActivityRecord> statements, SlotId slot)
    {
        var covered = draft.Activities
            .Where(a => a.Unit == statements[0].Unit && a.Origin != ActivityOrigin.Cumulative && statements.Exists(s => Covers(s, a.LastDay)))
            .Select(a => a.Id).ToHashSet();
        return Since(draft, statements, slot).Where(b => covered.Contains(b.Activity))
            .GroupBy(b => b.Activity).Sum(a => Math.Max(0, a.Sum(b => b.Delta)));
    }

    private static IEnumerable<Booking> Since(LedgerDraft draft, List<ActivityRecord> statements, SlotId slot)
    {
        var newest = statements.Max(s => s.At);
        return draft.Bookings.Where(b => b.Slot == slot && b.At > newest);
    }

    private static List<ActivityRecord> Covering(LedgerDraft draft, ActivityRecord activity) =>
        activity.Origin == ActivityOrigin.Cumulative
            ? []
            : [.. draft.Live(activity.Unit).Where(s => s.Origin == ActivityOrigin.Cumulative && Covers(s, activity.LastDay)).OrderBy(s => s.SaidOn)];

    // A statement about one month only (11月以来) holds its days; one about the whole campaign holds none.
    private static bool Covers(ActivityRecord statement, DateOnly day) =>
        day <= statement.SaidOn && (statement.Days.Count == 0 || statement.Days.Contain(day));
}
