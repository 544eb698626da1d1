using Bot.Domain.Ledger;

namespace Bot.Domain.Checking;

/// <summary>What becomes of two like reports of one sender and one day, both booked.</summary>
internal static class SameDayAnswers
{
    /// <summary>同一场 takes one of the two back: the earlier, or the later where the first is to stay.</summary>
    public static void Settle(LedgerDraft draft, Remark remark, Answer answer)
    {
        if (answer is not (Answer.SameTakeLater or Answer.SameKeepFirst)) return;
        if (draft.Live(remark.Unit).FirstOrDefault(a => a.Id == remark.Activity) is not { } later) return;
        foreach (var earlier in Earlier(draft, later))
        {
            var families = KnownTelling.Of(draft, later).Select(t => t.Family).ToHashSet(StringComparer.Ordinal);
            var (kept, gone) = answer == Answer.SameTakeLater ? (later, earlier) : (earlier, later);
            var atIssue = draft.Figures(gone)
                .Where(f => f.Value != 0 && families.Contains(f.Slot.Family) && draft.HasFamily(kept, f.Slot.Family)).ToList();
            foreach (var figure in atIssue)
            {
                var (both, left) = (figure.Value + draft.Value(kept, figure.Slot), draft.Figure(kept, figure.Slot));
                Retractions.Remove(draft, gone, figure, draft.Whole, Rules.Answer);
                draft.Tell(new LedgerOutcome.Corrected(Retractions.UnitOf(draft, kept), kept.Id, figure.Slot, both, left?.Value ?? 0, kept.LastDay)
                {
                    Bound = left?.Bound ?? default,
                });
            }

            if (draft.Figures(gone).All(f => f.Value == 0)) draft.TakeBack(gone);
            if (answer == Answer.SameKeepFirst) break;
        }
    }

    private static List<ActivityRecord> Earlier(LedgerDraft draft, ActivityRecord later) =>
    [
        .. draft.Live(later.Unit).Where(a =>
            draft.Order(a) < draft.Order(later) && a.Submission != later.Submission && a.Origin != ActivityOrigin.Cumulative
            && a.Days.Count > 0 && DaySets.Same(a.Days, later.Days)
            && draft.Figures(later).Any(f => draft.Figures(a).Any(o => o.Slot.Family == f.Slot.Family && o.Value != 0))),
    ];
}
