using System.Globalization;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Campaigns;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The read side of offices, groups and people.</summary>
internal sealed class OrganisationStore(Store store) : IOrganisation
{
    private readonly OfficeUnits officeUnits = new(store);

    public Task<Place?> FindPlaceAsync(ChatKey chat, DateTimeOffset at, CancellationToken cancel) =>
        store.ReadAsync(db => PlaceAsync(db, chat, at, cancel), cancel);

    public Task<Person?> FindPersonAsync(OfficeId office, AccountKey account, DateOnly day, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var found = await (
                from a in db.Accounts
                where a.OfficeId == office.Value && a.Platform == account.Platform && a.ExternalId == account.Id
                join p in db.People on a.PersonId equals p.Id
                select new
                {
                    p,
                    Units = (
                        from l in db.Liaisons
                        where l.OfficeId == p.OfficeId && l.PersonId == p.Id && l.MayReport && l.From <= day && (l.To == null || l.To >= day)
                        join u in db.Units on l.UnitId equals u.Id
                        orderby u.Order
                        select u).ToList(),
                    Runs = db.AdminScopes.Where(s => s.PersonId == p.Id).Select(s => s.UnitId).ToList(),
                }).SingleOrDefaultAsync(cancel);
            return found is null ? null : Person(found.p, account, found.Units.DistinctBy(u => u.Id).Select(Unit), found.Runs);
        },
        cancel);

    public async Task<Scenery?> FindSceneryAsync(ChatKey chat, AccountKey sender, DateTimeOffset saidAt, DateTimeOffset now, CancellationToken cancel) =>
        await FindPlaceAsync(chat, chat.Platform == Platform.Import ? saidAt : now, cancel) is { } place
            ? new Scenery(place, await FindPersonAsync(place.Office.Id, sender, DateOnly.FromDateTime(place.Local(saidAt)), cancel)) : null;

    /// <summary>A group's place, from rows that were read with the version of the office's units.</summary>
    internal Task<Place> PlaceAsync(
        ChatKey chat, OfficeRow office, Guid group, IEnumerable<GroupCampaignRow> bound, DateTimeOffset at, string version, CancellationToken cancel) =>
        PlaceAsync(chat, office, group, bound, at, () => officeUnits.OfAsync(office.Id, version, cancel));

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

    internal static Person Person(PersonRow row, AccountKey account, IEnumerable<Unit> units, IEnumerable<Guid> runs) => new()
    {
        Id = new PersonId(row.Id), Name = row.Name, Role = row.Role, Account = account, Greeted = row.GreetedAt is not null,
        Units = [.. units], Runs = [.. runs.Distinct().Select(r => new UnitId(r))],
    };

    internal static Unit Unit(UnitRow u) => new()
    {
        Id = new UnitId(u.Id), Name = u.Name, Order = u.Order, Type = u.Type,
        Parent = u.ParentId is { } p ? new UnitId(p) : null, Aliases = u.Aliases, JoinedOn = u.JoinedOn, ClosedOn = u.ClosedOn,
    };

    internal static Office Office(OfficeRow o) => new()
    {
        Id = new OfficeId(o.Id), Name = o.Name, Zone = o.Zone, Parent = o.ParentId is { } p ? new OfficeId(p) : null,
    };

    private async Task<Place?> PlaceAsync(BotDb db, ChatKey chat, DateTimeOffset at, CancellationToken cancel)
    {
        // Imported messages lie beside their group's live chat, named by the group's own id.
        var group = chat.Platform == Platform.Import ? await PastAsync(db, chat, cancel) : await GroupAsync(db, chat, cancel);
        if (group is null && await CurrentAsync(db, chat, cancel) is { } current) group = await GroupAsync(db, current, cancel);
        if (group is not null) return await PlaceAsync(chat, group.Office, group.Id, group.Campaigns, at, () => officeUnits.OfAsync(db, group.Office.Id, cancel));
        if (chat.Platform == Platform.Import) return null;

        // A private chat is known by its only other member.
        var privately = await db.Accounts.Where(a => a.Platform == chat.Platform && PrivateChats.Prefix + a.ExternalId == chat.Id).Take(2).ToListAsync(cancel);
        if (privately.Count != 1) return null;
        var office = await db.Offices.SingleAsync(o => o.Id == privately[0].OfficeId, cancel);
        var campaigns = await db.GroupCampaigns.Where(c => c.OfficeId == office.Id).ToListAsync(cancel);
        return await PlaceAsync(chat, office, null, campaigns, at, () => officeUnits.OfAsync(db, office.Id, cancel));
    }

    private static Task<BoundGroup?> GroupAsync(BotDb db, ChatKey chat, CancellationToken cancel) => (
        from g in db.Groups
        where g.Platform == chat.Platform && g.ChatId == chat.Id && g.BoundAt != null && g.UnboundAt == null
        join o in db.Offices on g.OfficeId equals o.Id
        select new BoundGroup(g.Id, o, db.GroupCampaigns.Where(c => c.OfficeId == o.Id && c.GroupId == g.Id).ToList())).SingleOrDefaultAsync(cancel);

    private static async Task<BoundGroup?> PastAsync(BotDb db, ChatKey chat, CancellationToken cancel) => !Guid.TryParseExact(chat.Id, "n", out var id) ? null : await (
        from g in db.Groups
        where g.Id == id
        join o in db.Offices on g.OfficeId equals o.Id
        select new BoundGroup(g.Id, o, db.GroupCampaigns.Where(c => c.OfficeId == o.Id && c.GroupId == g.Id).ToList())).SingleOrDefaultAsync(cancel);

    // What was said in a Telegram group before it became a supergroup was said in the same group.
    private static async Task<ChatKey?> CurrentAsync(BotDb db, ChatKey chat, CancellationToken cancel)
    {
        if (chat.Platform != Platform.Telegram || !long.TryParse(chat.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)) return null;
        return await db.TelegramChats.Where(c => c.Id == id).Select(c => c.MovedTo).FirstOrDefaultAsync(cancel) is { } now
            ? chat with { Id = now.ToString(CultureInfo.InvariantCulture) } : null;
    }

    private static async Task<Place> PlaceAsync(
        ChatKey chat, OfficeRow office, Guid? group, IEnumerable<GroupCampaignRow> bound, DateTimeOffset at, Func<Task<IReadOnlyList<Unit>>> units)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(office.Zone)).DateTime);
        var campaigns = bound.Where(c => c.EndsOn == null || c.EndsOn >= today).OrderBy(c => c.BoundAt);
        return new Place
        {
            Chat = chat, Office = Office(office), Group = group is { } g ? new GroupId(g) : null,
            Campaigns = [.. campaigns.Select(c => new RevisionId(new CampaignId(c.CampaignId), c.Revision)).Distinct()],
            Units = await units(),
        };
    }

    private sealed record BoundGroup(Guid Id, OfficeRow Office, List<GroupCampaignRow> Campaigns);
}
