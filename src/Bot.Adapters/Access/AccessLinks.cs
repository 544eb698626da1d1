using System.Security.Cryptography;
using System.Text;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Access;

/// <summary>Personal links in the database. Secrets are 160 random bits; only their hashes are kept.</summary>
/// <param name="store">The database.</param>
/// <param name="ids">New ids.</param>
/// <param name="clock">The wall clock: links do not follow a demo clock.</param>
/// <param name="demoOffice">The demo office; null outside the demo.</param>
internal sealed class AccessLinks(Store store, IIdSource ids, TimeProvider clock, OfficeId? demoOffice) : IAccessLinks
{
    private static readonly TimeSpan ConsoleLife = TimeSpan.FromHours(1);

    public async Task<string> CreateAsync(OfficeId office, PersonId person, LinkPurpose purpose, CancellationToken cancel)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var now = clock.GetUtcNow();
        await store.WriteAsync(
            db =>
            {
                db.Links.Add(new LinkRow
                {
                    Id = ids.Next(), OfficeId = office.Value, PersonId = person.Value, Purpose = purpose, SecretHash = Hash(secret),
                    CreatedAt = now, ExpiresAt = purpose == LinkPurpose.Console ? now + ConsoleLife : null,
                });
                return Task.CompletedTask;
            },
            cancel);
        return secret;
    }

    public async Task<LinkOutcome> RedeemAsync(string secret, LinkPurpose purpose, string device, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var hash = Hash(secret);
        var link = await store.WriteAsync(
            async db =>
            {
                var row = await db.Links.SingleOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == purpose && l.RevokedAt == null, cancel);
                if (row is null || row.ExpiresAt < now || (purpose == LinkPurpose.Console && row.OpenedAt is not null)) return null;
                if (purpose == LinkPurpose.Chat && row.DeviceHash is { } bound && bound != Hash(device)) return null;
                row.OpenedAt ??= now;
                row.DeviceHash ??= Hash(device);
                return row;
            },
            cancel);
        if (link is null)
        {
            return new LinkOutcome.Refused(purpose == LinkPurpose.Console
                ? "这个后台链接已失效（只能打开一次，一小时内有效）。请在与助手的私聊里发“后台”，再取一个。"
                : "这个链接已失效，或已在另一台手机上使用。请联系管理员重新取一个。");
        }

        var viewer = await ViewerAsync(new OfficeId(link.OfficeId), new PersonId(link.PersonId), cancel);
        return viewer is null ? new LinkOutcome.Refused("您的账号已停用，请联系管理员。") : new LinkOutcome.Opened(viewer);
    }

    public Task<Viewer?> ViewerAsync(OfficeId office, PersonId person, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var row = await db.People.SingleOrDefaultAsync(p => p.Id == person.Value && p.OfficeId == office.Value, cancel);
            return row is null ? null : await FillAsync(db, row, cancel);
        },
        cancel);

    public Task<IReadOnlyList<Viewer>> DemoPeopleAsync(CancellationToken cancel) => store.ReadAsync<IReadOnlyList<Viewer>>(
        async db =>
        {
            if (demoOffice is not { } office) return [];
            var viewers = new List<Viewer>();
            foreach (var row in await db.People.Where(p => p.OfficeId == office.Value).OrderBy(p => p.Id).ToListAsync(cancel))
            {
                if (await FillAsync(db, row, cancel) is { } viewer) viewers.Add(viewer);
            }

            return viewers;
        },
        cancel);

    public Task RevokeAsync(OfficeId office, PersonId person, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            await db.Links.Where(l => l.OfficeId == office.Value && l.PersonId == person.Value && l.RevokedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.RevokedAt, clock.GetUtcNow()), cancel);
            await db.People.Where(p => p.OfficeId == office.Value && p.Id == person.Value)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.SessionEpoch, p => p.SessionEpoch + 1), cancel);
        },
        cancel);

    private static async Task<Viewer?> FillAsync(BotDb db, PersonRow row, CancellationToken cancel)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == row.Id && a.Platform == Platform.WebChat, cancel);
        if (account is null) return null;
        var units = await (
            from l in db.Liaisons
            where l.PersonId == row.Id && l.To == null
            join u in db.Units on l.UnitId equals u.Id
            orderby u.Order
            select u.Name).ToListAsync(cancel);
        return new Viewer
        {
            Office = new OfficeId(row.OfficeId), Person = new PersonId(row.Id), Account = new AccountKey(Platform.WebChat, account.ExternalId),
            Name = row.Name, Role = row.Role, SessionEpoch = row.SessionEpoch,
            Zone = await db.Offices.Where(o => o.Id == row.OfficeId).Select(o => o.Zone).SingleAsync(cancel), UnitNames = string.Join("、", units),
        };
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
