using Bot.Domain.Dues;
using Bot.Domain.Replies;
using Xunit;
using static Bot.Domain.Tests.Dues.SampleSeason;

namespace Bot.Domain.Tests.Dues;

public sealed class RateTests
{
    [Fact]
    public void The_excused_stand_in_no_denominator_and_the_late_count_as_reported_only()
    {
        var board = new SampleSeason(9).With("material", Day(6, 6), DueState.Met, 1, 2, 3, 4, 5).With("material", Day(6, 6), DueState.Late, 6, 7)
            .With("material", Day(6, 6), DueState.Excused, 8).Board(At(6, 7, 9));
        var rates = board.Occurrences.First(o => o.Of == new OccurrenceKey(new("sample-2024"), "material", Day(6, 6))).Rates;
        Assert.Equal(new DueRates(5, 2, 1, 1), rates);
        Assert.Equal((new Rate(7, 8), new Rate(5, 8)), (rates.Reporting, rates.OnTime));
    }

    [Fact]
    public void Up_to_an_instant_means_the_deadlines_that_have_passed_by_then()
    {
        var dues = new SampleSeason().With("material", Day(6, 6), DueState.Met, 1, 2, 3, 4, 5).With("material", Day(6, 13), DueState.Met, 1)
            .Board(At(6, 13, 12)).Occurrences.Where(o => o.Of.Obligation == "material").SelectMany(o => o.Dues).Select(d => d.Due).ToList();
        Assert.Equal(new Rate(5, 5), DueRates.UpTo(dues, At(6, 13, 23, 59)).Reporting);
        Assert.Equal(new Rate(6, 10), DueRates.UpTo(dues, At(6, 14, 0, 1)).Reporting);
    }

    [Theory]
    [InlineData(7, 9, "7/9（77.8%）")]
    [InlineData(9, 9, "9/9（100%）")]
    [InlineData(0, 9, "0/9（0%）")]
    [InlineData(1, 3, "1/3（33.3%）")]
    [InlineData(1, 8, "1/8（12.5%）")]
    [InlineData(2999, 3000, "2999/3000（99.9%）")]
    [InlineData(1, 3000, "1/3000（0.1%）")]
    [InlineData(0, 0, "没有应报")]
    public void A_rate_is_an_exact_fraction_and_never_rounds_to_all_or_nothing(int part, int of, string text) => Assert.Equal(text, ProgressText.Of(new Rate(part, of)));
}
