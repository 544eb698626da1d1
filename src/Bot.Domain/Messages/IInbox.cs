namespace Bot.Domain.Messages;

/// <summary>Keeps what came in, before anything else happens to it.</summary>
public interface IInbox
{
    /// <summary>Stores a message once. When it returns, the row is durable.</summary>
    /// <returns>Whether it was new; false: its key was there already.</returns>
    Task<bool> AcceptAsync(IncomingMessage message, CancellationToken cancel);
}
