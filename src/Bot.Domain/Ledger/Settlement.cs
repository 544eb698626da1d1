using Bot.Domain.Messages;
using Bot.Domain.Returns;

namespace Bot.Domain.Ledger;

/// <summary>What a transaction writes besides the submission: the ledger's decision and what the bot says.</summary>
/// <param name="Decision">Activities, bookings, remarks.</param>
/// <param name="Messages">What goes into the outbox.</param>
/// <param name="SettledRemarks">Remarks answered by this, with the answer.</param>
/// <param name="Greeted">Whether the sender got their first receipt with it.</param>
public sealed record Settlement(
    LedgerDecision Decision, IReadOnlyList<OutgoingMessage> Messages, IReadOnlyDictionary<Guid, string> SettledRemarks, bool Greeted = false)
{
    /// <summary>What becomes of returns.</summary>
    public IReadOnlyList<ReturnChange> Returns { get; init; } = [];

    /// <summary>Nothing but words.</summary>
    public static Settlement Say(params IReadOnlyList<OutgoingMessage> messages) => new(LedgerDecision.None, messages, new Dictionary<Guid, string>());
}
