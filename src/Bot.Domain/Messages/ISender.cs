namespace Bot.Domain.Messages;

/// <summary>Puts bot messages onto one platform.</summary>
public interface ISender
{
    /// <summary>The platform.</summary>
    Platform Platform { get; }

    /// <summary>Whether a message sent twice under its key is there once.</summary>
    bool KnowsRepeats { get; }

    /// <summary>What a message takes out of the platform's buckets; none: the platform has no limits.</summary>
    IReadOnlyList<PaceDraw> Draws(OutgoingMessage message);

    /// <summary>Whether this host can send it; false: it waits for the host that can, such as the one that holds the platform's connection.</summary>
    Task<bool> IsHereAsync(OutgoingMessage message, CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Sends once. Expected failures are outcomes, not exceptions.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel);
}
