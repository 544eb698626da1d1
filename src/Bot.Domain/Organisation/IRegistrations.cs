using Bot.Domain.Messages;

namespace Bot.Domain.Organisation;

/// <summary>How chats become groups and people become liaisons. Each call is repeatable: the second one finds it done.</summary>
public interface IRegistrations
{
    /// <summary>Binds a chat by a code an admin made.</summary>
    /// <returns>The group's and office's names; null: no such code, or it has expired or bound another chat.</returns>
    Task<BoundGroup?> BindAsync(string code, ChatKey chat, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Makes the account a liaison of the code's unit.</summary>
    /// <returns>The unit; null: no such code, or it has expired.</returns>
    Task<JoinedUnit?> JoinAsync(string code, AccountKey account, string name, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Makes the account a liaison of a unit from a day on: an admin said so.</summary>
    Task ClaimAsync(OfficeId office, AccountKey account, string name, UnitId unit, DateOnly from, CancellationToken cancel);
}
