using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Imports;

/// <summary>The group whose past is imported.</summary>
internal sealed record ImportTarget
{
    public required Guid Office { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required Guid Group { get; init; }
    public required string GroupName { get; init; }

    /// <summary>The chat its live messages come from; null: it has none.</summary>
    public ChatKey? Live { get; init; }

    /// <summary>The group is made when the import is confirmed.</summary>
    public bool IsNew { get; init; }

    /// <summary>The campaign it is bound to when the import is confirmed; null: it is bound already.</summary>
    public string? Binds { get; init; }

    /// <summary>Where imported messages lie: beside the live chat, never in it, so that nothing is answered there.</summary>
    public ChatKey Chat => ChatOf(Group);

    /// <summary>The chat of a group's imported messages.</summary>
    public static ChatKey ChatOf(Guid group) => new(Platform.Import, group.ToString("n"));

    /// <summary>The account of a sender: names and ids mean something within one group only.</summary>
    public AccountKey Account(string senderId) => new(Platform.Import, FormattableString.Invariant($"{Group:n}/{(senderId.Length <= 100 ? senderId : Domain.Ledger.TextHash.Of(senderId))}"));
}
