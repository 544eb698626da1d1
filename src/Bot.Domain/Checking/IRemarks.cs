using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Domain.Checking;

/// <summary>Remarks that wait for an answer.</summary>
public interface IRemarks
{
    /// <summary>The open remarks of the submission a remark belongs to, that one among them; none where it is settled.</summary>
    Task<IReadOnlyList<Remark>> WithAsync(OfficeId office, Guid remark, CancellationToken cancel);

    /// <summary>The open remarks of a submission, oldest first.</summary>
    Task<IReadOnlyList<Remark>> OfSubmissionAsync(OfficeId office, SubmissionId submission, CancellationToken cancel);

    /// <summary>The open remarks on the newest submission of an account that has any, made after an instant.</summary>
    Task<IReadOnlyList<Remark>> NewestOfAsync(OfficeId office, AccountKey account, DateTimeOffset after, CancellationToken cancel);
}
