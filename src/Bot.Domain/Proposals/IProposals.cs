namespace Bot.Domain.Proposals;

/// <summary>
/// Somebody who guesses which blank a left-over figure belongs into. Never believed: what it says is checked
/// (<see cref="LeftFigures"/>) and asked of a person.
/// </summary>
public interface IProposals
{
    /// <summary>Its guesses. Does not throw where it fails or takes too long.</summary>
    Task<ProposalOutcome> ForAsync(ProposalRequest request, CancellationToken cancel);
}
