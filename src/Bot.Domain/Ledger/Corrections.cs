using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>
/// Changes figures given earlier. The difference is booked on the activity the correction means; the old bookings stay.
/// </summary>
/// <remarks>
/// A correction that states a total so far moves the unit's total to it. One that only a cumulative statement can answer, or
/// that names it (统计表里, or the total it replaces), changes what that statement said. A figure that nothing on record answers is added to the activity that the rest of the
/// same correction reached; with no such activity it is asked, not booked.
/// </remarks>
internal static class Corrections
{
    /// <summary>Decides every corrected figure of one unit.</summary>
    public static void Tell(LedgerDraft draft, UnitPart part)
    {
        var search = new CorrectionSearch(draft, part);
        var left = new List<(Statement Figure, IReadOnlyList<DaySpan> Days)>();
        ActivityRecord? reached = null;
        foreach (var told in part.Activities)
        {
            var days = told.Days.Count > 0 ? told.Days : draft.Request.Reading.Days;
            foreach (var figure in Statement.Fold(told.Components))
            {
                if (!Amounts.Bookable(figure.Value)) draft.Remark(part.Unit, CheckCode.FarFromPeers, blocks: true, about: figure);
                else if (draft.Request.Reading.Basis == Basis.Cumulative) TellTotal(draft, part, figure);
                else if (NamedTotal(draft, part, figure, days, search) is { } statement) Restate(draft, part, figure, statement);
                else if (search.Find(figure, days) is { } target) reached = Correct(draft, part, figure, target);
                else if (!TellStatement(draft, part, figure, days)) left.Add((figure, days));
            }
        }

        foreach (var (figure, days) in left) TellUnanswered(draft, part, figure, days, reached);
    }

    private static ActivityRecord Correct(LedgerDraft draft, UnitPart part, Statement figure, CorrectionTarget target)
    {
        var activity = target.Activities[0];
        if (draft.AddsUp(figure.Slot))
        {
            target.Book(draft, figure, BookingCause.Correction);
            Tell(draft, part, activity, figure, target.From);
        }
        else
        {
            Tell(draft, part, activity, figure, StockFigures.Restate(draft, activity, figure, BookingCause.Correction));
        }

        return activity;
    }

    // The total so far is to be this.
    private static void TellTotal(LedgerDraft draft, UnitPart part, Statement figure)
    {
        var statement = StatedTotals.Newest(draft, part.Unit.Id, figure.Slot);
        if (statement is null || !draft.AddsUp(figure.Slot))
        {
            CumulativeDifferences.Tell(draft, part, statement ?? CumulativeDifferences.Add(draft, part), figure);
            return;
        }

        var (known, _) = CumulativeDifferences.Known(draft, statement, figure.Slot);
        if (StatedTotals.Move(draft, statement, figure, figure.Value - known)) Tell(draft, part, statement, figure, known);
        else CumulativeDifferences.TellBelow(draft, part, statement, figure, known);
    }

    // The statement that is the slot's only source said something else.
    private static bool TellStatement(LedgerDraft draft, UnitPart part, Statement figure, IReadOnlyList<DaySpan> days)
    {
        if (StatedTotals.Newest(draft, part.Unit.Id, figure.Slot) is not { } statement || !draft.Holds(statement, figure.Slot)) return false;
        if (days.Count > 0 && !days.Contain(statement.SaidOn)) return false;
        var stated = StatedTotals.Of(draft, statement, figure.Slot);
        if (figure.Replaces is { } old && old != stated && stated != figure.Value) return false;
        Restate(draft, part, figure, statement);
        return true;
    }

    // 统计表里应为22次，不是20次: the total that was stated, not a report that happens to hold the slot.
    private static ActivityRecord? NamedTotal(LedgerDraft draft, UnitPart part, Statement figure, IReadOnlyList<DaySpan> days, CorrectionSearch search)
    {
        if (!draft.AddsUp(figure.Slot) || draft.Request.Quoted is not null) return null;
        var named = KindWords.Shared.Any("stated-total", SourceText.Fold(draft.Request.Text).Text);
        var statement = figure.Replaces is { } old
            ? named || !search.HoldsReplaced(figure) ? StatedTotals.Saying(draft, part.Unit.Id, figure.Slot, old, figure.Value) : null
            : named ? StatedTotals.Newest(draft, part.Unit.Id, figure.Slot) : null;
        return statement is not null && (days.Count == 0 || days.Contain(statement.SaidOn)) && StatedTotals.Of(draft, statement, figure.Slot) != 0 ? statement : null;
    }

    private static void Restate(LedgerDraft draft, UnitPart part, Statement figure, ActivityRecord statement)
    {
        var stated = StatedTotals.Of(draft, statement, figure.Slot);
        if (StatedTotals.Move(draft, statement, figure, figure.Value - stated)) Tell(draft, part, statement, figure, stated);
        else CumulativeDifferences.TellBelow(draft, part, statement, figure, stated);
    }

    private static void TellUnanswered(LedgerDraft draft, UnitPart part, Statement figure, IReadOnlyList<DaySpan> days, ActivityRecord? reached)
    {
        if (reached is not null && (days.Count == 0 || reached.Days.Count == 0 || DaySets.Overlap(reached.Days, days)))
        {
            Correct(draft, part, figure, new CorrectionTarget([reached], 0));
            return;
        }

        draft.Remark(part.Unit, CheckCode.NothingToCorrect, blocks: true, about: figure);
        draft.Tell(new LedgerOutcome.NothingToCorrect(part.Unit, figure.Slot, figure.Value));
    }

    private static void Tell(LedgerDraft draft, UnitPart part, ActivityRecord activity, Statement figure, decimal from) =>
        draft.Tell(new LedgerOutcome.Corrected(part.Unit, activity.Id, figure.Slot, from, figure.Value, activity.LastDay) { Bound = figure.Bound });
}
