using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;

namespace Bot.Host.Tests.Verbs;

/// <summary>Readers of the shipped campaigns.</summary>
internal static class Shipped
{
    public static IReportReader Reader { get; } = ReaderOf("baita-2024");

    public static IReportReader ReaderOf(string id) => ReportReader.Compile(Campaign(id));

    public static Campaign Campaign(string id) => ShippedCampaigns.Open(id).Match(campaign => campaign, faults => throw new InvalidOperationException(faults[0].ToString()));
}
