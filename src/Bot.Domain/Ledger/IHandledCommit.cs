namespace Bot.Domain.Ledger;

/// <summary>The one transaction: ledger, outbox and the inbox's completion.</summary>
public interface IHandledCommit
{
    /// <summary>
    /// Locks every (campaign, unit) concerned in id order, reads what the ledger then holds, lets
    /// <paramref name="decide"/> decide against it, and writes all of it at once.
    /// </summary>
    /// <returns>False: the chat's claim was lost meanwhile; nothing was written.</returns>
    Task<bool> CommitAsync(HandledSubmission handled, Func<LedgerState, Settlement> decide, CancellationToken cancel);
}
