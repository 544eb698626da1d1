using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Telegram;

/// <summary>What the channel itself has to say: through the outbox like everything else, once per key, and never in a group that is not bound.</summary>
internal sealed class TelegramNotices(Store store, IOrganisation organisation, HostSignals hosts, TimeProvider clock)
{
    /// <summary>Says it in the chat, if the chat is anybody's.</summary>
    public async Task SayAsync(ChatKey chat, string key, string text, string? quotes, CancellationToken cancel)
    {
        if (await organisation.FindPlaceAsync(chat, clock.GetUtcNow(), cancel) is { } place) await SayAsync(place.Office.Id, chat, key, text, quotes, cancel);
    }

    /// <summary>Tells the admins of a group's office, on Telegram and on the page.</summary>
    public async Task TellAdminsAsync(ChatKey group, string key, string text, CancellationToken cancel)
    {
        if (await organisation.FindPlaceAsync(group, clock.GetUtcNow(), cancel) is not { } place) return;
        foreach (var platform in (Platform[])[Platform.Telegram, Platform.WebChat])
        {
            foreach (var chat in await organisation.AdminChatsAsync(place.Office.Id, platform, cancel))
                await SayAsync(place.Office.Id, chat, $"{key}-{platform}-{chat.Id}", text, null, cancel);
        }
    }

    /// <summary>What could not be said privately was asked for in a group: there it is told how to be reached.</summary>
    public async Task InviteAsync(OutgoingMessage unsent, string bot, CancellationToken cancel)
    {
        // An answer in private stands beside one in the group, under the key of the same question.
        var dash = unsent.Key.LastIndexOf('-');
        if (!unsent.Key.StartsWith("re-", StringComparison.Ordinal) || dash <= 3) return;
        var (beside, own) = (unsent.Key[..dash] + "-0", unsent.Chat.Id);
        var payload = await store.ReadAsync(db => db.Outbox.Where(o => o.Key == beside && o.ChatId != own).Select(o => o.Payload).FirstOrDefaultAsync(cancel), cancel);
        if (payload is null || System.Text.Json.JsonSerializer.Deserialize(payload, PayloadJson.Readable.OutgoingMessage) is not { } asked) return;
        await SayAsync(asked.Chat, unsent.Key + "-invite", $"我还不能给您发私聊：请先点开 https://t.me/{bot} ，按“开始”，然后再发一次。", asked.Quotes, cancel);
    }

    private async Task SayAsync(OfficeId office, ChatKey chat, string key, string text, string? quotes, CancellationToken cancel)
    {
        var message = new OutgoingMessage { Key = key, Chat = chat, Kind = OutgoingKind.Reply, Text = text, Quotes = quotes };
        try
        {
            await store.WriteGuardedAsync(db => OutboxWrites.AddAsync(db, office, message, clock.GetUtcNow(), cancel), cancel);
        }
        catch (DbUpdateException failure) when (store.IsDuplicate(failure))
        {
            return;
        }

        hosts.Tell(HostSignals.Outbox);
    }
}
