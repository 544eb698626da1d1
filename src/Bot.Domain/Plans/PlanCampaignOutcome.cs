using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>What came of making a campaign out of a plan's reading.</summary>
public abstract record PlanCampaignOutcome
{
    private PlanCampaignOutcome() { }

    /// <summary>The plan says enough; a campaign file can hold every part of it.</summary>
    public sealed record Made(Campaign Campaign) : PlanCampaignOutcome;

    /// <summary>What no campaign can do without and the plan does not say; at least one.</summary>
    public sealed record Missing(IReadOnlyList<PlanDoubt> What) : PlanCampaignOutcome;

    /// <summary>One answer for each case.</summary>
    public T Match<T>(Func<Campaign, T> made, Func<IReadOnlyList<PlanDoubt>, T> missing)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(missing);
        return this switch
        {
            Made good => made(good.Campaign),
            Missing bad => missing(bad.What),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
