namespace Bot.Domain.Messages;

/// <summary>Puts bot messages onto one platform.</summary>
public interface ISender
{
    /// <summary>The platform.</summary>
    Platform Platform { get; }

    /// <summary>Sends once. Expected failures are outcomes, not exceptions.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel);
}
