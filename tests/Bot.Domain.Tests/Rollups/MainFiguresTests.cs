using Bot.Domain.Campaigns;
using Bot.Domain.Rollups;
using Xunit;

namespace Bot.Domain.Tests.Rollups;

/// <summary>Which figures a short post tells.</summary>
public sealed class MainFiguresTests
{
    private static readonly Campaign Campaign = Ledger.SampleCampaign.Campaign;

    [Fact]
    public void The_activities_most_units_reported_are_told_and_not_the_largest_numbers()
    {
        var rollup = Rollup(("study.lecture.sessions", 900, 1), ("study.film_life.done", 1, 1), ("lifeline.drill.sessions", 3, 3), ("lifeline.drill.attendance", 40, 2),
            ("consult.poster.count", 5, 2), ("fivein.base.count", 8, 2));
        Assert.Equal(
            ["study.lecture.sessions", "lifeline.drill.sessions", "lifeline.drill.attendance", "consult.poster.count", "fivein.base.count"],
            MainFigures.SoFar([rollup], []).Select(f => f.Slot.Id.Value));
    }

    [Fact]
    public void What_was_told_of_the_period_is_told_so_far()
    {
        var rollup = Rollup(("study.lecture.sessions", 1, 1), ("lifeline.drill.sessions", 3, 3), ("study.film_life.done", 3, 3), ("consult.poster.count", 5, 3), ("fivein.base.count", 8, 3));
        var period = MainFigures.OfPeriod([Rollup(("study.lecture.sessions", 1, 1))]);
        Assert.Contains("study.lecture.sessions", MainFigures.SoFar([rollup], period).Select(f => f.Slot.Id.Value));
        Assert.DoesNotContain("study.lecture.sessions", MainFigures.SoFar([rollup], []).Select(f => f.Slot.Id.Value));
    }

    [Fact]
    public void Of_one_activity_two_figures_are_told_and_zeros_are_not() => Assert.Equal(
        ["fivein.base.count", "fivein.base.attendance"],
        MainFigures.SoFar([Rollup(("fivein.base.count", 2, 1), ("fivein.base.days", 0, 1), ("fivein.base.attendance", 30, 1))], []).Select(f => f.Slot.Id.Value));

    private static FormTotals Rollup(params (string Slot, decimal Value, int Units)[] figures) =>
        new(Campaign.Forms[0], [.. figures.Select(f => new RollupCell { Slot = new SlotId(f.Slot), Value = f.Value, UnitCount = f.Units })]);
}
