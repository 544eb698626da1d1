using Bot.Adapters.Storage;
using Bot.Domain.Messages;

namespace Bot.Adapters.WebChat;

/// <summary>Step 12 for the program's own page: the message becomes a line of the room. Sent twice, it is one line.</summary>
internal sealed class WebChatSender(Store store, RoomSignals signals) : ISender
{
    public Platform Platform => Platform.WebChat;

    public bool KnowsRepeats => true;

    public IReadOnlyList<PaceDraw> Draws(OutgoingMessage message) => [];

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        await store.WriteInTurnAsync(
            WebChatLines.TurnOf(message.Chat.Id),
            """
            INSERT INTO "WebChatLines" ("ChatId", "RefId", "FromBot", "Opens") SELECT {0}, {1}, {2}, {2}
            WHERE NOT EXISTS (SELECT 1 FROM "WebChatLines" WHERE "ChatId" = {0} AND "RefId" = {1})
            """,
            [message.Chat.Id, message.Key, true], cancel);
        signals.Changed(message.Chat.Id);
        return new SendOutcome.Sent(message.Key);
    }
}
