using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Organisation;
using Bot.Domain.Tests.Ledger;
using Xunit;
using static Bot.Domain.Tests.Dues.DueSamples;

namespace Bot.Domain.Tests.Dues;

public sealed class DuePlanTests
{
    private static readonly Unit Community = Unit(1, "白塔社区", "社区");
    private static readonly Unit Village = Unit(2, "李相村", "村");
    private static readonly Unit Firm = Unit(3, "第一纸箱厂", "企业");
    private static readonly Unit Untyped = Unit(4, "塔北站", "");

    public static TheoryData<string, string, string> Addressees => new()
    {
        { "nobody named: all", "", "白塔社区 李相村 第一纸箱厂 塔北站" },
        { "types, and who has none", "社区 村", "白塔社区 李相村 塔北站" },
        { "a name, and who has no type", "第一纸箱厂", "第一纸箱厂 塔北站" },
        { "a type and a name", "社区 第一纸箱厂", "白塔社区 第一纸箱厂 塔北站" },
        { "none fits: all", "学校", "白塔社区 李相村 第一纸箱厂 塔北站" },
        { "one of two fits", "学校 村", "李相村 塔北站" },
    };

    [Theory]
    [MemberData(nameof(Addressees))]
    public void An_obligation_asks_those_it_is_addressed_to(string label, string addressees, string asked)
    {
        var obligation = Owed(new Schedule.Once(Day("2024-06-25"))) with { Addressees = addressees.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        var units = DuePlan.Addressed(obligation, [Community, Village, Firm, Untyped]);
        Assert.True(asked == string.Join(' ', units.Select(u => u.Name)), label);
        Assert.Equal([Firm], DuePlan.Addressed(obligation with { Addressees = ["社区"] }, [Firm]));
    }

    [Theory]
    [InlineData("from the start, still there", null, null, true)]
    [InlineData("joined the day before", "2024-06-12", null, true)]
    [InlineData("joined on the day", "2024-06-13", null, true)]
    [InlineData("joined the day after", "2024-06-14", null, false)]
    [InlineData("closed the day before", null, "2024-06-12", false)]
    [InlineData("closed on the day", null, "2024-06-13", false)]
    [InlineData("closed the day after", null, "2024-06-14", true)]
    public void A_unit_owes_from_the_day_it_joined_until_it_closed(string label, string? joined, string? closed, bool owes)
    {
        var unit = Community with { JoinedOn = joined is null ? null : Day(joined), ClosedOn = closed is null ? null : Day(closed) };
        Assert.True(owes == DuePlan.TakesPart(unit, Day("2024-06-13")), label);
        Assert.Equal(owes ? 1 : 0, Plan(Running(), unit).Count(d => d.Deadline == Day("2024-06-13")));
    }

    [Theory]
    [InlineData("before everything", "2024-05-30 08:00", "06-06 06-13 06-20 06-27")]
    [InlineData("on a deadline day", "2024-06-13 15:00", "06-13 06-20 06-27")]
    [InlineData("when the first one closed", "2024-06-07 00:00", "06-13 06-20 06-27")]
    [InlineData("after all", "2024-07-01 08:00", "")]
    public void No_due_lies_before_the_activation(string label, string since, string deadlines)
    {
        var planned = Plan(Running() with { Since = At(since) }, Community);
        Assert.True(deadlines == string.Join(' ', planned.Select(d => d.Deadline.ToString("MM-dd"))), label);
    }

    [Fact]
    public void A_deadline_that_was_moved_behind_the_activation_is_owed()
    {
        var moved = Running() with { Since = At("2024-06-07 08:00"), Moves = [new DeadlineMove("owed", Day("2024-06-06"), Day("2024-06-08"), At("2024-06-07 09:00"), "")] };
        var due = Plan(moved, Community)[0];
        Assert.Equal((Day("2024-06-06"), Day("2024-06-08")), (due.Of.Day, due.Deadline));
    }

    [Fact]
    public void A_move_of_one_obligation_leaves_the_others()
    {
        var moved = Running() with { Moves = [new DeadlineMove("other", Day("2024-06-06"), Day("2024-06-08"), At("2024-06-01 09:00"), "")] };
        Assert.Equal(Day("2024-06-06"), Plan(moved, Community)[0].Deadline);
    }

    [Fact]
    public void What_the_office_set_holds_for_its_obligation()
    {
        var running = Running();
        var set = Set(running.Campaign.Obligations[0], earlier: 1);
        running = running with { Set = new Dictionary<string, ObligationSettings> { ["owed"] = set } };
        Assert.Same(set, running.SettingsOf(running.Campaign.Obligations[0]));
        Assert.Equal(Day("2024-06-05"), Plan(running, Community)[0].Deadline);
        Assert.Equal(0, running.SettingsOf(running.Campaign.Obligations[0] with { Id = "other" }).EarlierDays);
    }

    [Fact]
    public void A_due_is_open_and_says_whose_it_is_and_when()
    {
        var dues = Plan(Running(), Community, Village);
        Assert.Equal(8, dues.Count);
        Assert.Equal(8, dues.Select(d => d.Id).Distinct().Count());
        Assert.Equal([Community.Id, Village.Id], dues.Take(2).Select(d => d.Unit));
        Assert.Equal(new OccurrenceKey(new CampaignId("june"), "owed", Day("2024-06-06")), dues[0].Of);
        Assert.Equal((DueState.Open, ObligationKind.Material, Day("2024-06-01")), (dues[0].State, dues[0].Kind, dues[0].WindowFrom));
        Assert.Equal("2024-06-07 00:00", Local(dues[0].ClosesAt));
    }

    [Theory]
    [InlineData("2024-06-06 23:59", true)]
    [InlineData("2024-06-07 00:00", true)]
    [InlineData("2024-06-07 00:01", false)]
    public void What_is_said_by_the_last_instant_is_in_time(string said, bool inTime) =>
        Assert.Equal(inTime, Plan(Running(), Community)[0].IsInTime(At(said)));

    private static List<Due> Plan(RunningCampaign running, params Unit[] units) => [.. DuePlan.For(running, units, Shanghai, new CountedIds())];

    private static RunningCampaign Running() => new()
    {
        Revision = new RevisionId(new CampaignId("june"), 1), Since = At("2024-05-30 08:00"), Groups = [],
        Campaign = new Campaign
        {
            Id = new CampaignId("june"), Title = "六月", Subject = "安全生产月", Year = 2024, Period = June, Forms = [],
            Obligations = [Owed(new Schedule.Weekly([DayOfWeek.Thursday], June.From, June.To))],
        },
    };

    private static Unit Unit(int order, string name, string type) =>
        new() { Id = new UnitId(new Guid(order, 0, 0, new byte[8])), Name = name, Order = order, Type = type };
}
