using Bot.Domain.Dues;
using Xunit;
using static Bot.Domain.Tests.Dues.SampleSeason;

namespace Bot.Domain.Tests.Dues;

/// <summary>Which occurrences are meant where somebody does not say.</summary>
public sealed class DueBoardTests
{
    private static readonly DueTopic Summaries = new() { Obligations = [new ObligationKey(new("sample-2024"), "summary"), new ObligationKey(new("sample-2024"), "side-summary")] };

    [Fact]
    public void A_nudge_without_a_name_takes_the_nearest_day_and_the_newest_overdue() => Assert.Equal(
        ["material 06-13", "material 06-20"],
        Names(new SampleSeason().Board(At(6, 20, 10)).Pressing(DueTopic.All)));

    [Fact]
    public void What_nobody_is_missing_of_is_not_nudged() => Assert.Equal(
        ["material 06-20"],
        Names(new SampleSeason().With("material", Day(6, 13), DueState.Met, 1, 2, 3, 4, 5).With("material", Day(6, 6), DueState.Late, 1, 2, 3, 4, 5).Board(At(6, 20, 10)).Pressing(DueTopic.All)));

    [Fact]
    public void A_nudge_of_a_day_takes_that_day() => Assert.Equal(
        ["material 06-06"],
        Names(new SampleSeason().Board(At(6, 20, 10)).Pressing(new DueTopic { Days = new(Day(6, 6), Day(6, 6)) })));

    [Fact]
    public void An_excuse_takes_the_nearest_open_deadline_of_the_unit()
    {
        var season = new SampleSeason().With("material", Day(6, 20), DueState.Met, 1);
        Assert.Equal(["summary 06-25", "progress 06-25"], Names(season.Board(At(6, 18, 10)).ToExcuse(season.Units[0].Id, DueTopic.All).Select(o => o.Of)));
        Assert.Equal(["material 06-20"], Names(season.Board(At(6, 18, 10)).ToExcuse(season.Units[1].Id, DueTopic.All).Select(o => o.Of)));
        Assert.Equal(["summary 06-25"], Names(season.Board(At(6, 18, 10)).ToExcuse(season.Units[1].Id, Summaries).Select(o => o.Of)));
    }

    [Fact]
    public void An_excuse_of_everything_takes_all_that_is_open()
    {
        var season = new SampleSeason();
        Assert.Equal(13, season.Board(At(6, 18, 10)).ToExcuse(season.Units[0].Id, new DueTopic { Everything = true }).Count);
    }

    [Fact]
    public void When_all_is_past_an_excuse_takes_the_newest()
    {
        var season = new SampleSeason(2, Owed("material", Domain.Campaigns.ObligationKind.Material, new Domain.Campaigns.Schedule.Weekly([DayOfWeek.Thursday], Day(6, 1), Day(6, 30))));
        Assert.Equal(["material 06-27"], Names(season.Board(At(7, 8, 9)).ToExcuse(season.Units[0].Id, DueTopic.All).Select(o => o.Of)));
    }

    [Fact]
    public void A_move_without_a_day_takes_the_nearest_and_the_own_subject_first()
    {
        var board = new SampleSeason().Board(At(6, 18, 10));
        Assert.Equal(["summary 06-25"], Names(board.ToMove(Summaries)));
        Assert.Equal(["material 06-20"], Names(board.ToMove(DueTopic.All)));
        Assert.Equal(["summary 06-25", "progress 06-25"], Names(board.ToMove(new DueTopic { Days = new(Day(6, 25), Day(6, 25)) })));
        Assert.Equal(Day(6, 27), board.After(board.ToMove(DueTopic.All)[0]));
        Assert.Null(board.After(board.ToMove(Summaries)[0]));
    }

    [Fact]
    public void Nobody_waits_for_a_unit_that_closed_but_its_past_stays_in_the_rates()
    {
        var season = new SampleSeason().With("material", Day(6, 6), DueState.Met, 1, 2, 3, 4);
        var first = season.Board(At(6, 20, 10), [.. season.Units.Select(u => u.Order == 5 ? u with { ClosedOn = Day(6, 18) } : u)]).Occurrences[0];
        Assert.Empty(first.Missing);
        Assert.Equal(new Rate(4, 5), first.Rates.Reporting);
    }

    private static IEnumerable<string> Names(IEnumerable<OccurrenceStanding> occurrences) => occurrences.Select(o => $"{o.Of.Obligation} {o.Of.Day:MM-dd}");
}
