using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>Accounts on the program's own page, made when somebody needs one.</summary>
internal static class PageAccounts
{
    public static async Task EnsureAsync(BotDb db, Guid office, Guid person, CancellationToken cancel)
    {
        if (await db.Accounts.AnyAsync(a => a.OfficeId == office && a.PersonId == person && a.Platform == Platform.WebChat, cancel)) return;
        db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WebChat, ExternalId = $"u-{person:n}", PersonId = person });
    }
}
