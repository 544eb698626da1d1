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
        if (!IsKept(message)) return;
        await db.TurnAsync(TurnOf(message.Chat), cancel);
        if (!await db.Outbox.AnyAsync(o => o.Key == message.Key, cancel)) db.Outbox.Add(Row(office, message, now));
    }

    /// <summary>Whether it is kept at all: of what would be said about an imported message only what is open about it.</summary>
    public static bool IsKept(OutgoingMessage message) => message.Chat.Platform != Platform.Import || (message.Kind == OutgoingKind.Question && !PrivateChats.Is(message.Chat));

    /// <summary>
    /// The name of a chat's turn to be written to. Numbers are given when a row is written and seen when it is committed: of two that
    /// write to a chat at once the later number could be sent first.
    /// </summary>
    public static string TurnOf(ChatKey chat) => $"outbox {chat.Platform} {chat.Id}";

    /// <summary>The row that waits to be sent, or never is.</summary>
    public static OutboxRow Row(OfficeId? office, OutgoingMessage message, DateTimeOffset now) => new()
    {
        Key = message.Key,
        OfficeId = office?.Value ?? Guid.Empty,
        Platform = message.Chat.Platform,
        ChatId = message.Chat.Id,
        Kind = message.Kind,
        Payload = JsonSerializer.Serialize(message, PayloadJson.Readable.OutgoingMessage),
        CreatedAt = now,
        State = message.Chat.Platform == Platform.Import ? OutboxState.Withdrawn : OutboxState.Waiting,
        FailureCode = message.Chat.Platform == Platform.Import ? Imported : null,
    };
}
