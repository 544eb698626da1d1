using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Gathering;

/// <summary>Submissions as they were handled before.</summary>
public interface ISubmissions
{
    /// <summary>What lies around a waiting message.</summary>
    Task<GatherSight> SightAsync(IncomingMessage message, CancellationToken cancel);

    /// <summary>The submission a platform's message of the chat belongs to; null: none.</summary>
    Task<Submission?> OfMessageAsync(ChatKey chat, string platformMessageId, CancellationToken cancel);

    /// <summary>A submission of the office; null: none.</summary>
    Task<Submission?> FindAsync(OfficeId office, SubmissionId id, CancellationToken cancel);

    /// <summary>The units whose records a submission made, or the sender's newest ones: those a withdrawal or an edit may touch.</summary>
    Task<IReadOnlyList<UnitId>> RecordedUnitsAsync(OfficeId office, AccountKey sender, SubmissionId own, CancellationToken cancel);

    /// <summary>What an account said before it was registered (待认领), oldest first.</summary>
    Task<IReadOnlyList<Submission>> UnclaimedAsync(OfficeId office, AccountKey account, CancellationToken cancel);
}
