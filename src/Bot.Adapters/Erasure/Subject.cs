using Bot.Adapters.Storage;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>Whose data it is: somebody the office knows, or somebody who only wrote.</summary>
internal sealed record Subject
{
    public required Guid Office { get; init; }

    /// <summary>The person; null: never registered.</summary>
    public required Guid? Person { get; init; }

    /// <summary>All accounts they wrote from that still stand in clear.</summary>
    public required IReadOnlyList<AccountKey> Accounts { get; init; }

    /// <summary>What tells this pseudonym from others.</summary>
    public required string Tag { get; init; }

    /// <summary>The name shown from now on.</summary>
    public string Name => ErasedMark.Name + Tag[..6];

    /// <summary>What stands in place of an account.</summary>
    public string Alias(AccountKey account) =>
        FormattableString.Invariant($"{ErasedMark.Account}{Tag}-{Accounts.ToList().IndexOf(account)}");

    /// <summary>Everybody in the office whom these words mean: a person's id, an account, or a platform and account (<c>Telegram:42</c>).</summary>
    public static async Task<IReadOnlyList<Subject>> FindAsync(BotDb db, IIdSource ids, Guid office, string who, CancellationToken cancel)
    {
        if (Guid.TryParse(who, out var id) && await db.People.AnyAsync(p => p.OfficeId == office && p.Id == id, cancel)) return [await OfPersonAsync(db, office, id, cancel)];
        var (platform, account) = Split(who);
        var people = await db.Accounts.Where(a => a.OfficeId == office && a.ExternalId == account && (platform == null || a.Platform == platform))
            .Select(a => a.PersonId).Distinct().ToListAsync(cancel);
        if (people.Count > 0)
        {
            var found = new List<Subject>();
            foreach (var person in people) found.Add(await OfPersonAsync(db, office, person, cancel));
            return found;
        }

        if (account.StartsWith(ErasedMark.Account, StringComparison.Ordinal)) return [];
        var platforms = await db.Messages.Where(m => m.OfficeId == office && m.SenderId == account && (platform == null || m.Platform == platform))
            .Select(m => m.Platform).Distinct().ToListAsync(cancel);
        return [.. platforms.Select(p => new Subject { Office = office, Person = null, Accounts = [new AccountKey(p, account)], Tag = Random(ids.Next()) })];
    }

    private static async Task<Subject> OfPersonAsync(BotDb db, Guid office, Guid person, CancellationToken cancel)
    {
        var known = await db.Accounts.Where(a => a.OfficeId == office && a.PersonId == person).Select(a => new { a.Platform, Id = a.ExternalId }).ToListAsync(cancel);
        var used = await db.Submissions.Where(s => s.OfficeId == office && s.PersonId == person).Select(s => new { s.Platform, Id = s.SenderId }).Distinct().ToListAsync(cancel);
        var accounts = known.Concat(used).Distinct().Where(a => !a.Id.StartsWith(ErasedMark.Account, StringComparison.Ordinal)).Select(a => new AccountKey(a.Platform, a.Id));
        return new Subject
        {
            Office = office, Person = person, Tag = Random(person),
            Accounts = [.. accounts.OrderBy(a => a.Platform).ThenBy(a => a.Id, StringComparer.Ordinal)],
        };
    }

    private static (Platform? Platform, string Account) Split(string who)
    {
        var colon = who.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<Platform>(who[..colon], out var platform) ? (platform, who[(colon + 1)..]) : (null, who);
    }

    // The end of an id is random; its beginning tells when it was made.
    private static string Random(Guid id) => id.ToString("n")[20..];
}
