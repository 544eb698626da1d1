using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;
using Xunit;

namespace Bot.Domain.Tests.Rollups;

public class ExpectedUnitsTests
{
    private static readonly Campaign June = new()
    {
        Id = new CampaignId("june"), Title = "六月", Subject = "安全生产月", Year = 2024, Period = new DaySpan(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)),
        Forms = [], Obligations = [],
    };

    [Theory]
    [InlineData("from the start, still there", null, null, true)]
    [InlineData("joined in the campaign", "2024-06-20", null, true)]
    [InlineData("joined after the campaign and today", "2024-07-15", null, false)]
    [InlineData("joined after the campaign, before today", "2024-07-05", null, true)]
    [InlineData("closed before the campaign", null, "2024-05-20", false)]
    [InlineData("closed on the first day", null, "2024-06-01", false)]
    [InlineData("closed in the campaign", null, "2024-06-02", true)]
    public void A_unit_is_expected_while_it_takes_part(string label, string? joined, string? closed, bool expected)
    {
        var unit = Make(1, joined, closed);
        Assert.True(expected == (ExpectedUnits.Of([unit], June, null, new DateOnly(2024, 7, 10), []).Count == 1), label);
    }

    [Fact]
    public void A_unit_with_bookings_counts_whatever_its_days()
    {
        var unit = Make(1, null, "2024-05-20");
        Assert.Equal([unit], ExpectedUnits.Of([unit], June, null, new DateOnly(2024, 7, 10), [unit.Id]));
    }

    [Fact]
    public void A_period_asks_only_those_who_take_part_in_it()
    {
        Unit[] units = [Make(2, "2024-06-11", null), Make(1, null, "2024-06-10")];
        Assert.Equal([1], ExpectedUnits.Of(units, June, new DaySpan(new DateOnly(2024, 6, 3), new DateOnly(2024, 6, 9)), new DateOnly(2024, 7, 10), []).Select(u => u.Order));
        Assert.Equal([1, 2], ExpectedUnits.Of(units, June, null, new DateOnly(2024, 7, 10), []).Select(u => u.Order));
    }

    private static Unit Make(int number, string? joined, string? closed) => new()
    {
        Id = new UnitId(new Guid(number, 0, 0, new byte[8])), Name = $"单位{number}", Order = number, JoinedOn = Day(joined), ClosedOn = Day(closed),
    };

    private static DateOnly? Day(string? written) => written is null ? null : DateOnly.ParseExact(written, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
