using Bot.Domain.Messages;
using Bot.Host.Outbound;
using Xunit;

namespace Bot.Host.Tests.Outbound;

/// <summary>The way to a platform, for each kind of trouble a platform makes.</summary>
public sealed class PlatformLineTests
{
    private static readonly OutgoingMessage Message = new() { Key = "k", Chat = new ChatKey(Platform.Telegram, "-1"), Kind = OutgoingKind.Reply, Text = "已记" };

    [Fact]
    public async Task What_surely_did_not_get_there_is_tried_again_at_once()
    {
        var platform = new Troubled(Away, Away, Sent);
        Assert.IsType<SendOutcome.Sent>(await Line(platform).SendAsync(Message, default));
        Assert.Equal(3, platform.Sends);
    }

    [Theory]
    [InlineData(SendTrouble.NoAnswer, 0)]
    [InlineData(SendTrouble.Chat, 0)]
    [InlineData(SendTrouble.Platform, 5)] // it said when to come back
    public async Task What_may_be_there_or_has_to_wait_is_not(SendTrouble trouble, int seconds)
    {
        var platform = new Troubled(() => new SendOutcome.RetryLater(TimeSpan.FromSeconds(seconds), "x", trouble), Sent);
        Assert.IsType<SendOutcome.RetryLater>(await Line(platform).SendAsync(Message, default));
        Assert.Equal(1, platform.Sends);
    }

    [Fact]
    public async Task An_unexpected_failure_may_have_got_there()
    {
        var outcome = await Line(new Troubled(() => throw new InvalidDataException())).SendAsync(Message, default);
        Assert.Equal(new SendOutcome.RetryLater(TimeSpan.Zero, nameof(InvalidDataException), SendTrouble.NoAnswer), outcome);
    }

    [Fact]
    public async Task A_platform_that_is_away_is_left_alone_and_that_is_told_once()
    {
        var told = new List<bool>();
        var platform = new Troubled(Away);
        var line = new PlatformLine(platform, TimeProvider.System, told.Add);
        SendOutcome? outcome;
        for (var i = 0; (outcome = await line.SendAsync(Message, default)) is not null; i++) Assert.InRange(i, 0, 10);

        var before = platform.Sends;
        for (var i = 0; i < 5; i++) Assert.Null(await line.SendAsync(Message, default));
        Assert.Equal(before, platform.Sends);
        Assert.Equal([true], told);
    }

    [Fact]
    public async Task Trouble_in_single_chats_leaves_the_others_their_way()
    {
        var platform = new Troubled(() => new SendOutcome.RetryLater(TimeSpan.FromSeconds(9), "429", SendTrouble.Chat));
        var line = Line(platform);
        for (var i = 0; i < 30; i++) Assert.NotNull(await line.SendAsync(Message, default));
    }

    private static PlatformLine Line(Troubled platform) => new(platform, TimeProvider.System, _ => { });

    private static SendOutcome Away() => new SendOutcome.RetryLater(TimeSpan.Zero, "unreachable", SendTrouble.Platform);

    private static SendOutcome Sent() => new SendOutcome.Sent("77");

    /// <summary>A platform that answers as it is told, the last answer for good.</summary>
    private sealed class Troubled(params Func<SendOutcome>[] answers) : ISender
    {
        public int Sends { get; private set; }

        public Platform Platform => Platform.Telegram;

        public bool KnowsRepeats => false;

        public IReadOnlyList<PaceDraw> Draws(OutgoingMessage message) => [];

        public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
        {
            await Task.Yield();
            return answers[Math.Min(Sends++, answers.Length - 1)]();
        }
    }
}
