using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Private chats of admins and liaisons.</summary>
internal sealed class AudienceStore(Store store) : IAudiences
{
    public Task<IReadOnlyList<AdminChat>> AdminsAsync(OfficeId office, IReadOnlyCollection<Platform> platforms, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<AdminChat>>(
            async db =>
            {
                var accounts = await (
                    from p in db.People
                    where p.OfficeId == office.Value && (p.Role == Role.Admin || p.Role == Role.Owner)
                    join a in db.Accounts on p.Id equals a.PersonId
                    where platforms.Contains(a.Platform)
                    orderby p.Id
                    select new { a.Platform, a.ExternalId, p.Id }).ToListAsync(cancel);
                var scopes = await db.AdminScopes.Where(s => s.OfficeId == office.Value).ToListAsync(cancel);
                var runs = scopes.ToLookup(s => s.PersonId, s => new UnitId(s.UnitId));
                return [.. accounts.Select(a => new AdminChat(PrivateChats.Of(new AccountKey(a.Platform, a.ExternalId)), [.. runs[a.Id]]))];
            },
            cancel);

    public async Task<IReadOnlyList<LiaisonChat>> LiaisonsAsync(
        OfficeId office, IReadOnlyCollection<UnitId> units, IReadOnlyCollection<Platform> platforms, DateOnly day, CancellationToken cancel) =>
        [.. (await AllAsync(office, units, platforms, day, cancel)).Where(l => l.MayReport).Select(l => l.Chat)];

    public async Task<IReadOnlyList<LiaisonChat>> ConfirmersAsync(
        OfficeId office, IReadOnlyCollection<UnitId> units, IReadOnlyCollection<Platform> platforms, DateOnly day, CancellationToken cancel)
    {
        var all = await AllAsync(office, units, platforms, day, cancel);
        var confirmed = all.Where(l => l.Chat.MayConfirm).Select(l => l.Chat.Unit).ToHashSet();
        return [.. all.Where(l => l.Chat.MayConfirm || (l.MayReport && !confirmed.Contains(l.Chat.Unit))).Select(l => l.Chat).DistinctBy(c => (c.Chat, c.Unit))];
    }

    private Task<IReadOnlyList<(LiaisonChat Chat, bool MayReport)>> AllAsync(
        OfficeId office, IReadOnlyCollection<UnitId> units, IReadOnlyCollection<Platform> platforms, DateOnly day, CancellationToken cancel) =>
        store.ReadAsync<IReadOnlyList<(LiaisonChat, bool)>>(
            async db =>
            {
                var wanted = units.Select(u => u.Value).ToHashSet();
                var rows = await (
                    from l in db.Liaisons
                    where l.OfficeId == office.Value && l.From <= day && (l.To == null || l.To >= day)
                    join a in db.Accounts on l.PersonId equals a.PersonId
                    where platforms.Contains(a.Platform)
                    orderby l.MayConfirm descending, l.PersonId
                    select new { a.Platform, a.ExternalId, l.UnitId, l.MayConfirm, l.MayReport }).ToListAsync(cancel);
                return
                [
                    .. rows.Where(r => wanted.Contains(r.UnitId)).Select(r => (
                        new LiaisonChat(PrivateChats.Of(new AccountKey(r.Platform, r.ExternalId)), new UnitId(r.UnitId), r.MayConfirm), r.MayReport)),
                ];
            },
            cancel);
}
