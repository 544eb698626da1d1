namespace Bot.Domain.Messages;

/// <summary>What the bot has to say, in order per chat.</summary>
public interface IOutbox
{
    /// <summary>Takes the oldest message of a chat in which nothing is being sent or waits for its next try; null: none is due.</summary>
    Task<OutboxItem?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancel);

    /// <summary>A message that gets its words only when it is sent has got them: kept before it is sent.</summary>
    Task WordedAsync(OutboxItem item, OutgoingMessage message, CancellationToken cancel);

    /// <summary>It is there.</summary>
    Task SentAsync(OutboxItem item, string platformId, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Not now; the messages behind it in the chat wait with it.</summary>
    Task RetryAsync(OutboxItem item, DateTimeOffset next, string code, CancellationToken cancel);

    /// <summary>It has become untrue or idle since it was planned and is not sent; the chat goes on with the next one.</summary>
    Task WithdrawAsync(OutboxItem item, string code, CancellationToken cancel);

    /// <summary>Never; the chat goes on with the next one.</summary>
    Task ParkAsync(OutboxItem item, string code, CancellationToken cancel);
}
