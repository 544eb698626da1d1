using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Xunit;

namespace Bot.Domain.Tests.Gathering;

public sealed class GathererTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 13, 7, 0, 0, TimeSpan.Zero);
    private static readonly Submission Report = new() { Id = new SubmissionId(Guid.Parse("00000000-0000-0000-0000-000000000001")), SaidAt = Now, Text = Said("演练1场", Now) };
    private static readonly Submission Photos = new() { Id = new SubmissionId(Guid.Parse("00000000-0000-0000-0000-000000000002")), SaidAt = Now };

    [Fact]
    public void A_text_starts_a_submission_and_two_texts_never_merge()
    {
        var message = Said("演练1场", Now.AddMinutes(1));
        var start = Assert.IsType<GatherDecision.Start>(Gatherer.Decide(message, new GatherSight { LastText = Report }, Now));
        Assert.Equal([message], start.Parts);
        Assert.Null(start.Absorbs);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Loose_photos_within_ten_minutes_go_with_the_text_before_them(int minutes, bool joins)
    {
        var photo = Said("", Now.AddMinutes(minutes));
        var decision = Gatherer.Decide(photo, new GatherSight { LastText = Report }, Now.AddMinutes(minutes));
        if (joins) Assert.Equal(Report, Assert.IsType<GatherDecision.Attach>(decision).To);
        else Assert.IsType<GatherDecision.Start>(decision);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public void Loose_photos_within_ten_minutes_go_with_the_text_after_them(int minutes, bool joins)
    {
        var text = Said("演练1场", Now.AddMinutes(minutes));
        var start = Assert.IsType<GatherDecision.Start>(Gatherer.Decide(text, new GatherSight { LastPhotos = Photos }, Now.AddMinutes(minutes)));
        Assert.Equal(joins ? Photos.Id : null, start.Absorbs);
    }

    [Fact]
    public void An_edit_revises_the_submission_that_holds_the_message()
    {
        var edit = Said("演练2场", Now) with { Event = MessageEvent.Edited };
        Assert.Equal(Report, Assert.IsType<GatherDecision.Revise>(Gatherer.Decide(edit, new GatherSight { SameMessage = Report }, Now)).Former);
    }

    [Fact]
    public void An_edit_of_a_message_nobody_kept_is_as_if_it_were_said()
    {
        var edit = Said("演练2场", Now) with { Event = MessageEvent.Edited };
        Assert.IsType<GatherDecision.Start>(Gatherer.Decide(edit, new GatherSight(), Now));
    }

    [Fact]
    public void A_withdrawal_takes_back_or_drops()
    {
        var gone = Said("", Now) with { Event = MessageEvent.Withdrawn };
        Assert.IsType<GatherDecision.TakeBack>(Gatherer.Decide(gone, new GatherSight { SameMessage = Report }, Now));
        Assert.IsType<GatherDecision.Drop>(Gatherer.Decide(gone, new GatherSight(), Now));
    }

    [Fact]
    public void An_album_waits_until_it_is_quiet_but_never_longer_than_ten_seconds()
    {
        IncomingMessage Part(int second) => Said(second == 0 ? "演练1场" : "", Now.AddSeconds(second)) with { Album = "a" };
        GatherSight Sight(params int[] seconds) => new() { AlbumParts = [.. seconds.Select(Part)] };

        Assert.Equal(Now.AddSeconds(2), Wait(Sight(0), 0));
        Assert.Equal(Now.AddSeconds(5), Wait(Sight(0, 3), 3));
        Assert.Equal(Now.AddSeconds(10), Wait(Sight(0, 3, 9), 9));
        var start = Assert.IsType<GatherDecision.Start>(Gatherer.Decide(Part(0), Sight(0, 3), Now.AddSeconds(5)));
        Assert.Equal(2, start.Parts.Count);

        DateTimeOffset Wait(GatherSight sight, int second) =>
            Assert.IsType<GatherDecision.Wait>(Gatherer.Decide(Part(0), sight, Now.AddSeconds(second))).Until;
    }

    [Fact]
    public void A_late_part_of_an_album_joins_it_and_a_late_caption_is_read()
    {
        var part = Said("", Now.AddMinutes(1)) with { Album = "a" };
        Assert.IsType<GatherDecision.Attach>(Gatherer.Decide(part, new GatherSight { SameAlbum = Photos }, Now));
        Assert.IsType<GatherDecision.Revise>(Gatherer.Decide(part with { Text = "演练1场" }, new GatherSight { SameAlbum = Photos }, Now));
    }

    private static IncomingMessage Said(string text, DateTimeOffset at) => new()
    {
        Id = new MessageId(Guid.Empty), Key = new MessageKey(new ChatKey(Platform.Telegram, "1"), "7", 0), Sender = new AccountKey(Platform.Telegram, "42"),
        SaidAt = at, ReceivedAt = at, Text = text,
    };
}
