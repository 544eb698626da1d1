using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Imports;

/// <summary>Puts a confirmed review table into the register: whose account a sender's is, and for which units since when.</summary>
internal sealed class SenderRegistration(Store store, IRegistrations registrations)
{
    public async Task ConfirmAsync(ImportTarget target, IReadOnlyList<SenderLine> senders, SenderMatching known, CancellationToken cancel)
    {
        foreach (var sender in senders.Where(s => s.IsMatched && !s.IsLeftOut))
        {
            var account = target.Account(sender.Id);
            if (sender.Person.Length > 0 && known.PersonCalled(sender.Person) is { } person) await LinkAsync(target, account, person, cancel);

            // From the first of their messages on; who is registered already keeps everything else.
            var from = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(sender.First, target.Zone).DateTime);
            var name = sender.Person.Length > 0 ? sender.Person : sender.Name;
            foreach (var unit in sender.Units) await registrations.ClaimAsync(new OfficeId(target.Office), account, name, known.UnitCalled(unit)!.Id, from, cancel);
        }
    }

    private Task LinkAsync(ImportTarget target, AccountKey account, Guid person, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            if (await db.Accounts.AnyAsync(a => a.OfficeId == target.Office && a.Platform == account.Platform && a.ExternalId == account.Id, cancel)) return;
            db.Accounts.Add(new AccountRow { OfficeId = target.Office, Platform = account.Platform, ExternalId = account.Id, PersonId = person });
        },
        cancel);
}
