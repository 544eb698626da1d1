using System.Globalization;
using Bot.Domain.Ledger;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Xunit;

namespace Bot.Domain.Tests.Rollups;

public class FigureTextTests
{
    [Theory]
    [InlineData("120", Bound.Exact, "120")]
    [InlineData("120", Bound.Over, "120余")]
    [InlineData("3", Bound.Over, "3以上")]
    [InlineData("1000", Bound.Under, "近1000")]
    [InlineData("40", Bound.About, "约40")]
    [InlineData("0", Bound.Exact, "0")]
    [InlineData("-2", Bound.Exact, "-2")]
    [InlineData("12.50", Bound.Exact, "12.5")]
    [InlineData("1234567.0", Bound.Exact, "1234567")]
    public void A_figure_is_written_with_the_word_of_its_bound(string value, Bound bound, string written) =>
        Assert.Equal(written, FigureText.Write(decimal.Parse(value, CultureInfo.InvariantCulture), bound));

    [Theory]
    [InlineData(BookingCause.Report, 1, "报送")]
    [InlineData(BookingCause.CumulativeDifference, 1, "补差")]
    [InlineData(BookingCause.Adjustment, 1, "核增")]
    [InlineData(BookingCause.Adjustment, -1, "核减")]
    public void A_booking_says_why(BookingCause cause, int delta, string word) => Assert.Equal(word, FigureText.Word(cause, delta));

    [Fact]
    public void Every_cause_and_every_bound_but_exact_has_a_word_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<BookingCause>().Select(cause => FigureText.Word(cause, 1)));
        Assert.Distinct(Enum.GetValues<Bound>().Select(FigureText.Word));
    }
}
