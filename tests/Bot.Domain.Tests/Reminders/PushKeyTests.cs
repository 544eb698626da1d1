using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Reminders;

public sealed class PushKeyTests
{
    private static readonly PushKey Key = new(
        new OccurrenceKey(new CampaignId("baita-2024"), "weekly-material", Day("2024-06-06")), Day("2024-06-07"), "day-15", new ChatKey(Platform.WebChat, "g1"));

    [Fact]
    public void A_key_is_stored_as_it_always_was() =>
        Assert.Equal("baita-2024/weekly-material/2024-06-06/2024-06-07/day-15/WebChat/g1", Key.ToString());

    [Fact]
    public void Whatever_differs_makes_another_key()
    {
        PushKey[] keys =
        [
            Key, Key with { Step = "eve" }, Key with { Deadline = Day("2024-06-06") }, Key with { Chat = new ChatKey(Platform.WebChat, "g2") },
            Key with { Chat = new ChatKey(Platform.Telegram, "g1") }, Key with { Of = Key.Of with { Obligation = "summary" } },
            Key with { Of = Key.Of with { Day = Day("2024-06-13") } }, Key with { Of = Key.Of with { Campaign = new CampaignId("dev-01") } },
        ];
        Assert.Distinct(keys.Select(k => k.ToString()));
    }
}
