using Bot.Domain.Checking;
using Bot.Domain.Dues;

namespace Bot.Domain.Ledger;

/// <summary>Decides what a submission means for the ledger. Pure: the same request against the same state decides the same.</summary>
public static class RecordSubmission
{
    /// <summary>The decision.</summary>
    /// <param name="request">The submission and its reading.</param>
    /// <param name="known">What the ledger holds for its campaign and units, read under their locks.</param>
    /// <param name="ids">Where ids of activities, bookings and remarks come from, ascending.</param>
    public static LedgerDecision Decide(RecordRequest request, LedgerState known, IIdSource ids)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(ids);
        var draft = new LedgerDraft(request, known, ids);
        switch (request.Change)
        {
            case SubmissionChange.New:
                Submissions.Tell(draft);
                break;
            case SubmissionChange.Edited:
                Edits.Apply(draft);
                break;
            case SubmissionChange.Withdrawn:
                Edits.Withdraw(draft);
                break;
        }

        Checks.Run(draft);
        DueSettlement.Settle(draft);
        return draft.ToDecision();
    }
}
