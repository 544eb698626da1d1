using Bot.Adapters.Campaigns;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>A real installation begins with one office and its owner; groups, units and liaisons come in the console.</summary>
internal sealed class FirstOffice(Store store, IIdSource ids, CampaignActivation activation, TimeProvider clock)
{
    /// <summary>Makes the office where there is none.</summary>
    public Task EnsureAsync(string name, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            if (await db.Offices.AnyAsync(cancel)) return;
            var now = clock.GetUtcNow();
            var office = ids.Next();
            var owner = ids.Next();
            db.Offices.Add(new OfficeRow { Id = office, Name = name, Zone = "Asia/Shanghai", CreatedAt = now });
            db.People.Add(new PersonRow { Id = owner, OfficeId = office, Name = "管理员", Role = Role.Owner });
            db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WebChat, ExternalId = $"owner-{owner:n}"[..24], PersonId = owner });
            foreach (var id in ShippedCampaigns.Ids)
            {
                await activation.ActivateAsync(db, office, System.Text.Encoding.UTF8.GetString(ShippedCampaigns.Content(id)!), null, now, cancel);
            }
        },
        cancel);

    /// <summary>The oldest owner of the oldest office: who the link printed at the start is for.</summary>
    public Task<(OfficeId Office, PersonId Person)?> OwnerAsync(CancellationToken cancel) => store.ReadAsync<(OfficeId, PersonId)?>(
        async db =>
        {
            var owner = await db.People.Where(p => p.Role == Role.Owner).OrderBy(p => p.Id).FirstOrDefaultAsync(cancel);
            return owner is null ? null : (new OfficeId(owner.OfficeId), new PersonId(owner.Id));
        },
        cancel);
}
