using Bot.Domain.Ledger;

namespace Bot.Domain.Dues;

/// <summary>Somebody says that a report that met nothing makes up for an older due (see <see cref="DueOutcome.Offers"/>). Pure.</summary>
public static class OverdueChoice
{
    /// <summary>The decision; <see cref="LedgerDecision.None"/>: the due is not open any more, or the report counts for another or no more.</summary>
    /// <param name="original">The submission, read again.</param>
    /// <param name="chosen">The due it is to meet.</param>
    /// <param name="known">What the ledger holds, read under its locks.</param>
    public static LedgerDecision Decide(RecordRequest original, DueId chosen, LedgerState known)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(known);
        var due = known.Dues.FirstOrDefault(d => d.Id == chosen && d.State == DueState.Open && original.Parts.Any(p => p.Unit.Id == d.Unit));
        if (due is null || known.Dues.Any(d => d.MetBy == original.Submission && d.Unit == due.Unit)) return LedgerDecision.None;
        if (!known.Activities.Any(a => a.Submission == original.Submission && a.Unit == due.Unit && !a.TakenBack)) return LedgerDecision.None;
        var met = due with { State = due.IsInTime(original.SaidAt) ? DueState.Met : DueState.Late, MetBy = original.Submission, MetAt = original.SaidAt };
        return new LedgerDecision { DueChanges = [new DueChange(met)], Dues = [new DueOutcome.Meets(met, Campaigns.Asked.Nothing)] };
    }
}
