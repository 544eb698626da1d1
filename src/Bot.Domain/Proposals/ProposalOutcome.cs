namespace Bot.Domain.Proposals;

/// <summary>What came of asking for proposals.</summary>
public abstract record ProposalOutcome
{
    private ProposalOutcome() { }

    /// <summary>The guesses, unchecked.</summary>
    public sealed record Given(IReadOnlyList<Proposal> Proposals) : ProposalOutcome;

    /// <summary>No answer, or none that can be read. Not tried again.</summary>
    /// <param name="Code">Why, for the log: <c>timeout</c>, <c>status-429</c>, <c>malformed</c> …</param>
    public sealed record Failed(string Code) : ProposalOutcome;

    /// <summary>One answer for each case.</summary>
    public T Match<T>(Func<Given, T> given, Func<Failed, T> failed) => this switch
    {
        Given good => given(good),
        Failed bad => failed(bad),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
