using Bot.Domain.Campaigns;

namespace Bot.Adapters.Plans;

/// <summary>What came of activating a draft.</summary>
internal abstract record PlanActivationOutcome
{
    private PlanActivationOutcome() { }

    /// <summary>It runs.</summary>
    /// <param name="Revision">The campaign and its revision.</param>
    /// <param name="Groups">In how many groups it runs now.</param>
    public sealed record Activated(RevisionId Revision, int Groups) : PlanActivationOutcome;

    /// <summary>Something is missing: one sentence.</summary>
    public sealed record Refused(string Sentence) : PlanActivationOutcome;

    /// <summary>The office has no such draft, or it is a draft no more.</summary>
    public sealed record Unknown : PlanActivationOutcome;
}
