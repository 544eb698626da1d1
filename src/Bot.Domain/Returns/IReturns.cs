using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Returns;

/// <summary>The returns of an office.</summary>
public interface IReturns
{
    /// <summary>
    /// Writes down what was filled for one unit and campaign as new versions; where the newest versions say the same and were
    /// offered together, these stay and are given back.
    /// </summary>
    Task<IReadOnlyList<Return>> DrawAsync(OfficeId office, IReadOnlyList<Return> drafts, CancellationToken cancel);

    /// <summary>A version; null: the office has none of that id.</summary>
    Task<Return?> FindAsync(OfficeId office, ReturnId id, CancellationToken cancel);

    /// <summary>The version and all that were offered together with it; empty: the office has none of that id.</summary>
    Task<IReadOnlyList<OfferedReturn>> OfferedAsync(OfficeId office, ReturnId id, CancellationToken cancel);

    /// <summary>The newest version for each due of the units, oldest first.</summary>
    /// <param name="office">The office.</param>
    /// <param name="units">The units.</param>
    /// <param name="before">Only versions filled before this instant (UTC); null: all.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<OfferedReturn>> NewestAsync(OfficeId office, IReadOnlyCollection<UnitId> units, DateTimeOffset? before, CancellationToken cancel);

    /// <summary>The version a bot message offered; null: it offered none.</summary>
    Task<ReturnId?> OfferedInAsync(ChatKey chat, string platformMessageId, CancellationToken cancel);

    /// <summary>The units a person may confirm for on a day. An admin may for none but the own.</summary>
    Task<IReadOnlyList<UnitId>> ConfirmsForAsync(OfficeId office, PersonId person, DateOnly day, CancellationToken cancel);
}
