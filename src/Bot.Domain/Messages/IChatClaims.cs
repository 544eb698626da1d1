namespace Bot.Domain.Messages;

/// <summary>Who handles which chat: messages of one chat in order, chats in parallel, on any number of hosts.</summary>
public interface IChatClaims
{
    /// <summary>Takes the chat with the oldest waiting message that nobody holds; null: there is none.</summary>
    Task<ChatClaim?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancel);

    /// <summary>Takes this chat; null: somebody holds it, or it has to wait.</summary>
    Task<ChatClaim?> ClaimAsync(ChatKey chat, DateTimeOffset now, CancellationToken cancel);

    /// <summary>The chat's waiting messages, oldest first.</summary>
    Task<IReadOnlyList<IncomingMessage>> WaitingAsync(ChatClaim claim, int atMost, CancellationToken cancel);

    /// <summary>Keeps the claim longer. False: it was lost.</summary>
    Task<bool> RenewAsync(ChatClaim claim, CancellationToken cancel);

    /// <summary>Gives the chat back; nothing is done in it before <paramref name="waitUntil"/>.</summary>
    Task ReleaseAsync(ChatClaim claim, DateTimeOffset? waitUntil, CancellationToken cancel);

    /// <summary>Counts a failure. After the last attempt the message is parked and the chat goes on.</summary>
    /// <returns>Whether it was parked.</returns>
    Task<bool> FailedAsync(ChatClaim claim, MessageId message, string code, int attemptsAllowed, CancellationToken cancel);
}
