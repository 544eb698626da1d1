using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WebChat;

/// <summary>Step 12 for the program's own page: the message becomes a line of the room. Sent twice, it is one line.</summary>
internal sealed class WebChatSender(Store store, RoomSignals signals) : ISender
{
    public Platform Platform => Platform.WebChat;

    public bool KnowsRepeats => true;

    public IReadOnlyList<PaceDraw> Draws(OutgoingMessage message) => [];

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        await store.WriteGuardedAsync(
            async db =>
            {
                await WebChatLines.TurnAsync(store, db, message.Chat.Id, cancel);
                if (await db.WebChatLines.AnyAsync(l => l.ChatId == message.Chat.Id && l.RefId == message.Key, cancel)) return;
                db.WebChatLines.Add(new WebChatLineRow { ChatId = message.Chat.Id, RefId = message.Key, FromBot = true, Opens = true });
            },
            cancel);
        signals.Changed(message.Chat.Id);
        return new SendOutcome.Sent(message.Key);
    }
}
