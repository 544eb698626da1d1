using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Puts what the bot says into the outbox, once per key.</summary>
internal static class OutboxWrites
{
    public static async Task AddAsync(BotDb db, OfficeId? office, OutgoingMessage message, DateTimeOffset now, CancellationToken cancel)
    {
        await db.TurnAsync(TurnOf(message.Chat), cancel);
        if (!await db.Outbox.AnyAsync(o => o.Key == message.Key, cancel)) db.Outbox.Add(Row(office, message, now));
    }

    /// <summary>
    /// The name of a chat's turn to be written to. Numbers are given when a row is written and seen when it is committed: of two that
    /// write to a chat at once the later number could be sent first.
    /// </summary>
    public static string TurnOf(ChatKey chat) => $"outbox {chat.Platform} {chat.Id}";

    /// <summary>The row that waits to be sent.</summary>
    public static OutboxRow Row(OfficeId? office, OutgoingMessage message, DateTimeOffset now) => new()
    {
        Key = message.Key,
        OfficeId = office?.Value ?? Guid.Empty,
        Platform = message.Chat.Platform,
        ChatId = message.Chat.Id,
        Kind = message.Kind,
        Payload = JsonSerializer.Serialize(message, PayloadJson.Readable.OutgoingMessage),
        CreatedAt = now,
    };
}
