using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Host.Tests.Console;

/// <summary>An office beside the demo's, with an owner and nothing else.</summary>
internal static class OtherOffice
{
    public static async Task<Viewer> OwnerAsync(Store store)
    {
        var (office, person) = (Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        await store.WriteAsync(
            db =>
            {
                db.Offices.Add(new OfficeRow { Id = office, Name = "别的街道", Zone = "Asia/Shanghai", CreatedAt = DateTimeOffset.UnixEpoch });
                db.People.Add(new PersonRow { Id = person, OfficeId = office, Name = "外管理员", Role = Role.Owner });
                db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WebChat, ExternalId = $"u-{person:n}", PersonId = person });
                return Task.CompletedTask;
            },
            default);
        return new Viewer
        {
            Office = new OfficeId(office), Person = new PersonId(person), Account = new AccountKey(Platform.WebChat, $"u-{person:n}"), Name = "外管理员", Role = Role.Owner,
        };
    }
}
