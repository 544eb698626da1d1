using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Erasure;

/// <summary>Takes texts, photos and files from messages; their keys, times and hashes stay. The content itself goes after the commit.</summary>
internal static class MessageWipe
{
    /// <summary>How many messages one statement names.</summary>
    public const int AtOnce = 500;

    /// <summary>Wipes them, and counts down who needs their photos.</summary>
    public static async Task RunAsync(BotDb db, IReadOnlyCollection<Guid> messages, Tally tally, CancellationToken cancel)
    {
        foreach (var ids in messages.Chunk(AtOnce))
        {
            tally.Add("MessageTexts", await db.MessageTexts.Where(t => ids.Contains(t.MessageId)).ExecuteDeleteAsync(cancel));
            var held = await db.Attachments.Where(a => ids.Contains(a.MessageId) && a.BlobKey != null).Select(a => a.BlobKey!).ToListAsync(cancel);
            foreach (var blob in held.GroupBy(k => k).OrderBy(k => k.Key, StringComparer.Ordinal)) // in one order everywhere: nobody waits for one another
            {
                var (key, count) = (blob.Key, blob.Count());
                await db.Blobs.Where(b => b.Key == key).ExecuteUpdateAsync(s => s.SetProperty(b => b.References, b => b.References - count), cancel);
            }

            tally.Add("Attachments", await db.Attachments
                .Where(a => ids.Contains(a.MessageId) && (a.BlobKey != null || a.PlatformFile != null || a.Name != ErasedMark.Text))
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.Name, ErasedMark.Text).SetProperty(a => a.BlobKey, (string?)null).SetProperty(a => a.PlatformFile, (string?)null), cancel));
        }
    }
}
