namespace Bot.Domain.Ledger;

/// <summary>
/// A report that arrives after a cumulative statement, about a day the statement covers, is already in its total: what it
/// says is taken out of the difference that was booked, so that the total grows only by what the statement did not hold.
/// </summary>
/// <remarks>
/// The booking that takes carries message and span of the figure that caused it; that is how a report which shrinks later
/// finds what to give back.
/// </remarks>
internal static class LateReports
{
    /// <summary>Takes up to <paramref name="amount"/> out of the statements that cover the activity's day, oldest first.</summary>
    public static void TakeOut(LedgerDraft draft, ActivityRecord activity, Statement said, decimal amount)
    {
        foreach (var statement in Covering(draft, activity))
        {
            var take = Math.Min(amount, draft.Value(statement, said.Slot));
            if (take <= 0) continue;
            draft.Book(statement, said with { Rule = Rules.LateReport, Implied = false }, -take, BookingCause.CumulativeDifference);
            amount -= take;
        }
    }

    /// <summary>Gives back up to <paramref name="amount"/> of what the activity had taken in this slot, newest statement first.</summary>
    public static void GiveBack(LedgerDraft draft, ActivityRecord activity, Statement said, decimal amount)
    {
        var causes = draft.Bookings.Where(b => b.Activity == activity.Id && b.Slot == said.Slot).Select(b => (b.Message, b.Span)).ToHashSet();
        foreach (var statement in Covering(draft, activity).Reverse().ToList())
        {
            var taken = -draft.Bookings
                .Where(b => b.Activity == statement.Id && b.Slot == said.Slot && IsMove(b) && causes.Contains((b.Message, b.Span)))
                .Sum(b => b.Delta);
            var give = Math.Min(amount, taken);
            if (give <= 0) continue;
            draft.Book(statement, said with { Rule = Rules.GivenBack, Implied = false }, give, BookingCause.CumulativeDifference);
            amount -= give;
        }
    }

    private static bool IsMove(Booking booking) =>
        booking.Cause == BookingCause.CumulativeDifference && booking.Rule is Rules.LateReport or Rules.GivenBack;

    private static IEnumerable<ActivityRecord> Covering(LedgerDraft draft, ActivityRecord activity) =>
        activity.Origin == ActivityOrigin.Cumulative
            ? []
            : draft.Live(activity.Unit).Where(s => s.Origin == ActivityOrigin.Cumulative && Covers(s, activity.LastDay)).OrderBy(s => s.SaidOn).ToList();

    // A statement about one month only (11月以来) holds its days; one about the whole campaign holds none.
    private static bool Covers(ActivityRecord statement, DateOnly day) =>
        day <= statement.SaidOn && (statement.Days.Count == 0 || statement.Days.Contain(day));
}
