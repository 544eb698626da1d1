using Bot.Domain.Organisation;

namespace Bot.Domain.Messages;

/// <summary>Messages as they came in.</summary>
public interface IMessages
{
    /// <summary>A message said in one of the office's chats; null: none.</summary>
    Task<IncomingMessage?> FindAsync(OfficeId office, MessageId id, CancellationToken cancel);
}
