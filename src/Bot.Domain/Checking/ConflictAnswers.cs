using Bot.Domain.Ledger;
using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>What becomes of two reporters' different figures of one day.</summary>
internal static class ConflictAnswers
{
    /// <summary>另一场 books the later ones beside, 同一场 puts them in place of the earlier, or leaves those.</summary>
    public static void Settle(LedgerDraft draft, Remark remark, Answer answer)
    {
        var earlier = draft.Activities.FirstOrDefault(a => a.Id == remark.Activity);
        if (draft.Request.Parts.FirstOrDefault(p => p.Unit.Id == remark.Unit) is not { } part) return;
        var atIssue = earlier is null ? [] : AtIssue(draft, part, earlier);
        if (answer == Answer.SameKeepFirst || earlier is null) return;
        if (answer == Answer.Another || !draft.IsLive(earlier))
        {
            NewReports.Tell(draft, part with { Activities = atIssue, Asks = [] });
            return;
        }

        foreach (var figure in Statement.Fold(atIssue.SelectMany(a => a.Components)).Where(f => Amounts.Bookable(f.Value) && draft.AddsUp(f.Slot)))
        {
            var now = draft.Value(earlier, figure.Slot);
            new CorrectionTarget([earlier], now).Book(draft, figure, BookingCause.Correction);
            draft.Tell(new LedgerOutcome.Corrected(part.Unit, earlier.Id, figure.Slot, now, figure.Value, earlier.LastDay) { Bound = figure.Bound });
        }
    }

    private static List<ReportedActivity> AtIssue(LedgerDraft draft, UnitPart part, ActivityRecord earlier) =>
    [
        .. part.Activities.Where(a => DaySets.Same(a.Days, earlier.Days))
            .Select(a => a with { Components = [.. a.Components.Where(c => draft.HasFamily(earlier, c.Slot.Family))] })
            .Where(a => a.Components.Count > 0),
    ];
}
