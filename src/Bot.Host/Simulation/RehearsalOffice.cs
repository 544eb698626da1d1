using System.Text;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Simulation;

/// <summary>The office of a scenario: its units, liaisons, admins and one bound group.</summary>
internal sealed class RehearsalOffice(Store store, IIdSource ids, CampaignActivation activation)
{
    /// <summary>The only group.</summary>
    public const string Group = "g-rehearsal";

    /// <summary>Makes it; false: the database holds an office already.</summary>
    public Task<bool> MakeAsync(ScenarioHead head, byte[] campaign, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            if (await db.Offices.AnyAsync(cancel)) return false;
            var office = ids.Next();
            db.Offices.Add(new OfficeRow { Id = office, Name = "演练", Zone = "Asia/Shanghai", CreatedAt = head.From });
            var revision = await activation.ActivateAsync(db, office, Encoding.UTF8.GetString(campaign), null, head.From, cancel);
            var group = ids.Next();
            db.Groups.Add(new GroupRow { Id = group, OfficeId = office, Platform = Platform.WebChat, ChatId = Group, Name = head.Group, BoundAt = head.From });
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = office, GroupId = group, CampaignId = revision.Campaign.Value, Revision = revision.Number, BoundAt = head.From });
            foreach (var admin in head.Admins) Person(db, office, group, admin, Role.Admin);
            foreach (var (unit, order) in head.Units.Select((u, i) => (u, i + 1)))
            {
                db.Units.Add(new UnitRow { Id = ids.Next(), OfficeId = office, Name = unit, Order = order });
            }

            await db.SaveChangesAsync(cancel);
            foreach (var (name, units) in Reporters(head))
            {
                var person = Person(db, office, group, name, Role.Liaison);
                foreach (var unit in units) await ReportsAsync(db, office, person, unit, head.From, cancel);
            }

            return true;
        },
        cancel);

    /// <summary>A unit takes part from a day on, with a liaison of its own name.</summary>
    public Task JoinAsync(string unit, DateTimeOffset at, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var office = (await db.Offices.SingleAsync(cancel)).Id;
            if (await db.Units.SingleOrDefaultAsync(u => u.Name == unit, cancel) is { } known)
            {
                (known.JoinedOn, known.ClosedOn) = (Day(at), null);
                return;
            }

            db.Units.Add(new UnitRow { Id = ids.Next(), OfficeId = office, Name = unit, Order = await db.Units.CountAsync(cancel) + 1, JoinedOn = Day(at) });
            await db.SaveChangesAsync(cancel);
            var group = (await db.Groups.SingleAsync(cancel)).Id;
            await ReportsAsync(db, office, Person(db, office, group, unit, Role.Liaison), unit, at, cancel);
        },
        cancel);

    /// <summary>A unit takes part no more from a day on.</summary>
    public Task CloseAsync(string unit, DateTimeOffset at, CancellationToken cancel)
    {
        var day = Day(at);
        return store.WriteAsync(db => db.Units.Where(u => u.Name == unit).ExecuteUpdateAsync(s => s.SetProperty(u => u.ClosedOn, day), cancel), cancel);
    }

    /// <summary>The office.</summary>
    public Task<OfficeId> IdAsync(CancellationToken cancel) =>
        store.ReadAsync(async db => new OfficeId((await db.Offices.SingleAsync(cancel)).Id), cancel);

    /// <summary>All its units in official order.</summary>
    public Task<IReadOnlyList<Unit>> UnitsAsync(CancellationToken cancel) => store.ReadAsync<IReadOnlyList<Unit>>(
        async db => [.. (await db.Units.OrderBy(u => u.Order).ToListAsync(cancel)).Select(OrganisationStore.Unit)], cancel);

    /// <summary>A day on the scenario's own clock.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static IEnumerable<(string Name, IReadOnlyList<string> Units)> Reporters(ScenarioHead head)
    {
        var named = head.People.Values.SelectMany(u => u).ToHashSet(StringComparer.Ordinal);
        return head.People.Select(p => (p.Key, p.Value)).Concat(head.Units.Where(u => !named.Contains(u)).Select(u => (u, (IReadOnlyList<string>)[u])));
    }

    private Guid Person(BotDb db, Guid office, Guid group, string name, Role role)
    {
        var person = ids.Next();
        db.People.Add(new PersonRow { Id = person, OfficeId = office, Name = name, Role = role });
        db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WebChat, ExternalId = name, PersonId = person });
        db.GroupMembers.Add(new GroupMemberRow { OfficeId = office, GroupId = group, PersonId = person });
        return person;
    }

    private async Task ReportsAsync(BotDb db, Guid office, Guid person, string unit, DateTimeOffset from, CancellationToken cancel)
    {
        var id = (await db.Units.SingleAsync(u => u.Name == unit, cancel)).Id;
        db.Liaisons.Add(new LiaisonRow
        {
            Id = ids.Next(), OfficeId = office, PersonId = person, UnitId = id, From = Day(from), MayReport = true, MayConfirm = true,
        });
    }
}
