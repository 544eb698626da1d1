using Bot.Adapters.Documents;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

public sealed class DeadlineCalendarTests
{
    private static readonly OfficeId Office = new(Guid.Parse("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"));
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Since = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Shipped => [.. ShippedCampaigns.Ids];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_campaign_makes_a_calendar_of_its_deadlines(string id)
    {
        var running = Running(Load(id));
        var calendar = Write(running);
        Assert.Equal("2.0", calendar.Head.Single(h => h.Name == "VERSION").Value);
        Assert.Contains(calendar.Head, h => h.Name == "PRODID");
        Assert.Equal(running.Campaign.Subject + "报送日程", ReadCalendar.Meant(calendar.Head.Single(h => h.Name == "X-WR-CALNAME").Value));
        Assert.Equal(running.Campaign.Obligations.Sum(o => running.OccurrencesOf(o, Zone).Count), calendar.Events.Count);
        Assert.Equal(calendar.Events.Count, calendar.Events.Select(e => e["UID"]).Distinct().Count());
        Assert.All(calendar.Events, e => Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", e["DTSTAMP"]));
        Assert.DoesNotContain(calendar.Events, e => e.Values.Contains("VALARM"));
    }

    [Fact]
    public void A_deadline_is_a_whole_day_and_says_what_and_where()
    {
        var summary = Of(Write(Running(Load("baita-2024"))), "baita-2024-summary-20240625-");
        Assert.Equal(("20240625", "20240626"), (summary["DTSTART;VALUE=DATE"], summary["DTEND;VALUE=DATE"]));
        Assert.Equal("报送：总结", ReadCalendar.Meant(summary["SUMMARY"]));
        var material = Of(Write(Running(Load("baita-2024"))), "baita-2024-weekly-material-20240606-");
        Assert.Equal("白塔街道2024年“安全生产月”活动方案\n内容：文字、照片、视频\n报到：各社区安全员联络群", ReadCalendar.Meant(material["DESCRIPTION"]));
    }

    [Fact]
    public void A_deadline_at_an_hour_ends_at_that_hour_in_UTC()
    {
        var campaign = Load("baita-2024");
        campaign = campaign with { Obligations = [.. campaign.Obligations.Select(o => o with { Time = new TimeOnly(17, 30) })] };
        var summary = Of(Write(Running(campaign)), "baita-2024-summary-20240625-");
        Assert.Equal(("20240625T090000Z", "20240625T093000Z"), (summary["DTSTART"], summary["DTEND"]));
        Assert.Equal("报送：总结（17:30前）", ReadCalendar.Meant(summary["SUMMARY"]));
    }

    [Fact]
    public void A_moved_deadline_is_the_same_entry_on_another_day_with_a_higher_sequence()
    {
        var running = Running(Load("baita-2024"));
        var before = Of(Write(running), "baita-2024-summary-20240625-");
        var once = Of(Write(Moved(running, 28, hour: 1)), "baita-2024-summary-20240625-");
        var twice = Of(Write(Moved(running, 27, hour: 2)), "baita-2024-summary-20240625-");
        Assert.Equal(before["UID"], twice["UID"]);
        Assert.Equal("20240627", twice["DTSTART;VALUE=DATE"]);
        Assert.Contains("原定2024年6月25日，已延期：台风，停课；路断", ReadCalendar.Meant(twice["DESCRIPTION"]), StringComparison.Ordinal);
        Assert.Equal("0", before["SEQUENCE"]);
        Assert.True(int.Parse(before["SEQUENCE"]) < int.Parse(once["SEQUENCE"]) && int.Parse(once["SEQUENCE"]) < int.Parse(twice["SEQUENCE"]));
        Assert.True(string.CompareOrdinal(before["DTSTAMP"], twice["DTSTAMP"]) < 0);
    }

    [Fact]
    public void The_file_changes_only_when_a_deadline_does()
    {
        var running = Running(Load("baita-2024"));
        Assert.Equal(Bytes(running), Bytes(running));
        Assert.NotEqual(Bytes(running), Bytes(Moved(running, 28, hour: 1)));
    }

    [Theory]
    [InlineData("a,b;c\\d\ne", "a,b;c\\d\ne")]
    [InlineData("第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行")]
    [InlineData("长标题长标题长标题长标题长标题长标题长标题长标题长标题长标题长标题", "长标题长标题长标题长标题长标题长标题长标题长标题长标题长标题长标题")]
    [InlineData("🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒", "🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒🚒")]
    [InlineData("bell\u0007 and tab\tgone", "bell and tabgone")]
    [InlineData("END:VCALENDAR\r\nBEGIN:VEVENT", "END:VCALENDAR\nBEGIN:VEVENT")]
    public void Whatever_a_plan_says_stays_one_value_of_one_line(string title, string meant)
    {
        var calendar = Write(Running(Load("baita-2024") with { Title = title }));
        Assert.StartsWith(meant + "\n内容", ReadCalendar.Meant(Of(calendar, "baita-2024-weekly-material-20240606-")["DESCRIPTION"]), StringComparison.Ordinal);
    }

    private static byte[] Bytes(RunningCampaign running) =>
        DeadlineCalendar.Write(Office, "Asia/Shanghai", running.Campaign, Deadline.AllOf(running, [Unit], [Unit], Zone));

    private static ReadCalendar Write(RunningCampaign running) => ReadCalendar.Of(Bytes(running));

    private static IReadOnlyDictionary<string, string> Of(ReadCalendar calendar, string uid) => calendar.Events.Single(e => e["UID"].StartsWith(uid, StringComparison.Ordinal));

    private static readonly Unit Unit = new() { Id = new UnitId(Guid.Empty), Name = "白塔社区", Order = 1 };

    private static RunningCampaign Running(Campaign campaign) => new()
    {
        Revision = new RevisionId(campaign.Id, 1), Campaign = campaign, Since = new DateTimeOffset(campaign.Year, 1, 1, 0, 0, 0, TimeSpan.Zero), Groups = [],
    };

    private static RunningCampaign Moved(RunningCampaign running, int day, int hour) => running with
    {
        Moves = [new DeadlineMove("summary", new DateOnly(2024, 6, 25), new DateOnly(2024, 6, day), Since.AddHours(hour), "台风，停课；路断")],
    };

    private static Campaign Load(string id) => CampaignYaml.Read(ShippedCampaigns.Content(id)!, id) is CampaignFile.Loaded loaded ? loaded.Campaign : throw new InvalidOperationException(id);
}
