using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Tests.Dues;
using Xunit;

namespace Bot.Adapters.Tests.Dues;

/// <summary>What meets which due, in the campaigns as shipped.</summary>
public sealed class MatchingTests
{
    private static readonly Dictionary<string, DueCase> All = BaitaCases.All.Concat(OtherCampaignCases.All).ToDictionary(c => c.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Labels => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Dues_stand_as_they_should(string label) => All[label].Run(Open);

    private static Campaign Open(string id) => ShippedCampaigns.Open(id).Match(campaign => campaign, faults => throw new InvalidOperationException(faults[0].ToString()));
}
