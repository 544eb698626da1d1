using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Puts what the bot says into the outbox, once per key.</summary>
internal static class OutboxWrites
{
    /// <summary>
    /// The code of questions about imported messages: nobody is asked in the group about what was said long ago. They are no message that
    /// failed; the submission shows what is open about it.
    /// </summary>
    public const string Imported = "imported";

    public static async Task AddAsync(BotDb db, OfficeId? office, OutgoingMessage message, DateTimeOffset now, CancellationToken cancel)
    {
        var isOld = message.Chat.Platform == Platform.Import;
        if (isOld && (message.Kind != OutgoingKind.Question || PrivateChats.Is(message.Chat))) return;
        // Numbers are given when a row is written and seen when it is committed: of two that write to a chat at once the later number could be sent first.
        await db.TurnAsync($"outbox {message.Chat.Platform} {message.Chat.Id}", cancel);
        if (await db.Outbox.AnyAsync(o => o.Key == message.Key, cancel)) return;
        db.Outbox.Add(new OutboxRow
        {
            Key = message.Key,
            OfficeId = office?.Value ?? Guid.Empty,
            Platform = message.Chat.Platform,
            ChatId = message.Chat.Id,
            Kind = message.Kind,
            Payload = JsonSerializer.Serialize(message, PayloadJson.Readable.OutgoingMessage),
            CreatedAt = now,
            State = isOld ? OutboxState.Withdrawn : OutboxState.Waiting,
            FailureCode = isOld ? Imported : null,
        });
    }
}
