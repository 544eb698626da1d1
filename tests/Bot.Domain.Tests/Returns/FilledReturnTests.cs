using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;
using Bot.Domain.Rollups;
using Bot.Domain.Tests.Ledger;
using Xunit;

namespace Bot.Domain.Tests.Returns;

/// <summary>A unit's own form and draft, made of its bookings and nothing else.</summary>
public sealed class FilledReturnTests
{
    private static readonly Unit Neighbour = new() { Id = new UnitId(new Guid(2, 0, 0, new byte[8])), Name = "李村", Order = 2 };

    [Fact]
    public void Only_the_units_own_bookings_up_to_the_cut_off_are_in_it()
    {
        var filled = new ReturnSamples().Book("ds", 2, day: 3).Book("ds", 1, day: 25).Book("ds", 9, day: 26).Book("ds", 7, unit: Neighbour).Fill();
        Assert.Equal(3, Assert.Single(filled.Forms)[SampleCampaign.Short["ds"]].Value);
        Assert.Equal(2, filled.Bookings.Count);
    }

    [Fact]
    public void A_table_has_no_words_and_a_summary_has_the_forms_of_its_subject()
    {
        var village = new ReturnSamples().Book("ds", 2).Book("w", 1);
        Assert.Null(village.Fill(ReturnSamples.Table).Draft);
        Assert.NotNull(village.Fill().Draft);
        Assert.Equal("form1", Assert.Single(village.Fill().Forms).Form.Id.Value);
    }

    [Theory]
    [InlineData("ds", 1, true)]
    [InlineData("w", 1, false)] // a figure of another form
    public void The_fingerprint_tells_whether_figures_changed(string slot, int delta, bool changes)
    {
        var village = new ReturnSamples().Book("ds", 2);
        var before = village.Fill().Fingerprint;
        Assert.Equal(changes, village.Book(slot, delta).Fill().Fingerprint != before);
    }

    [Fact]
    public void A_zero_is_another_figure_than_none()
    {
        var none = new ReturnSamples().Fill().Fingerprint;
        Assert.NotEqual(none, new ReturnSamples().Book("ds", 2).Book("ds", -2, cause: BookingCause.Correction).Fill().Fingerprint);
    }

    [Fact]
    public void A_version_is_filled_again_from_the_bookings_it_was_frozen_to()
    {
        var village = new ReturnSamples().Book("ds", 2).Book("da", 85);
        var version = village.Offer().Version;
        village.Book("da", 13, cause: BookingCause.Correction).Book("p", 4);
        var again = FilledReturn.Frozen(ReturnSamples.Campaign, ReturnSamples.Summary, version, ReturnSamples.Unit, village.Bookings.Select(BookedFigure.Of));
        Assert.Equal(version.Fingerprint, again.Fingerprint);
        Assert.Equal(85, again.Forms[0][SampleCampaign.Short["da"]].Value);
    }
}
