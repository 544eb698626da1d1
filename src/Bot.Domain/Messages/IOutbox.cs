namespace Bot.Domain.Messages;

/// <summary>What the bot has to say, in order per chat.</summary>
public interface IOutbox
{
    /// <summary>Takes the oldest message of each chat in which nothing is being sent or waits for its next try, the longest waiting first.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Stops the taking.</param>
    /// <returns>Messages of different chats; none: none is due.</returns>
    Task<IReadOnlyList<OutboxItem>> ClaimAsync(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>A message that gets its words only when it is sent has got them: kept before it is sent.</summary>
    Task WordedAsync(OutboxItem item, OutgoingMessage message, CancellationToken cancel);

    /// <summary>A receipt that had to wait for its chat's pace takes receipts with it that wait directly behind it: kept as one before it is sent.</summary>
    /// <returns>What is to be sent now; the same, where there is nothing to take along.</returns>
    Task<OutboxItem> JoinAsync(OutboxItem item, CancellationToken cancel);

    /// <summary>It goes out now, over a platform that cannot tell a second send from a first: if nothing more is heard of it, it may be there.</summary>
    Task BeganAsync(OutboxItem item, CancellationToken cancel);

    /// <summary>It is there.</summary>
    Task SentAsync(OutboxItem item, string platformId, DateTimeOffset now, CancellationToken cancel);

    /// <summary>It was tried in vain; the messages behind it in the chat wait with it.</summary>
    /// <param name="item">Which.</param>
    /// <param name="next">When to try again.</param>
    /// <param name="trouble">What was in the way.</param>
    /// <param name="cancel">Stops the writing.</param>
    Task RetryAsync(OutboxItem item, DateTimeOffset next, SendOutcome.RetryLater trouble, CancellationToken cancel);

    /// <summary>It was not tried, and is to be from then on; the messages behind it in the chat wait with it.</summary>
    Task WaitAsync(OutboxItem item, DateTimeOffset until, string code, CancellationToken cancel);

    /// <summary>It has become untrue or idle since it was planned and is not sent; the chat goes on with the next one.</summary>
    Task WithdrawAsync(OutboxItem item, string code, CancellationToken cancel);

    /// <summary>Never; the chat goes on with the next one.</summary>
    Task ParkAsync(OutboxItem item, string code, CancellationToken cancel);
}
