using Bot.Domain.Campaigns;

namespace Bot.Domain.Proposals;

/// <summary>What is told to who guesses: no more than it takes.</summary>
public sealed record ProposalRequest
{
    /// <summary>The blanks that are still free.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }

    /// <summary>The sentences that hold the pieces, without names and private numbers.</summary>
    public required string Text { get; init; }

    /// <summary>The left-over figures with their measure, in the order of the text: 12处.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }
}
