using Bot.Domain.Messages;

namespace Bot.Domain.Organisation;

/// <summary>Who is where: the read side of offices, groups, people.</summary>
public interface IOrganisation
{
    /// <summary>Where a chat belongs at an instant; null: it is bound to no office.</summary>
    Task<Place?> FindPlaceAsync(ChatKey chat, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Who an account is in an office, with the units they report for on a day; null: not known there.</summary>
    Task<Person?> FindPersonAsync(OfficeId office, AccountKey account, DateOnly day, CancellationToken cancel);

    /// <summary>Where a message was said and who said it, with the units they reported for on that day; null: the chat is bound to no office.</summary>
    Task<Scenery?> FindSceneryAsync(ChatKey chat, AccountKey sender, DateTimeOffset saidAt, DateTimeOffset now, CancellationToken cancel);

    /// <summary>The private chats of the office's admins on a platform.</summary>
    Task<IReadOnlyList<ChatKey>> AdminChatsAsync(OfficeId office, Platform platform, CancellationToken cancel);
}
