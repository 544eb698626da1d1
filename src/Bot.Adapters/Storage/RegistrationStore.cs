using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Binds chats and registers liaisons.</summary>
internal sealed class RegistrationStore(Store store, IIdSource ids) : IRegistrations
{
    public Task<BoundGroup?> BindAsync(string code, ChatKey chat, DateTimeOffset now, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var row = await db.Codes.SingleOrDefaultAsync(c => c.Code == code && c.Purpose == CodePurpose.BindGroup && c.ExpiresAt > now, cancel);
            var group = row?.GroupId is { } id ? await db.Groups.SingleOrDefaultAsync(g => g.Id == id, cancel) : null;
            if (row is null || group is null) return null;
            if (group.ChatId is not null && (group.ChatId != chat.Id || group.Platform != chat.Platform)) return null;
            group.Platform = chat.Platform;
            group.ChatId = chat.Id;
            group.BoundAt ??= now;
            row.UsedAt ??= now;
            var office = await db.Offices.SingleAsync(o => o.Id == group.OfficeId, cancel);
            return new BoundGroup(new OfficeId(office.Id), office.Name, group.Name);
        },
        cancel);

    public Task<JoinedUnit?> JoinAsync(string code, AccountKey account, string name, DateTimeOffset now, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var row = await db.Codes.SingleOrDefaultAsync(c => c.Code == code && c.Purpose == CodePurpose.JoinUnit && c.ExpiresAt > now, cancel);
            var unit = row?.UnitId is { } id ? await db.Units.SingleOrDefaultAsync(u => u.Id == id, cancel) : null;
            if (row is null || unit is null) return null;
            var zone = await db.Offices.Where(o => o.Id == unit.OfficeId).Select(o => o.Zone).SingleAsync(cancel);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
            row.UsedAt ??= now;
            await AddAsync(db, unit.OfficeId, account, name, unit.Id, today, cancel);
            return new JoinedUnit(new OfficeId(unit.OfficeId), new UnitId(unit.Id), unit.Name);
        },
        cancel);

    public Task ClaimAsync(OfficeId office, AccountKey account, string name, UnitId unit, DateOnly from, CancellationToken cancel) =>
        store.WriteAsync(db => AddAsync(db, office.Value, account, name, unit.Value, from, cancel), cancel);

    private async Task AddAsync(BotDb db, Guid office, AccountKey account, string name, Guid unit, DateOnly from, CancellationToken cancel)
    {
        var person = await PersonAsync(db, office, account, name, cancel);
        if (person.Role == Role.Guest) person.Role = Role.Liaison;
        var known = await db.Liaisons.FirstOrDefaultAsync(l => l.PersonId == person.Id && l.UnitId == unit && l.To == null, cancel);
        if (known is null)
        {
            db.Liaisons.Add(new LiaisonRow
            {
                Id = ids.Next(), OfficeId = office, PersonId = person.Id, UnitId = unit, From = from, MayReport = true, MayConfirm = true,
            });
        }
        else if (known.From > from)
        {
            known.From = from;
        }
    }

    private async Task<PersonRow> PersonAsync(BotDb db, Guid office, AccountKey account, string name, CancellationToken cancel)
    {
        var known = await db.Accounts.SingleOrDefaultAsync(
            a => a.OfficeId == office && a.Platform == account.Platform && a.ExternalId == account.Id, cancel);
        if (known is not null) return await db.People.SingleAsync(p => p.Id == known.PersonId, cancel);
        var person = new PersonRow { Id = ids.Next(), OfficeId = office, Name = name, Role = Role.Liaison };
        db.People.Add(person);
        db.Accounts.Add(new AccountRow { OfficeId = office, Platform = account.Platform, ExternalId = account.Id, PersonId = person.Id });
        return person;
    }
}
