using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The read side of offices, groups and people.</summary>
internal sealed class OrganisationStore(Store store) : IOrganisation
{
    public Task<Place?> FindPlaceAsync(ChatKey chat, DateTimeOffset at, CancellationToken cancel) =>
        store.ReadAsync(db => PlaceAsync(db, chat, at, cancel), cancel);

    public Task<Person?> FindPersonAsync(OfficeId office, AccountKey account, DateOnly day, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var row = await (
                from a in db.Accounts
                where a.OfficeId == office.Value && a.Platform == account.Platform && a.ExternalId == account.Id
                join p in db.People on a.PersonId equals p.Id
                select p).SingleOrDefaultAsync(cancel);
            return row is null ? null : await PersonAsync(db, row, account, day, cancel);
        },
        cancel);

    public Task<IReadOnlyList<ChatKey>> AdminChatsAsync(OfficeId office, Platform platform, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<ChatKey>>(
        async db =>
        {
            var accounts = await (
                from p in db.People
                where p.OfficeId == office.Value && (p.Role == Role.Admin || p.Role == Role.Owner)
                join a in db.Accounts on p.Id equals a.PersonId
                where a.Platform == platform
                orderby p.Id
                select a.ExternalId).ToListAsync(cancel);
            return [.. accounts.Select(a => PrivateChats.Of(new AccountKey(platform, a)))];
        },
        cancel);

    internal static async Task<Person> PersonAsync(BotDb db, PersonRow row, AccountKey account, DateOnly day, CancellationToken cancel)
    {
        var units = await (
            from l in db.Liaisons
            where l.PersonId == row.Id && l.MayReport && l.From <= day && (l.To == null || l.To >= day)
            join u in db.Units on l.UnitId equals u.Id
            orderby u.Order
            select u).ToListAsync(cancel);
        var runs = await db.AdminScopes.Where(s => s.PersonId == row.Id).Select(s => s.UnitId).ToListAsync(cancel);
        return new Person
        {
            Id = new PersonId(row.Id), Name = row.Name, Role = row.Role, Account = account, Greeted = row.GreetedAt is not null,
            Units = [.. units.DistinctBy(u => u.Id).Select(Unit)], Runs = [.. runs.Select(r => new UnitId(r))],
        };
    }

    internal static Unit Unit(UnitRow u) => new()
    {
        Id = new UnitId(u.Id), Name = u.Name, Order = u.Order, Type = u.Type,
        Parent = u.ParentId is { } p ? new UnitId(p) : null, Aliases = u.Aliases, JoinedOn = u.JoinedOn, ClosedOn = u.ClosedOn,
    };

    internal static Office Office(OfficeRow o) => new()
    {
        Id = new OfficeId(o.Id), Name = o.Name, Zone = o.Zone, Parent = o.ParentId is { } p ? new OfficeId(p) : null,
    };

    private static async Task<Place?> PlaceAsync(BotDb db, ChatKey chat, DateTimeOffset at, CancellationToken cancel)
    {
        // Imported messages lie beside their group's live chat, named by the group's own id.
        if (chat.Platform == Platform.Import)
        {
            var past = Guid.TryParseExact(chat.Id, "n", out var id) ? await db.Groups.SingleOrDefaultAsync(g => g.Id == id, cancel) : null;
            return past is null ? null : await PlaceAsync(db, chat, past.OfficeId, past.Id, at, cancel);
        }

        var group = await db.Groups.SingleOrDefaultAsync(
            g => g.Platform == chat.Platform && g.ChatId == chat.Id && g.BoundAt != null && g.UnboundAt == null, cancel);
        if (group is not null) return await PlaceAsync(db, chat, group.OfficeId, group.Id, at, cancel);

        // A private chat is known by its only other member.
        var privately = await db.Accounts.Where(a => a.Platform == chat.Platform && PrivateChats.Prefix + a.ExternalId == chat.Id).Take(2).ToListAsync(cancel);
        return privately.Count == 1 ? await PlaceAsync(db, chat, privately[0].OfficeId, null, at, cancel) : null;
    }

    private static async Task<Place?> PlaceAsync(BotDb db, ChatKey chat, Guid officeId, Guid? group, DateTimeOffset at, CancellationToken cancel)
    {
        var office = await db.Offices.SingleAsync(o => o.Id == officeId, cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(office.Zone)).DateTime);
        var units = await db.Units.Where(u => u.OfficeId == officeId).OrderBy(u => u.Order).ToListAsync(cancel);
        var campaigns = await db.GroupCampaigns
            .Where(c => c.OfficeId == officeId && (group == null || c.GroupId == group) && (c.EndsOn == null || c.EndsOn >= today))
            .OrderBy(c => c.BoundAt).ToListAsync(cancel);
        return new Place
        {
            Chat = chat, Office = Office(office), Group = group is { } g ? new GroupId(g) : null,
            Campaigns = [.. campaigns.Select(c => new RevisionId(new CampaignId(c.CampaignId), c.Revision)).Distinct()],
            Units = [.. units.Select(Unit)],
        };
    }
}
