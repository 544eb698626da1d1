using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>A stated total below what is known, which its sender stands by (以此为准).</summary>
internal static class AdoptedTotals
{
    /// <summary>
    /// Brings the total to the stated figure: out of what remains of cumulative differences first, the rest as a negative
    /// difference of the statement. The reports themselves are not touched.
    /// </summary>
    public static void Book(LedgerDraft draft, Remark remark, RecordRequest original)
    {
        if (remark is not { Slot: { } slot, Value: { } stated }) return;
        if (original.Parts.FirstOrDefault(p => p.Unit.Id == remark.Unit) is not { } part) return;
        var statement = draft.Live(remark.Unit).FirstOrDefault(a => a.Id == remark.Activity) ?? CumulativeDifferences.Add(draft, part);
        var figure = new Statement(slot, stated, remark.Bound, Implied: false, draft.Whole, Rules.Answer);
        var (known, _) = CumulativeDifferences.Known(draft, statement, slot);
        var delta = stated - known;
        if (delta == 0) return;
        if (!StatedTotals.Move(draft, statement, figure, delta))
        {
            var remaining = draft.Live(remark.Unit).Where(a => a.Origin == ActivityOrigin.Cumulative).Sum(a => Math.Max(0, draft.Value(a, slot)));
            StatedTotals.Move(draft, statement, figure, -remaining);
            draft.Book(statement, figure, delta + remaining, BookingCause.Correction);
        }

        draft.Tell(new LedgerOutcome.Corrected(part.Unit, statement.Id, slot, known, stated, statement.LastDay) { Bound = remark.Bound });
    }
}
