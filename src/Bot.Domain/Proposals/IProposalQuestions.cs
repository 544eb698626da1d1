using Bot.Domain.Organisation;

namespace Bot.Domain.Proposals;

/// <summary>Puts the question about proposals into the outbox.</summary>
public interface IProposalQuestions
{
    /// <summary>The names of the people an office knows: they are covered before a text leaves the program.</summary>
    Task<IReadOnlyList<string>> NamesAsync(OfficeId office, CancellationToken cancel);

    /// <summary>
    /// Writes remarks and question in one transaction, once per submission; nothing where the submission was edited,
    /// withdrawn or erased meanwhile, or something about it is already being asked.
    /// </summary>
    /// <returns>Whether it is asked.</returns>
    Task<bool> AskAsync(ProposalQuestion question, CancellationToken cancel);
}
