namespace Bot.Domain.Ledger;

/// <summary>
/// What a correction changes: one activity's figure, or the sum of several that one submission told of the same days
/// (上午50人、下午80人, corrected as 合计140人).
/// </summary>
internal sealed record CorrectionTarget(IReadOnlyList<ActivityRecord> Activities, decimal From)
{
    /// <summary>Books the difference: a rise on the largest figure, a fall from the largest down.</summary>
    public void Book(LedgerDraft draft, Statement figure, BookingCause cause)
    {
        var delta = figure.Value - From;
        foreach (var activity in Activities.OrderByDescending(a => draft.Value(a, figure.Slot)).ToList())
        {
            var share = delta >= 0 ? delta : -Math.Min(-delta, draft.Value(activity, figure.Slot));
            delta -= share;
            if (share != 0) BookOne(draft, activity, figure, share, cause);
        }
    }

    /// <summary>Changes one activity's figure and settles the change with the cumulative differences.</summary>
    public static void BookOne(LedgerDraft draft, ActivityRecord activity, Statement figure, decimal delta, BookingCause cause)
    {
        draft.Book(activity, figure, delta, cause);
        if (delta > 0) LateReports.TakeOut(draft, activity, figure, delta);
        else LateReports.GiveBack(draft, activity, figure, -delta);
    }
}
