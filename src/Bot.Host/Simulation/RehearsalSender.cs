using System.Globalization;
using Bot.Domain.Messages;

namespace Bot.Host.Simulation;

/// <summary>The sender of a rehearsal: what would go out is kept.</summary>
internal sealed class RehearsalSender(TimeProvider clock) : ISender
{
    private readonly List<(DateTimeOffset At, OutgoingMessage Message)> sent = [];

    public Platform Platform => Platform.WebChat;

    public bool KnowsRepeats => true;

    public IReadOnlyList<PaceDraw> Draws(OutgoingMessage message) => [];

    /// <summary>What was sent since it was last taken, in order.</summary>
    public IReadOnlyList<(DateTimeOffset At, OutgoingMessage Message)> Take()
    {
        var taken = sent.ToList();
        sent.Clear();
        return taken;
    }

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        sent.Add((clock.GetUtcNow(), message));
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(string.Create(CultureInfo.InvariantCulture, $"s{sent.Count}")));
    }
}
