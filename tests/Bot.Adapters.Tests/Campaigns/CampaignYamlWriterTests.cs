using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Bot.Adapters.Tests.Campaigns;

public sealed class CampaignYamlWriterTests
{
    [Theory, MemberData(nameof(ShippedCampaignsTests.Ids), MemberType = typeof(ShippedCampaignsTests))]
    public void A_shipped_campaign_comes_back_as_it_was_written(string id)
    {
        var campaign = ShippedCampaignsTests.Load(id);

        Same(campaign, Read(CampaignYamlWriter.Write(campaign)));
    }

    [Theory, MemberData(nameof(ShippedCampaignsTests.Ids), MemberType = typeof(ShippedCampaignsTests))]
    public void A_shipped_campaign_is_written_with_the_lines_its_file_has(string id)
    {
        var shipped = Lines(Encoding.UTF8.GetString(ShippedCampaigns.Content(id)!));

        // A list of columns may run over several lines in a file written by hand.
        Assert.Equal(
            shipped.Where(line => line.Contains("{ slot:", StringComparison.Ordinal)).ToList(),
            Lines(CampaignYamlWriter.Write(ShippedCampaignsTests.Load(id))).Where(line => line.Contains("{ slot:", StringComparison.Ordinal)).ToList());
        Assert.Subset(shipped.ToHashSet(), Lines(CampaignYamlWriter.Write(ShippedCampaignsTests.Load(id))).ToHashSet());
    }

    [Fact]
    public void Any_campaign_comes_back_as_it_was_written() => Prop.ForAll(MadeCampaigns.Any.ToArbitrary(), campaign =>
    {
        Same(campaign, Read(CampaignYamlWriter.Write(campaign)));
        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a line break becomes a space", "总结\r\n报告", "总结 报告")]
    [InlineData("so does every other mark that parts lines", "一\u2028二\u0085三\v四", "一 二 三 四")]
    [InlineData("half a character is dropped", "照\\uD83D片", "照片")]
    [InlineData("a control character is dropped", "照\u0007片", "照片")]
    public void What_no_text_on_one_line_can_hold_is_made_plain(string what, string text, string read)
    {
        var campaign = ShippedCampaignsTests.Load("dongming-2023") with { Theme = text.Replace("\\uD83D", "\uD83D", StringComparison.Ordinal) };

        Assert.True(read == Read(CampaignYamlWriter.Write(campaign)).Theme, what);
    }

    [Theory]
    [InlineData("theme: 遵守安全生产法  当好第一责任人", "遵守安全生产法  当好第一责任人")]
    [InlineData("theme: 'yes'", "yes")]
    [InlineData("theme: '2024'", "2024")]
    [InlineData("theme: '2024-06-01'", "2024-06-01")]
    [InlineData("theme: '主题: 安全'", "主题: 安全")]
    [InlineData("theme: 主题：安全", "主题：安全")]
    [InlineData("theme: '安全 #1'", "安全 #1")]
    [InlineData("theme: '- 安全'", "- 安全")]
    [InlineData("theme: '''安全'' 第一'", "'安全' 第一")]
    [InlineData("theme: “安全”第一", "“安全”第一")]
    [InlineData("theme: '{x}'", "{x}")]
    public void Texts_are_quoted_only_where_the_file_needs_it(string line, string theme) =>
        Assert.Contains(line, Lines(CampaignYamlWriter.Write(ShippedCampaignsTests.Load("dongming-2023") with { Theme = theme })));

    private static List<string> Lines(string text) => [.. text.Split('\n').Where(line => !line.TrimStart().StartsWith('#')).Select(line => line.Split(" # ")[0])];

    private static Campaign Read(string text) => CampaignYaml.Read(Encoding.UTF8.GetBytes(text), "written.yaml")
        .Match(campaign => campaign, faults => throw new InvalidOperationException(string.Join('\n', faults)));

    private static void Same(Campaign expected, Campaign actual)
    {
        Assert.Equivalent(expected, actual, strict: true);
        Assert.Equal(expected.Obligations.Select(owed => owed.Schedule.GetType()), actual.Obligations.Select(owed => owed.Schedule.GetType()));
    }
}
