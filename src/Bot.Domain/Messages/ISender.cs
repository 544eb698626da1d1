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

    /// <summary>Sends once. Expected failures are outcomes, not exceptions.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel);
}
