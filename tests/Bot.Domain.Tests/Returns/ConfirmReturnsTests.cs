using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Returns;
using Xunit;

namespace Bot.Domain.Tests.Returns;

/// <summary>What 确认 comes to.</summary>
public sealed class ConfirmReturnsTests
{
    private readonly ReturnSamples village = new ReturnSamples().Book("ds", 2).Book("da", 85);

    [Fact]
    public void What_was_shown_and_still_holds_is_confirmed_by_who_said_it_and_when()
    {
        var offered = village.Offer();
        var done = Assert.IsType<ConfirmDecision.Confirmed>(village.Confirm(offered));
        Assert.Equal(new ReturnChange.Confirmed(offered.Version.Id, ReturnSamples.Liaison, ReturnSamples.Morning.AddHours(2)), Assert.Single(done.Changes));
    }

    [Fact]
    public void What_was_offered_together_is_confirmed_together()
    {
        var done = Assert.IsType<ConfirmDecision.Confirmed>(village.Confirm(village.Offer(), village.Offer(ReturnSamples.Table)));
        Assert.Equal(2, done.Changes.Count);
    }

    [Fact]
    public void Figures_changed_since_are_shown_and_asked_again_and_nothing_is_confirmed()
    {
        var offered = village.Offer();
        village.Book("da", 13, cause: BookingCause.Correction);
        var changed = Assert.IsType<ConfirmDecision.Changed>(village.Confirm(offered));

        var drawn = Assert.IsType<ReturnChange.Drawn>(Assert.Single(changed.Changes)).Version;
        Assert.Equal(village.Fill().Fingerprint, drawn.Fingerprint);
        Assert.Equal(village.Bookings.Select(b => b.Id), drawn.Bookings);
        Assert.Equal([("lifeline.drill.attendance", 85m, 98m)], changed.Figures.Select(c => (c.Slot.Id.Value, c.Before.Value ?? 0, c.After.Value ?? 0)));
    }

    [Fact]
    public void One_change_asks_for_all_that_was_offered_together()
    {
        var offers = new[] { village.Offer(), village.Offer(ReturnSamples.Table) };
        village.Book("w", 1);
        Assert.IsType<ConfirmDecision.Confirmed>(village.Confirm(offers)); // another subject's form
        village.Book("p", 30);
        var changed = Assert.IsType<ConfirmDecision.Changed>(village.Confirm(offers));
        Assert.Equal(2, changed.Versions.Count);
        Assert.Single(changed.Figures); // both hold the same form
    }

    [Fact]
    public void The_new_version_is_then_confirmed_and_the_old_button_asks_for_it_without_making_another()
    {
        var first = village.Offer();
        village.Book("ds", 1);
        var second = village.Offer(at: ReturnSamples.Morning.AddHours(1));
        var old = Assert.IsType<ConfirmDecision.Changed>(village.Confirm(first with { Newest = second.Version }));
        Assert.Equal((0, second.Version), (old.Changes.Count, Assert.Single(old.Versions)));
        Assert.IsType<ConfirmDecision.Confirmed>(village.Confirm(second));
    }

    [Fact]
    public void A_second_confirmation_changes_nothing()
    {
        var confirmed = village.Offer().Version with { State = ReturnState.UnitConfirmed, ConfirmedAt = ReturnSamples.Morning };
        Assert.Equal(new ConfirmDecision.Already(ReturnSamples.Morning), village.Confirm(new OfferedReturn(confirmed, confirmed, confirmed, DueState.Met)));
    }

    [Fact]
    public void An_older_version_pressed_after_the_newer_was_confirmed_changes_nothing()
    {
        var first = village.Offer();
        village.Book("ds", 1);
        var confirmed = village.Offer().Version with { State = ReturnState.UnitConfirmed, ConfirmedAt = ReturnSamples.Morning };
        Assert.IsType<ConfirmDecision.Already>(village.Confirm(first with { Newest = confirmed, Confirmed = confirmed }));
    }

    [Fact]
    public void A_correction_after_the_confirmation_is_shown_and_asked()
    {
        var confirmed = village.Offer().Version with { State = ReturnState.UnitConfirmed, ConfirmedAt = ReturnSamples.Morning };
        village.Book("ds", 1);
        Assert.IsType<ConfirmDecision.Changed>(village.Confirm(new OfferedReturn(confirmed, confirmed, confirmed, DueState.Met)));
    }

    [Fact]
    public void A_correction_there_and_back_leaves_what_was_shown_true()
    {
        var offered = village.Offer();
        village.Book("da", 13, cause: BookingCause.Correction).Book("da", -13, cause: BookingCause.Correction);
        Assert.IsType<ConfirmDecision.Confirmed>(village.Confirm(offered));
    }

    [Fact]
    public void What_the_plan_asks_no_more_cannot_be_confirmed()
    {
        var gone = village.Offer();
        gone = gone with { Version = gone.Version with { Of = gone.Version.Of with { Obligation = "none" } } };
        Assert.IsType<ConfirmDecision.Gone>(village.Confirm(gone));
        Assert.IsType<ConfirmDecision.Gone>(village.Confirm());
    }
}
