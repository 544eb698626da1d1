using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Step 4 of a message's way: stored once, durable when it returns.</summary>
internal sealed class InboxStore(Store store) : IInboxStore
{
    public async Task<bool> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        try
        {
            return await store.WriteGuardedAsync(db => InsertAsync(db, message, cancel), cancel);
        }
        catch (DbUpdateException failure) when (store.IsDuplicate(failure))
        {
            return false;
        }
    }

    /// <summary>Stores many messages of one chat in one transaction, for who knows that they are new.</summary>
    /// <returns>How many were; those that came another way meanwhile are left as they are.</returns>
    public async Task<int> AcceptAllAsync(IReadOnlyList<IncomingMessage> messages, CancellationToken cancel)
    {
        if (messages.Count == 0) return 0;
        try
        {
            await store.WriteGuardedAsync(db => InsertAllAsync(db, messages, cancel), cancel);
            return messages.Count;
        }
        catch (DbUpdateException failure) when (store.IsDuplicate(failure))
        {
            var taken = 0;
            foreach (var message in messages) taken += await AcceptAsync(message, cancel) ? 1 : 0;
            return taken;
        }
    }

    private static async Task InsertAllAsync(BotDb db, IReadOnlyList<IncomingMessage> messages, CancellationToken cancel)
    {
        foreach (var message in messages)
        {
            db.Messages.Add(MessageMapping.Row(message));
            if (message.Text.Length > 0) db.MessageTexts.Add(new MessageTextRow { MessageId = message.Id.Value, Text = message.Text });
            db.Attachments.AddRange(MessageMapping.Attachments(message));
            await CountBlobsAsync(db, message.Attachments, message.ReceivedAt, cancel);
        }

        await ChatAsync(db, messages[0].Key.Chat, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> InsertAsync(BotDb db, IncomingMessage message, CancellationToken cancel)
    {
        var key = message.Key;
        var known = await db.Messages.AnyAsync(
            m => m.Platform == key.Chat.Platform && m.ChatId == key.Chat.Id && m.ExternalId == key.Id && m.Revision == key.Revision, cancel);
        if (known) return false;

        db.Messages.Add(MessageMapping.Row(message));
        if (message.Text.Length > 0) db.MessageTexts.Add(new MessageTextRow { MessageId = message.Id.Value, Text = message.Text });
        db.Attachments.AddRange(MessageMapping.Attachments(message));
        await CountBlobsAsync(db, message.Attachments, message.ReceivedAt, cancel);
        await ChatAsync(db, key.Chat, cancel);

        // The page shows what it took: its line belongs to the same transaction.
        if (key.Chat.Platform == Platform.WebChat)
        {
            await db.TurnAsync(WebChatLines.TurnOf(key.Chat.Id), cancel);
            db.WebChatLines.Add(WebChatLines.Of(message));
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }

    // Two hosts may hear of a chat, or of a photo, at once: the database itself makes the row or takes the one that is there.
    private static async Task ChatAsync(BotDb db, ChatKey chat, CancellationToken cancel)
    {
        if (await db.Chats.AnyAsync(c => c.Platform == chat.Platform && c.ChatId == chat.Id, cancel)) return;
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "Chats" ("Platform", "ChatId", "ClaimedUntil") VALUES ({0}, {1}, 0) ON CONFLICT DO NOTHING""", [chat.Platform.ToString(), chat.Id], cancel);
    }

    /// <summary>Counts who needs the content of these files.</summary>
    internal static async Task CountBlobsAsync(BotDb db, IReadOnlyList<Attachment> files, DateTimeOffset now, CancellationToken cancel)
    {
        // In one order everywhere, so that two messages with the same photos never wait for one another.
        foreach (var file in files.Where(a => a.Blob is not null).GroupBy(a => a.Blob!.Value.Hex).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var first = file.First();
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Blobs" ("Key", "Bytes", "Kind", "StoredAt", "References") VALUES ({0}, {1}, {2}, {3}, {4})
                ON CONFLICT ("Key") DO UPDATE SET "References" = "Blobs"."References" + excluded."References"
                """,
                [file.Key, first.Bytes, first.Kind?.ToString()!, now.UtcDateTime, file.Count()], cancel);
        }
    }
}
