using Bot.Domain.Dues;
using Bot.Domain.Replies;
using Bot.Domain.Tests.Dues;
using Xunit;
using static Bot.Domain.Tests.Dues.SampleSeason;

namespace Bot.Domain.Tests.Replies;

/// <summary>What 进度 and 未报 say, whole sentences.</summary>
public sealed class DueTextTests
{
    private static readonly DateTimeOffset Now = At(6, 20, 12, 7);

    private static SampleSeason Season() => new SampleSeason()
        .With("material", Day(6, 6), DueState.Met, 1, 2, 3).With("material", Day(6, 6), DueState.Late, 4)
        .With("material", Day(6, 13), DueState.Met, 1, 2, 3, 4).With("material", Day(6, 13), DueState.Excused, 5)
        .With("material", Day(6, 20), DueState.Met, 1);

    [Fact]
    public void Progress_has_rates_with_denominators_this_time_and_so_far() => Assert.Equal(
        """
        进度（截至6月20日12:07）：
        活动材料（今天）：已报1/5（20%）
        　已到期2期：已报8/9（88.9%），按时7/9（77.8%），免报1家
        总结（6月25日前）：已报0/5（0%）
        沈阳行进展情况（6月25日前）：已报0/5（0%）
        沈阳行总结（12月25日前）：已报0/5（0%）
        """,
        ProgressText.Compose(Season().Board(Now), DueTopic.All));

    [Fact]
    public void Progress_of_a_day_shows_that_occurrence_with_both_rates() => Assert.Equal(
        "进度（截至6月20日12:07）：\n活动材料（6月6日）：已报4/5（80%），按时3/5（60%）",
        ProgressText.Compose(Season().Board(Now), new DueTopic { Days = new(Day(6, 6), Day(6, 6)) }));

    [Fact]
    public void Before_anything_can_be_reported_it_says_from_when() =>
        Assert.Contains("活动材料（6月6日前）：6月1日起报", ProgressText.Compose(Season().Board(At(5, 31, 9)), DueTopic.All), StringComparison.Ordinal);

    [Fact]
    public void Where_everybody_is_excused_there_is_no_rate() => Assert.EndsWith(
        "总结（6月25日前）：没有应报",
        ProgressText.Compose(
            new SampleSeason(2, SampleSeason.Owed("summary", Domain.Campaigns.ObligationKind.Summary, new Domain.Campaigns.Schedule.Once(Day(6, 25))))
                .With("summary", Day(6, 25), DueState.Excused, 1, 2).Board(Now),
            DueTopic.All),
        StringComparison.Ordinal);

    [Fact]
    public void Progress_names_no_unit() =>
        Assert.All(new SampleSeason().Units, u => Assert.DoesNotContain(u.Name, ProgressText.Compose(Season().Board(Now), DueTopic.All), StringComparison.Ordinal));

    [Fact]
    public void An_admin_hears_the_missing_units_oldest_first() => Assert.Equal(
        """
        还没报的（6月20日12:07）：
        活动材料（6月6日）：还差戊社区
        活动材料（今天）：还差乙社区、丙社区、丁社区、戊社区
        总结（6月25日前）：5家都还没报
        沈阳行进展情况（6月25日前）：5家都还没报
        沈阳行总结（12月25日前）：5家都还没报
        """,
        MissingText.ForAdmin(Season().Board(Now), Season().Board(Now).Unfinished(DueTopic.All), wholly: false).Text);

    [Fact]
    public void When_nobody_is_missing_it_says_so() => Assert.Equal(
        "都报齐了，没有还差的。",
        MissingText.ForAdmin(Season().Board(Now), Season().Board(Now).Unfinished(new DueTopic { Days = new(Day(6, 13), Day(6, 13)) }), wholly: false).Text);

    [Fact]
    public void A_liaison_hears_the_own_unit_and_counts_and_no_other_name()
    {
        var season = Season();
        var text = MissingText.ForLiaison(season.Board(Now), DueTopic.All, [season.Units[4]]);
        Assert.Equal(
            """
            活动材料（6月6日）：戊社区还没报；全部5家还差1家。
            活动材料（今天）：戊社区还没报；全部5家还差4家。
            总结（6月25日前）：戊社区还没报；全部5家还差5家。
            沈阳行进展情况（6月25日前）：戊社区还没报；全部5家还差5家。
            沈阳行总结（12月25日前）：戊社区还没报；全部5家还差5家。
            """,
            text);
        Assert.All(season.Units.Take(4), u => Assert.DoesNotContain(u.Name, text, StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_group_a_long_list_is_cut_and_the_whole_one_is_not()
    {
        var board = new SampleSeason(40).With("material", Day(6, 20), DueState.Met, 1).Board(Now);
        var (inGroup, isCut) = MissingText.ForAdmin(board, board.Unfinished(new DueTopic { Days = new(Day(6, 20), Day(6, 20)) }), wholly: false);
        Assert.True(isCut);
        Assert.Contains("13号社区等39家", inGroup, StringComparison.Ordinal);
        var (whole, wholeIsCut) = MissingText.ForAdmin(board, board.Unfinished(new DueTopic { Days = new(Day(6, 20), Day(6, 20)) }), wholly: true);
        Assert.False(wholeIsCut);
        Assert.Contains("39号社区、40号社区", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void However_many_units_there_are_a_message_stays_one()
    {
        var board = new SampleSeason(2000).With("material", Day(6, 6), DueState.Met, 1).With("material", Day(6, 13), DueState.Met, 1).With("material", Day(6, 20), DueState.Met, 1).Board(Now);
        Assert.InRange(MissingText.ForAdmin(board, board.Unfinished(DueTopic.All), wholly: true).Text.Length, 1, 4000);
        Assert.InRange(MissingText.ForAdmin(board, board.Unfinished(DueTopic.All), wholly: false).Text.Length, 1, 800);
    }

    [Fact]
    public void Nobody_is_scolded() => Assert.All(
        new[] { MissingText.ForAdmin(Season().Board(Now), Season().Board(Now).Unfinished(DueTopic.All), wholly: true).Text, ProgressText.Compose(Season().Board(Now), DueTopic.All) },
        text => Assert.DoesNotContain("逾期", text, StringComparison.Ordinal));
}
