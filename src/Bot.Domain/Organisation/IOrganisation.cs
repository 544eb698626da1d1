using Bot.Domain.Messages;

namespace Bot.Domain.Organisation;

/// <summary>Who is where: the read side of offices, groups, people.</summary>
public interface IOrganisation
{
    /// <summary>Where a chat belongs; null: it is bound to no office.</summary>
    Task<Place?> FindPlaceAsync(ChatKey chat, DateOnly today, CancellationToken cancel);

    /// <summary>Who an account is in an office; null: not known there.</summary>
    Task<Person?> FindPersonAsync(OfficeId office, AccountKey account, DateOnly today, CancellationToken cancel);
}
