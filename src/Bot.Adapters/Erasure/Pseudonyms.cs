using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>Puts a pseudonym wherever an account or its private chat stands, the same one everywhere in the office.</summary>
internal sealed class Pseudonyms(BotDb db, Subject subject, Tally tally)
{
    public async Task PutAsync(CancellationToken cancel)
    {
        foreach (var account in subject.Accounts)
        {
            await SenderAsync(account, subject.Alias(account), cancel);
            await ChatAsync(account, cancel);
        }
    }

    private async Task SenderAsync(AccountKey account, string alias, CancellationToken cancel)
    {
        var (office, name) = (subject.Office, subject.Name);
        tally.Add("Messages", await db.Messages
            .Where(m => m.Platform == account.Platform && m.SenderId == account.Id && (m.OfficeId == office || m.OfficeId == null))
            .ExecuteUpdateAsync(
                s => s.SetProperty(m => m.SenderId, alias).SetProperty(m => m.SenderName, name)
                    .SetProperty(m => m.ImportKey, m => m.ImportKey.Replace("|" + account.Id + "|", "|" + alias + "|")), cancel));
        tally.Add("Submissions", await db.Submissions
            .Where(x => x.Platform == account.Platform && x.SenderId == account.Id && x.OfficeId == office)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.SenderId, alias).SetProperty(x => x.SenderName, name), cancel));
    }

    private async Task ChatAsync(AccountKey account, CancellationToken cancel)
    {
        var (office, platform) = (subject.Office, account.Platform);
        var (old, now) = (PrivateChats.Of(account).Id, PrivateChats.Prefix + subject.Alias(account));
        await db.Messages.Where(m => m.Platform == platform && m.ChatId == old && (m.OfficeId == office || m.OfficeId == null)).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.ChatId, now).SetProperty(m => m.ImportKey, m => m.ImportKey.Replace(old + "|", now + "|")), cancel);
        await db.Submissions.Where(x => x.Platform == platform && x.ChatId == old && x.OfficeId == office).ExecuteUpdateAsync(s => s.SetProperty(x => x.ChatId, now), cancel);
        await db.Outbox.Where(o => o.Platform == platform && o.ChatId == old && (o.OfficeId == office || o.OfficeId == Guid.Empty))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.ChatId, now), cancel);
        tally.Add("Pushes", await db.Pushes.Where(p => p.OfficeId == office && p.Platform == platform && p.ChatId == old).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.ChatId, now).SetProperty(p => p.Key, p => p.Key.Replace("/" + old, "/" + now)), cancel));

        // A chat belongs to no office: where another one still knows the account, it goes on there.
        if (await db.Accounts.AnyAsync(a => a.OfficeId != office && a.Platform == platform && a.ExternalId == account.Id, cancel)) return;
        tally.Add("Chats", await db.Chats.Where(c => c.Platform == platform && c.ChatId == old).ExecuteUpdateAsync(s => s.SetProperty(c => c.ChatId, now), cancel));
        if (platform == Platform.WebChat)
            tally.Add("WebChatLines", await db.WebChatLines.Where(l => l.ChatId == old).ExecuteUpdateAsync(s => s.SetProperty(l => l.ChatId, now), cancel));
        tally.Add("Paces", await db.Paces.Where(p => p.Key.EndsWith(old)).ExecuteDeleteAsync(cancel));
    }
}
