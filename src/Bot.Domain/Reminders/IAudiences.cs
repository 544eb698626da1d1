using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Reminders;

/// <summary>Whom pushes can be sent to privately.</summary>
public interface IAudiences
{
    /// <summary>The office's admins with an account on a platform of its groups, each with the units they run (empty: all).</summary>
    Task<IReadOnlyList<AdminChat>> AdminsAsync(OfficeId office, IReadOnlyCollection<Platform> platforms, CancellationToken cancel);

    /// <summary>The private chats of units' liaisons on a day, those who may confirm first.</summary>
    Task<IReadOnlyList<LiaisonChat>> LiaisonsAsync(
        OfficeId office, IReadOnlyCollection<UnitId> units, IReadOnlyCollection<Platform> platforms, DateOnly day, CancellationToken cancel);

    /// <summary>The private chats of those who may confirm for units on a day; where nobody can be reached who may, of those who report.</summary>
    Task<IReadOnlyList<LiaisonChat>> ConfirmersAsync(
        OfficeId office, IReadOnlyCollection<UnitId> units, IReadOnlyCollection<Platform> platforms, DateOnly day, CancellationToken cancel);
}

/// <summary>An admin's private chat.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Runs">The units whose subtrees they run; empty: the whole office.</param>
public sealed record AdminChat(ChatKey Chat, IReadOnlyList<UnitId> Runs);

/// <summary>A liaison's private chat.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Unit">The unit they report for.</param>
/// <param name="MayConfirm">Whether they may confirm what is handed in.</param>
public sealed record LiaisonChat(ChatKey Chat, UnitId Unit, bool MayConfirm);
