using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Tests.Ledger;
using Xunit;
using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Checking;

public sealed class CheckTests
{
    private static readonly Unit Lixiang = Taoxian with { Id = new UnitId(new Guid(3, 0, 0, new byte[8])), Name = "李相村", Aliases = ["李相"] };
    private static readonly Unit Fuyou = Taoxian with { Id = new UnitId(new Guid(4, 0, 0, new byte[8])), Name = "富友社区" };

    [Theory]
    [InlineData("6-13: ds=1 da=50", "")]
    [InlineData("6-13: da=50", "AttendanceWithoutActivity")]
    [InlineData("6-13: ba=50", "")]
    [InlineData("6-13: ds=250 da=50", "FarFromPeers")]
    [InlineData("6-13: ds=1 da=200000", "FarFromPeers")]
    [InlineData("5-31: ds=1", "")]
    [InlineData("5-30: ds=1", "DayOutsideCampaign")]
    [InlineData("6-29/7-1: ds=1", "DayOutsideCampaign DayInFuture")]
    [InlineData("11-20: w=1", "DayInFuture")]
    [InlineData("6-14: ds=1", "DayInFuture")]
    [InlineData("6-10/6-14: ds=1", "")]
    [InlineData("ds=1", "")]
    public void Days_and_values_are_looked_at(string activities, string codes) => Assert.Equal(codes, Codes(Report("6-13", activities)));

    [Fact]
    public void A_later_subject_may_run_longer_than_the_campaign() => Assert.Equal("", Codes(Report("11-22", "11-20: w=1")));

    [Theory]
    [InlineData(60, "")]
    [InlineData(200, "")]
    [InlineData(600, "FarFromPeers")]
    [InlineData(12, "")]
    [InlineData(1, "FarFromPeers")]
    public void A_value_far_from_its_peers_is_marked(int value, string codes) => Assert.Equal(codes, Codes(
        Report("6-13", FormattableString.Invariant($"6-13: ds=1 da={value}")), state => Peers(state, 40, 55, 60, 48, 70, 52, 66)));

    [Fact]
    public void Few_peers_are_no_measure() =>
        Assert.Equal("", Codes(Report("6-13", "6-13: ds=1 da=9000"), state => Peers(state, 40, 55, 60, 48)));

    [Fact]
    public void A_photo_and_a_text_seen_before_are_marked_once()
    {
        var earlier = new SubmissionId(new Guid(50, 0, 0, new byte[8]));
        Assert.Equal("RepeatedPhoto NeighbourText", Codes(
            Report("6-13", "6-12: ds=1 | 6-13: p=3"), state => state with { EarlierPhotos = [earlier], SameText = [Taoxian.Id] }));
    }

    [Fact]
    public void Nothing_booked_nothing_marked() => Assert.Equal("", Codes(
        Zero("6-13"), state => state with { EarlierPhotos = [new SubmissionId(new Guid(50, 0, 0, new byte[8]))], SameText = [Taoxian.Id] }));

    [Theory]
    [InlineData("桃仙社区6月13日开展演练1场", "OtherUnitNamed")]
    [InlineData("白塔社区6月13日开展演练1场", "")]
    [InlineData("白塔社区联合桃仙社区开展演练1场", "")]
    [InlineData("白塔社区走进李相村开展演练1场", "")]
    [InlineData("白塔社区与桃仙社区共同开展演练1场", "")]
    [InlineData("1.白塔社区：演练1场 2.桃仙社区： 3.李相村： 4.富友社区：", "")]
    [InlineData("李相组织演练1场", "OtherUnitNamed")]
    public void Another_units_name_is_marked_unless_it_is_a_partner(string text, string codes) =>
        Assert.Equal(codes, Codes(Report("6-13", "6-13: ds=1") with { Text = text }));

    [Theory]
    [InlineData("2023年6月13日开展演练1场", "OtherYearNamed")]
    [InlineData("２０２３年６月１３日开展演练1场", "OtherYearNamed")]
    [InlineData("二〇二三年六月十三日开展演练1场", "OtherYearNamed")]
    [InlineData("2023-06-13 演练1场", "OtherYearNamed")]
    [InlineData("2023.6.13演练1场", "OtherYearNamed")]
    [InlineData("2024年6月13日开展演练1场", "")]
    [InlineData("治本攻坚三年行动（2024—2026年）演练1场", "")]
    [InlineData("《应急预案》（2023年版）演练1场", "")]
    [InlineData("新法自2021年9月1日起施行，演练1场", "")]
    [InlineData("浑应急〔2023〕5号，演练1场", "")]
    [InlineData("电话024-2023-0613，演练1场", "")]
    public void A_day_of_another_year_is_marked(string text, string codes) =>
        Assert.Equal(codes, Codes(Report("6-13", "6-13: ds=1") with { Text = text }));

    [Fact]
    public void What_a_check_finds_is_booked_all_the_same()
    {
        var ledger = new LedgerReplay();
        var decision = ledger.Say(Report("6-13", "6-14: ds=250"));
        Assert.Equal("ds=250", ledger.Totals());
        Assert.All(decision.Remarks, r => Assert.False(r.Blocks));
        Assert.All(decision.Remarks, r => Assert.Equal(decision.Activities[0].Id, r.Activity));
    }

    private static string Codes(Saying said, Func<LedgerState, LedgerState>? around = null)
    {
        var ledger = new LedgerReplay { Around = around ?? (s => s), OfficeUnits = [Baita, Taoxian, Lixiang, Fuyou] };
        return string.Join(' ', ledger.Say(said).Remarks.Select(r => r.Code));
    }

    private static LedgerState Peers(LedgerState state, params decimal[] values) => state with
    {
        Peers = new Dictionary<Bot.Domain.Campaigns.SlotId, IReadOnlyList<decimal>> { [SampleCampaign.Short["da"]] = values },
    };
}
