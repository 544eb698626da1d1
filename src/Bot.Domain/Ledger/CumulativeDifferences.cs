using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Reading;

namespace Bot.Domain.Ledger;

/// <summary>Totals so far: only the difference to what is known is booked, as 补差.</summary>
internal static class CumulativeDifferences
{
    /// <summary>Decides a statement of totals about one unit.</summary>
    public static void Tell(LedgerDraft draft, UnitPart part)
    {
        var said = Statement.Fold(part.Activities.SelectMany(a => a.Components));
        if (Repeated(draft, part) is { } earlier)
        {
            draft.Tell(new LedgerOutcome.Repeated(part.Unit, earlier.Id)
            {
                SaidOn = earlier.SaidOn, Figures = [.. part.Activities.SelectMany(a => a.Components)],
            });
            return;
        }

        if (said.Count == 0) return;
        var statement = Add(draft, part);
        foreach (var figure in said) Tell(draft, part, statement, figure);
        if (part.Transcribed) draft.Remark(part.Unit, CheckCode.Transcribed, blocks: false, statement.Id, span: part.Activities[0].Span);
    }

    /// <summary>The record of a statement; it stands even where nothing is left to book.</summary>
    public static ActivityRecord Add(LedgerDraft draft, UnitPart part)
    {
        var span = CumulativeSpan.Of(draft.Request.Text, draft.Request.SaidOn, draft.Request.Campaign.Period);
        return draft.Add(part.Unit, span is { } days ? [days] : [], ActivityOrigin.Cumulative);
    }

    /// <summary>One figure of a new statement.</summary>
    public static void Tell(LedgerDraft draft, UnitPart part, ActivityRecord statement, Statement figure)
    {
        if (!Amounts.Bookable(figure.Value))
        {
            draft.Remark(part.Unit, CheckCode.FarFromPeers, blocks: true, statement.Id, figure);
            return;
        }

        var (known, bound) = Known(draft, statement, figure.Slot);
        if (!draft.AddsUp(figure.Slot))
        {
            var booked = StockFigures.Set(draft, statement, figure, BookingCause.CumulativeDifference) ? figure.Value - known : 0;
            draft.Tell(new LedgerOutcome.Difference(part.Unit, figure.Slot, known, figure.Value, booked) { Bound = figure.Bound });
        }
        else if (Agreement.Between(known, bound, figure.Value, figure.Bound))
        {
            // A told 0 is a figure: the blank shows 0 and leads here.
            if (figure.Value == 0 && !Held(draft, statement, figure.Slot)) draft.Book(statement, figure, 0, BookingCause.CumulativeDifference);
            draft.Tell(new LedgerOutcome.Difference(part.Unit, figure.Slot, known, figure.Value, 0) { Bound = figure.Bound });
        }
        else if (figure.Value > known)
        {
            draft.Book(statement, figure, figure.Value - known, BookingCause.CumulativeDifference);
            draft.Tell(new LedgerOutcome.Difference(part.Unit, figure.Slot, known, figure.Value, figure.Value - known) { Bound = figure.Bound });
        }
        else
        {
            TellBelow(draft, part, statement, figure, known);
        }
    }

    /// <summary>Asks about a total below what is known.</summary>
    public static void TellBelow(LedgerDraft draft, UnitPart part, ActivityRecord? statement, Statement figure, decimal known)
    {
        draft.Remark(part.Unit, CheckCode.BelowKnown, blocks: true, statement?.Id, figure);
        draft.Tell(new LedgerOutcome.BelowKnown(part.Unit, figure.Slot, known, figure.Value) { Bound = figure.Bound });
    }

    /// <summary>What is known in the days the statement covers, and its bound.</summary>
    public static (decimal Value, Bound Bound) Known(LedgerDraft draft, ActivityRecord statement, SlotId slot)
    {
        var value = 0m;
        var bound = Bound.Exact;
        foreach (var activity in draft.Activities)
        {
            if (activity.Unit != statement.Unit || draft.Figure(activity, slot) is not { Value: not 0 } figure) continue;
            if (draft.AddsUp(slot) && statement.Days.Count > 0 && !statement.Days.Contain(activity.LastDay)) continue;
            value += figure.Value;
            bound = Bounds.Sum(bound, figure.Bound);
        }

        return (value, bound);
    }

    private static bool Held(LedgerDraft draft, ActivityRecord statement, SlotId slot) =>
        draft.Live(statement.Unit).Any(a => draft.Holds(a, slot));

    private static ActivityRecord? Repeated(LedgerDraft draft, UnitPart part) =>
        draft.Request.Distinct ? null : draft.Live(part.Unit.Id).LastOrDefault(a =>
            a.Origin == ActivityOrigin.Cumulative
            && a.Submission != draft.Request.Submission
            && string.Equals(a.TextHash, draft.Request.TextHash, StringComparison.Ordinal));
}
