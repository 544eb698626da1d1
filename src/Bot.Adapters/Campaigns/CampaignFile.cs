using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>What came of reading a campaign file.</summary>
internal abstract record CampaignFile
{
    private CampaignFile() { }

    /// <summary>The file is good.</summary>
    public sealed record Loaded(Campaign Campaign) : CampaignFile;

    /// <summary>The file is not taken; at least one fault, in the order of the file.</summary>
    public sealed record Broken(IReadOnlyList<CampaignFault> Faults) : CampaignFile;

    /// <summary>One answer for each case.</summary>
    public T Match<T>(Func<Campaign, T> loaded, Func<IReadOnlyList<CampaignFault>, T> broken) => this switch
    {
        Loaded good => loaded(good.Campaign),
        Broken bad => broken(bad.Faults),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static CampaignFile Fault(string file, string found, string expected) =>
        new Broken([new CampaignFault(file, 0, 0, found, expected)]);
}
