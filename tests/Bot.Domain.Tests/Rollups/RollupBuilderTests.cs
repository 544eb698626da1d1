using Bot.Domain.Campaigns;
using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Xunit;
using static Bot.Domain.Tests.Rollups.Season;

namespace Bot.Domain.Tests.Rollups;

public class RollupBuilderTests
{
    [Fact]
    public void Reports_of_all_units_add_up_and_each_keeps_its_own()
    {
        var rollup = new Season().Book("张村", Drills, 2).Book("李村", Drills, 1).Book("张村", Drills, 3, day: 20).Rollup();

        Assert.Equal(6, rollup[Drills].Value);
        Assert.Equal(2, rollup[Drills].UnitCount);
        Assert.Equal([("张村", 5m), ("李村", 1m), ("王村", null)], rollup.Units.Select(u => (u.Unit.Name, u.Cells[0].Value)));
    }

    [Fact]
    public void What_nobody_said_stays_empty_and_a_written_zero_is_a_zero()
    {
        var rollup = new Season().Book("张村", Drills, 0).Rollup();

        Assert.Equal(0, rollup[Drills].Value);
        Assert.Null(rollup[People].Value);
    }

    [Fact]
    public void A_missing_unit_is_named_and_is_no_zero()
    {
        var rollup = new Season().Book("李村", Drills, 1).Rollup();

        Assert.Equal("1/3", rollup.Coverage.ToString());
        Assert.Equal(["张村", "王村"], rollup.Coverage.Missing.Select(unit => unit.Name));
        Assert.All(rollup.Units.Where(u => !u.Reported), u => Assert.All(u.Cells, cell => Assert.Null(cell.Value)));
    }

    [Fact]
    public void A_unit_that_reported_without_a_figure_is_covered()
    {
        var rollup = new Season().Book("李村", Drills, 1).Rollup(null, "王村");

        Assert.Equal(["张村"], rollup.Coverage.Missing.Select(unit => unit.Name));
        Assert.False(rollup.Coverage.Complete);
    }

    [Theory]
    [InlineData(Bound.Exact, Bound.Exact, Bound.Exact)]
    [InlineData(Bound.Exact, Bound.Over, Bound.Over)]
    [InlineData(Bound.Under, Bound.Exact, Bound.Under)]
    [InlineData(Bound.Over, Bound.Over, Bound.Over)]
    [InlineData(Bound.Over, Bound.Under, Bound.About)]
    [InlineData(Bound.About, Bound.Over, Bound.About)]
    public void Bounds_add_up(Bound first, Bound second, Bound sum)
    {
        var ofOneUnit = new Season().Book("张村", People, 120, bound: first).Book("张村", People, 30, bound: second).Rollup();
        var ofTwoUnits = new Season().Book("张村", People, 120, bound: first).Book("李村", People, 30, bound: second).Rollup();

        Assert.Equal((150m, sum), (ofOneUnit[People].Value, ofOneUnit[People].Bound));
        Assert.Equal((150m, sum), (ofTwoUnits[People].Value, ofTwoUnits[People].Bound));
    }

    [Fact]
    public void A_correction_brings_its_own_bound_and_takes_the_implied_mark_away()
    {
        var rollup = new Season()
            .Book("张村", People, 120, activity: 1, bound: Bound.Over).Book("张村", People, -2, activity: 1, cause: BookingCause.Correction)
            .Book("张村", Drills, 1, activity: 1, implied: true).Book("张村", Drills, 1, activity: 1, cause: BookingCause.Correction)
            .Rollup();

        Assert.Equal((118m, Bound.Exact), (rollup[People].Value, rollup[People].Bound));
        Assert.Equal((2m, 0m), (rollup[Drills].Value, rollup[Drills].ImpliedPart));
    }

    [Fact]
    public void A_figure_corrected_to_nothing_is_a_zero()
    {
        var rollup = new Season().Book("张村", Drills, 2, activity: 1).Book("张村", Drills, -2, activity: 1, cause: BookingCause.Correction).Rollup();

        Assert.Equal(0, rollup[Drills].Value);
    }

    [Fact]
    public void A_report_taken_back_leaves_the_blank_and_the_unit_as_before()
    {
        var rollup = new Season()
            .Book("张村", People, 120, activity: 1, bound: Bound.About).Book("张村", People, -120, activity: 1, cause: BookingCause.Retraction)
            .Book("李村", People, 30, activity: 2).Book("李村", People, 50, activity: 3, bound: Bound.Over).Book("李村", People, -50, activity: 3, cause: BookingCause.Retraction)
            .Rollup();

        Assert.Equal((30m, Bound.Exact, 1), (rollup[People].Value, rollup[People].Bound, rollup[People].UnitCount));
        Assert.Equal(["张村", "王村"], rollup.Coverage.Missing.Select(unit => unit.Name));
    }

    [Fact]
    public void Implied_cumulative_and_pending_parts_are_told_apart()
    {
        var rollup = new Season()
            .Book("张村", Drills, 1, implied: true).Book("张村", Drills, 2).Book("李村", Drills, 1, implied: true)
            .Book("李村", Drills, 4, activity: 9, cause: BookingCause.CumulativeDifference)
            .Book("李村", Drills, -1, activity: 9, cause: BookingCause.CumulativeDifference)
            .Book("李村", Drills, 1).Book("王村", Drills, 7, pending: true)
            .Rollup();

        Assert.Equal((15m, 2m, 3m, 7m), (rollup[Drills].Value, rollup[Drills].ImpliedPart, rollup[Drills].CumulativePart, rollup[Drills].PendingPart));
    }

