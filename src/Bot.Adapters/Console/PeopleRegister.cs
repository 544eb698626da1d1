using Bot.Adapters.Access;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>The office's people: liaisons with their units, admins, their links and the codes others join by.</summary>
internal sealed class PeopleRegister(Store store, IAccessLinks links, AuditTrail audit, IIdSource ids, TimeProvider clock)
{
    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<PersonSheet>> AllAsync(OfficeId office, CancellationToken cancel) =>
        store.ReadAsync(db => SheetsAsync(db, office.Value, null, cancel), cancel);

    /// <summary>One of them; null: the office has nobody of this id.</summary>
    public Task<PersonSheet?> FindAsync(OfficeId office, PersonId person, CancellationToken cancel) =>
        store.ReadAsync(async db => (await SheetsAsync(db, office.Value, person.Value, cancel)).SingleOrDefault(), cancel);

    /// <summary>Codes by which people join a unit themselves.</summary>
    public Task<IReadOnlyList<LiveCode>> JoinCodesAsync(OfficeId office, CancellationToken cancel) =>
        store.ReadAsync(db => Codes.LiveAsync(db, office.Value, CodePurpose.JoinUnit, clock.GetUtcNow(), cancel), cancel);

    /// <summary>Adds somebody with an account on the page, as liaison of a unit or as admin; they enter every group of the page.</summary>
    public Task<RegisterOutcome> AddAsync(Viewer admin, string name, Role role, LiaisonEntry? liaison, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            var office = admin.Office.Value;
            if (Names.Fault(name, "姓名") is { } fault) return new RegisterOutcome.Refused("name", fault);
            if (role is Role.Owner || (role is Role.Admin && admin.Role is not Role.Owner)) return new RegisterOutcome.Refused("role", "只有负责人能添加管理员。");
            if (role is Role.Liaison && liaison is null) return new RegisterOutcome.Refused("unit", "请选择单位。");
            var person = ids.Next();
            if (liaison is not null && await LiaisonFaultAsync(db, office, person, liaison, cancel) is { } refused) return refused;
            db.People.Add(new PersonRow { Id = person, OfficeId = office, Name = name, Role = role });
            db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WebChat, ExternalId = $"u-{person:n}", PersonId = person });
            if (liaison is not null) db.Liaisons.Add(Row(office, person, liaison));
            foreach (var group in await db.Groups.Where(g => g.OfficeId == office && g.Platform == Platform.WebChat && g.ChatId != null && g.UnboundAt == null).ToListAsync(cancel))
            {
                db.GroupMembers.Add(new GroupMemberRow { OfficeId = office, GroupId = group.Id, PersonId = person });
            }

            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.PersonAdded, ("person", person));
            return new RegisterOutcome.Done(person);
        },
        cancel);

    /// <summary>Changes name and role. Roles of admins are the owner's to give, and nobody changes their own.</summary>
    public Task<RegisterOutcome> ChangeAsync(Viewer admin, PersonId id, string name, Role role, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            if (await PersonAsync(db, admin, id, cancel) is not { } row) return new RegisterOutcome.Unknown();
            if (Names.Fault(name, "姓名") is { } fault) return new RegisterOutcome.Refused("name", fault);
            if (role != row.Role)
            {
                if (row.Id == admin.Person.Value) return new RegisterOutcome.Refused("role", "不能改自己的角色。");
                if (admin.Role is not Role.Owner && (role is Role.Admin or Role.Owner || row.Role is Role.Admin or Role.Owner))
                    return new RegisterOutcome.Refused("role", "只有负责人能任免管理员。");
            }

            (row.Name, row.Role) = (name, role);
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.PersonChanged, ("person", row.Id));
            return new RegisterOutcome.Done(row.Id);
        },
        cancel);

    /// <summary>Makes somebody liaison of a unit, or their deputy.</summary>
    public Task<RegisterOutcome> AddLiaisonAsync(Viewer admin, PersonId id, LiaisonEntry entry, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            if (await PersonAsync(db, admin, id, cancel) is not { } row) return new RegisterOutcome.Unknown();
            if (await LiaisonFaultAsync(db, admin.Office.Value, row.Id, entry, cancel) is { } refused) return refused;
            db.Liaisons.Add(Row(admin.Office.Value, row.Id, entry));
            if (row.Role is Role.Guest) row.Role = Role.Liaison;
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.LiaisonAdded, ("person", row.Id), ("unit", entry.Unit.Value));
            return new RegisterOutcome.Done(row.Id);
        },
        cancel);

    /// <summary>Ends somebody's duty for a unit; what they reported stays.</summary>
    public Task<RegisterOutcome> EndLiaisonAsync(Viewer admin, PersonId id, Guid liaison, DateOnly today, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            var row = await db.Liaisons.SingleOrDefaultAsync(l => l.Id == liaison && l.PersonId == id.Value && l.OfficeId == admin.Office.Value, cancel);
            if (row is null) return new RegisterOutcome.Unknown();
            row.To ??= today.AddDays(-1);
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.LiaisonEnded, ("person", row.PersonId), ("unit", row.UnitId));
            return new RegisterOutcome.Done(row.Id);
        },
        cancel);

    /// <summary>Makes a code by which people join a unit themselves.</summary>
    public Task<RegisterOutcome> MakeJoinCodeAsync(Viewer admin, UnitId unit, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            if (!await db.Units.AnyAsync(u => u.Id == unit.Value && u.OfficeId == admin.Office.Value, cancel)) return new RegisterOutcome.Unknown();
            await Codes.MakeAsync(db, admin, CodePurpose.JoinUnit, null, unit.Value, clock.GetUtcNow(), cancel);
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.JoinCodeMade, ("unit", unit.Value));
            return new RegisterOutcome.Done(unit.Value);
        },
        cancel);

    /// <summary>Ends a join code.</summary>
    public Task<bool> CancelCodeAsync(Viewer admin, string code, CancellationToken cancel) =>
        store.WriteAsync(db => Codes.CancelAsync(db, admin, code, clock.GetUtcNow(), cancel), cancel);

    /// <summary>A new personal link's secret, to be shown once; null: the office has nobody of this id.</summary>
    public async Task<string?> MakeLinkAsync(Viewer admin, PersonId id, CancellationToken cancel)
    {
        var known = await store.WriteAsync(
            async db =>
            {
                if (await PersonAsync(db, admin, id, cancel) is not { } row) return false;
                await PageAccounts.EnsureAsync(db, admin.Office.Value, row.Id, cancel);
                return true;
            },
            cancel);
        if (!known) return null;
        var secret = await links.CreateAsync(admin.Office, id, LinkPurpose.Chat, cancel);
        await audit.NoteAsync(admin, clock.GetUtcNow(), AuditAction.PersonalLinkMade, id.Value, cancel);
        return secret;
    }

    /// <summary>No link of somebody opens any more.</summary>
    public async Task<RegisterOutcome> RevokeLinksAsync(Viewer admin, PersonId id, CancellationToken cancel)
    {
        if (await store.ReadAsync(db => PersonAsync(db, admin, id, cancel), cancel) is null) return new RegisterOutcome.Unknown();
        await links.RevokeAsync(admin.Office, id, cancel);
        await audit.NoteAsync(admin, clock.GetUtcNow(), AuditAction.PersonalLinksRevoked, id.Value, cancel);
        return new RegisterOutcome.Done(id.Value);
    }

    private LiaisonRow Row(Guid office, Guid person, LiaisonEntry entry) => new()
    {
        Id = ids.Next(), OfficeId = office, PersonId = person, UnitId = entry.Unit.Value, From = entry.From, MayReport = true,
        MayConfirm = entry.MayConfirm, Deputy = entry.Deputy,
    };

    private static async Task<RegisterOutcome.Refused?> LiaisonFaultAsync(BotDb db, Guid office, Guid person, LiaisonEntry entry, CancellationToken cancel)
    {
        if (!await db.Units.AnyAsync(u => u.Id == entry.Unit.Value && u.OfficeId == office, cancel)) return new("unit", "请选择单位。");
        var already = await db.Liaisons.AnyAsync(l => l.OfficeId == office && l.PersonId == person && l.UnitId == entry.Unit.Value && l.To == null, cancel);
        return already ? new("unit", "已经是这个单位的联络员。") : null;
    }

    private static Task<PersonRow?> PersonAsync(BotDb db, Viewer admin, PersonId id, CancellationToken cancel) =>
        db.People.SingleOrDefaultAsync(p => p.Id == id.Value && p.OfficeId == admin.Office.Value, cancel);

    private static async Task<IReadOnlyList<PersonSheet>> SheetsAsync(BotDb db, Guid office, Guid? only, CancellationToken cancel)
    {
        var people = await db.People.Where(p => p.OfficeId == office && (only == null || p.Id == only)).ToListAsync(cancel);
        var duties = (await (
            from l in db.Liaisons
            where l.OfficeId == office && (only == null || l.PersonId == only)
            join u in db.Units on l.UnitId equals u.Id
            orderby u.Order
            select new { l, u.Name }).ToListAsync(cancel)).ToLookup(x => x.l.PersonId);
        var accounts = (await db.Accounts.Where(a => a.OfficeId == office && (only == null || a.PersonId == only)).ToListAsync(cancel)).ToLookup(a => a.PersonId, a => a.Platform);
        var made = (await db.Links.Where(l => l.OfficeId == office && l.Purpose == LinkPurpose.Chat && (only == null || l.PersonId == only)).ToListAsync(cancel)).ToLookup(l => l.PersonId);
        return [.. people.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new PersonSheet
        {
            Id = new PersonId(p.Id), Name = p.Name, Role = p.Role, Platforms = [.. accounts[p.Id].Distinct().Order()],
            Duties = [.. duties[p.Id].Select(x => new Duty(x.l.Id, new UnitId(x.l.UnitId), x.Name, x.l.From, x.l.To, x.l.MayConfirm, x.l.Deputy))],
            Links = [.. made[p.Id].OrderByDescending(l => l.CreatedAt).Select(l => new MadeLink(l.CreatedAt, l.OpenedAt, l.RevokedAt))],
        })];
    }
}

/// <summary>Somebody the office knows.</summary>
internal sealed record PersonSheet
{
    public required PersonId Id { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required IReadOnlyList<Platform> Platforms { get; init; }
    public required IReadOnlyList<Duty> Duties { get; init; }
    public required IReadOnlyList<MadeLink> Links { get; init; }

    /// <summary>Whether a personal link of theirs still opens.</summary>
    public bool HasLink => Links.Any(l => l.RevokedAt is null);
}

/// <summary>That somebody reports for a unit.</summary>
internal sealed record Duty(Guid Id, UnitId Unit, string UnitName, DateOnly From, DateOnly? To, bool MayConfirm, bool Deputy)
{
    /// <summary>Whether it has not ended on a day.</summary>
    public bool HoldsOn(DateOnly day) => To is not { } to || to >= day;
}

/// <summary>A personal link that was made; its secret is not kept.</summary>
internal sealed record MadeLink(DateTimeOffset CreatedAt, DateTimeOffset? OpenedAt, DateTimeOffset? RevokedAt);

/// <summary>A liaison as an admin enters it.</summary>
internal sealed record LiaisonEntry(UnitId Unit, DateOnly From, bool Deputy, bool MayConfirm);
