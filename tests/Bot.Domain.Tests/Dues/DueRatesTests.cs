using Bot.Domain.Dues;
using Xunit;

namespace Bot.Domain.Tests.Dues;

public sealed class DueRatesTests
{
    [Theory]
    [InlineData(10, 2, 1, 0, 13, 92, 76)]
    [InlineData(10, 2, 1, 5, 13, 92, 76)] // The excused are no part of the denominator.
    [InlineData(299, 0, 1, 0, 300, 99, 99)] // 99.67 is not all.
    [InlineData(3, 0, 0, 0, 3, 100, 100)]
    [InlineData(0, 3, 0, 0, 3, 100, 0)]
    public void Rates_have_the_unexcused_as_their_denominator(int met, int late, int open, int excused, int expected, int reporting, int onTime)
    {
        var rates = new DueRates(met, late, open, excused);
        Assert.Equal((expected, reporting, onTime), (rates.Expected, rates.ReportingPercent, rates.OnTimePercent));
    }

    [Fact]
    public void Nobody_who_owes_anything_makes_no_rate() => Assert.Equal((null, null), (new DueRates(0, 0, 0, 4).ReportingPercent, new DueRates(0, 0, 0, 4).OnTimePercent));

    [Fact]
    public void States_are_counted() =>
        Assert.Equal(new DueRates(2, 1, 0, 1), DueRates.Of([DueState.Met, DueState.Excused, DueState.Met, DueState.Late]));
}