    [Fact]
    public void A_stock_figure_is_the_sum_of_the_units_latest_with_the_latest_bound()
    {
        var rollup = new Season()
            .Book("张村", Bases, 4, day: 3, bound: Bound.Over).Book("张村", Bases, 2, day: 20).Book("李村", Bases, 1, day: 5)
            .Rollup();

        Assert.Equal((7m, Bound.Exact), (rollup[Bases].Value, rollup[Bases].Bound));
    }

    [Fact]
    public void A_yes_no_box_counts_the_units_that_said_yes()
    {
        var rollup = new Season().Book("张村", Film, 1).Book("张村", Film, 1, day: 20).Book("李村", Film, 0).Rollup();

        Assert.Equal((1m, 2), (rollup[Film].Value, rollup[Film].UnitCount));
        Assert.Equal([1m, 0m, null], rollup.Units.Select(u => u.Cells[3].Value));
    }

    [Fact]
    public void A_period_takes_occurrences_by_their_day_and_stock_as_it_stood_at_its_end()
    {
        var rollup = new Season()
            .Book("张村", Drills, 1, day: 5).Book("张村", Drills, 2, day: 12).Book("张村", Drills, 4, day: 18)
            .Book("李村", Bases, 3, day: 5).Book("李村", Bases, 1, day: 18)
            .Rollup(Days(10, 16));

        Assert.Equal(2, rollup[Drills].Value);
        Assert.Equal(3, rollup[Bases].Value);
        Assert.Equal(["李村", "王村"], rollup.Coverage.Missing.Select(unit => unit.Name));
    }

    [Fact]
    public void Weeks_run_from_Monday_to_Sunday_within_the_period_and_empty_ones_are_left_out()
    {
        var rollup = new Season().Book("张村", Drills, 1, day: 2).Book("张村", Drills, 2, day: 3).Book("李村", Drills, 4, day: 30).Rollup(Days(1, 29));
        var whole = new Season().Book("张村", Drills, 1, day: 2).Book("李村", Drills, 4, day: 30).Book("李村", Bases, 2, day: 2).Rollup();

        Assert.Equal(["2024-06-01/2024-06-02", "2024-06-03/2024-06-09"], rollup.Weeks.Select(week => week.Days.ToString()));
        Assert.Equal([1m, 2m], rollup.Weeks.Select(week => week.Cells[0].Value));
        Assert.Equal(["2024-05-27/2024-06-02", "2024-06-24/2024-06-30"], whole.Weeks.Select(week => week.Days.ToString()));
        Assert.Equal([2m, 2m], whole.Weeks.Select(week => week.Cells[2].Value));
    }

    [Fact]
    public void Bookings_of_other_units_and_other_forms_are_left_out()
    {
        var season = new Season().Book("张村", Drills, 1).Book("李村", Drills, 2).Book("张村", new SlotId("other.form.count"), 5);

        var rollup = RollupBuilder.Build(season.Request() with { Units = [.. Units.Where(unit => unit.Name == "张村")] });

        Assert.Equal(1, rollup[Drills].Value);
        Assert.Equal(Drills, Assert.Single(rollup.Sources).Figure.Slot);
        Assert.Null(rollup[new SlotId("other.form.count")].Value);
        Assert.True(rollup.Coverage.Complete);
    }

    [Fact]
    public void Every_source_is_kept_and_the_sources_make_the_total()
    {
        var rollup = new Season().Book("张村", People, 120, activity: 1).Book("张村", People, -5, activity: 1, cause: BookingCause.Correction).Book("李村", People, 40).Rollup();

        Assert.Equal(3, rollup.Sources.Count);
        Assert.Equal(rollup[People].Value, rollup.Sources.Sum(source => source.Figure.Delta));
    }

    [Fact]
    public void Random_seasons_add_up_by_unit_by_week_and_by_source()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var season = new Season();
            for (var count = random.Next(40); count > 0; count--)
                season.Book(Units[random.Next(3)].Name, random.Next(2) == 0 ? Drills : People, random.Next(0, 50), day: random.Next(1, 31), bound: (Bound)random.Next(4));

            var rollup = season.Rollup();

            foreach (var (slot, at) in new[] { (Drills, 0), (People, 1) })
            {
                Assert.Equal(rollup[slot].Value ?? 0, rollup.Units.Sum(unit => unit.Cells[at].Value ?? 0));
                Assert.Equal(rollup[slot].Value ?? 0, rollup.Weeks.Sum(week => week.Cells[at].Value ?? 0));
                Assert.Equal(rollup[slot].Value ?? 0, rollup.Sources.Where(s => s.Figure.Slot == slot).Sum(s => s.Figure.Delta));
            }
        }
    }

    [Fact]
    public void A_rollup_of_no_unit_is_empty_and_says_so()
    {
        var rollup = RollupBuilder.Build(new Season().Book("张村", Drills, 1).Request() with { Units = Array.Empty<Unit>() });

        Assert.Equal((0, 0), (rollup.Coverage.Reported, rollup.Coverage.Expected));
        Assert.All(rollup.Cells, cell => Assert.Null(cell.Value));
    }
}
