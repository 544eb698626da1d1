using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Gives edits their place among a message's revisions, by when they were made: Telegram repeats them, reports edits that change
/// nothing one can see, and over webhooks brings them in any order.
/// </summary>
internal sealed class TelegramRevisions(Store store)
{
    // Telegram tells the second; within one, edits are numbered as they come.
    private const int WithinASecond = 8;
    private const long Longest = int.MaxValue / WithinASecond - 1;

    /// <summary>The message as a revision; null: it is known, or a newer one is.</summary>
    /// <param name="message">As it was read.</param>
    /// <param name="editedAfter">Seconds between saying and changing; null: it is as first said.</param>
    /// <param name="cancel">Breaks off.</param>
    public async Task<IncomingMessage?> OfAsync(IncomingMessage message, long? editedAfter, CancellationToken cancel)
    {
        var known = await KnownAsync(message, cancel);
        if (editedAfter is not { } after) return known.Count == 0 ? message : null;
        var first = (int)Math.Min(after, Longest) * WithinASecond;
        var newest = known.Count == 0 ? null : known[^1];
        if (newest is not null && newest.Key.Revision >= first + WithinASecond) return null;

        // What was there before is there still: only a photo that took another's place is new.
        var files = message.Attachments.Where(a => !known.Any(k => k.Attachments.Any(f => Unique(f.PlatformFile) == Unique(a.PlatformFile)))).ToList();
        if (files.Count == 0 && known.Any(k => k.Text == message.Text && (k == newest || k.Key.Revision >= first))) return null;
        var revision = newest is not null && newest.Key.Revision >= first ? newest.Key.Revision + 1 : first;
        return message with { Key = message.Key with { Revision = revision }, Attachments = files };
    }

    private Task<IReadOnlyList<IncomingMessage>> KnownAsync(IncomingMessage message, CancellationToken cancel) => store.ReadAsync(
        async db => await MessageReads.FillAsync(
            db,
            await db.Messages.Where(m => m.Platform == message.Key.Chat.Platform && m.ChatId == message.Key.Chat.Id && m.ExternalId == message.Key.Id).OrderBy(m => m.Revision).ToListAsync(cancel),
            cancel),
        cancel);

    private static string Unique(string? handle) => handle?.Split('|')[0] ?? "";
}
