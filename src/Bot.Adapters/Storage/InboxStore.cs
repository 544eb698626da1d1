using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Step 4 of a message's way: stored once, durable when it returns.</summary>
internal sealed class InboxStore(Store store) : IInbox
{
    public async Task<bool> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        try
        {
            return await store.WriteAsync(db => InsertAsync(db, message, cancel), cancel);
        }
        catch (DbUpdateException failure) when (store.IsDuplicate(failure))
        {
            return false;
        }
    }

    private static async Task<bool> InsertAsync(BotDb db, IncomingMessage message, CancellationToken cancel)
    {
        var key = message.Key;
        var known = await db.Messages.AnyAsync(
            m => m.Platform == key.Chat.Platform && m.ChatId == key.Chat.Id && m.ExternalId == key.Id && m.Revision == key.Revision, cancel);
        if (known) return false;

        db.Messages.Add(MessageMapping.Row(message));
        if (message.Text.Length > 0) db.MessageTexts.Add(new MessageTextRow { MessageId = message.Id.Value, Text = message.Text });
        db.Attachments.AddRange(MessageMapping.Attachments(message));
        await CountBlobsAsync(db, message, cancel);
        if (!await db.Chats.AnyAsync(c => c.Platform == key.Chat.Platform && c.ChatId == key.Chat.Id, cancel))
        {
            db.Chats.Add(new ChatRow { Platform = key.Chat.Platform, ChatId = key.Chat.Id });
        }

        // The page shows what it took: its line belongs to the same transaction.
        if (key.Chat.Platform == Platform.WebChat)
        {
            db.WebChatLines.Add(message.Event == MessageEvent.Pressed
                ? new WebChatLineRow { ChatId = key.Chat.Id, RefId = message.Quotes ?? "", FromBot = true }
                : new WebChatLineRow { ChatId = key.Chat.Id, RefId = key.Id, Opens = key.Revision == 0 });
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static async Task CountBlobsAsync(BotDb db, IncomingMessage message, CancellationToken cancel)
    {
        foreach (var file in message.Attachments.Where(a => a.Blob is not null).GroupBy(a => a.Blob!.Value.Hex))
        {
            var row = await db.Blobs.FindAsync([file.Key], cancel);
            if (row is null)
            {
                var first = file.First();
                db.Blobs.Add(new BlobRow { Key = file.Key, Bytes = first.Bytes, Kind = first.Kind, StoredAt = message.ReceivedAt, References = file.Count() });
            }
            else
            {
                row.References += file.Count();
            }
        }
    }
}
