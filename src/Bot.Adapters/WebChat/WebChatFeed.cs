using System.Text.Json;
using Bot.Adapters.Erasure;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WebChat;

/// <summary>The conversation as it stands, from the inbox, the outbox and the room's lines.</summary>
internal sealed class WebChatFeed(Store store, RoomSignals signals) : IWebChatFeed
{
    private const int MostChangesAtOnce = 200;
    private static readonly string NoWords = TextHash.Of("");

    public Task<IReadOnlyList<Room>> RoomsAsync(Viewer viewer, CancellationToken cancel) =>
        store.ReadAsync(db => WebChatRooms.OfAsync(db, viewer, cancel), cancel);

    public Task<FeedPage?> PageAsync(Viewer viewer, string room, long? before, int take, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            if (!await WebChatRooms.AllowsAsync(db, viewer, room, cancel)) return null;
            var cursor = await db.WebChatLines.Where(l => l.ChatId == room).MaxAsync(l => (long?)l.Seq, cancel) ?? 0;
            var lines = await db.WebChatLines.Where(l => l.ChatId == room && l.Opens && (before == null || l.Seq < before))
                .OrderByDescending(l => l.Seq).Take(take + 1).ToListAsync(cancel);
            var entries = await EntriesAsync(db, viewer, room, [.. lines.Take(take).Reverse()], cancel);
            return new FeedPage(entries, cursor, lines.Count > take);
        },
        cancel);

    public Task<FeedPage?> ChangesAsync(Viewer viewer, string room, long since, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            if (!await WebChatRooms.AllowsAsync(db, viewer, room, cancel)) return null;
            var changed = await db.WebChatLines.Where(l => l.ChatId == room && l.Seq > since).OrderBy(l => l.Seq).Take(MostChangesAtOnce).ToListAsync(cancel);
            if (changed.Count == 0) return new FeedPage([], since, false);
            var ids = changed.Select(l => l.RefId).Distinct().ToList();
            var opening = await db.WebChatLines.Where(l => l.ChatId == room && l.Opens && ids.Contains(l.RefId)).OrderBy(l => l.Seq).ToListAsync(cancel);
            return new FeedPage(await EntriesAsync(db, viewer, room, opening, cancel), changed[^1].Seq, false);
        },
        cancel);

    public Task<Attachment?> AttachmentAsync(Viewer viewer, BlobKey blob, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var rooms = (await WebChatRooms.OfAsync(db, viewer, cancel)).Select(r => r.Id).ToList();
            var row = await (
                from a in db.Attachments
                where a.BlobKey == blob.Hex
                join m in db.Messages on a.MessageId equals m.Id
                where (m.Platform == Platform.WebChat && rooms.Contains(m.ChatId)) || (viewer.IsAdmin && m.OfficeId == viewer.Office.Value)
                select a).FirstOrDefaultAsync(cancel);
            return row is null ? null : MessageMapping.Attachment(row);
        },
        cancel);

    public Task WaitAsync(string room, CancellationToken cancel) => signals.WaitAsync(room, cancel);

    private static async Task<IReadOnlyList<ChatEntry>> EntriesAsync(
        BotDb db, Viewer viewer, string room, IReadOnlyList<WebChatLineRow> lines, CancellationToken cancel)
    {
        var said = lines.Where(l => !l.FromBot).Select(l => l.RefId).ToList();
        var sent = lines.Where(l => l.FromBot).Select(l => l.RefId).ToList();
        var people = await PeopleAsync(db, viewer, room, said, cancel);
        var bots = (await db.Outbox.Where(o => sent.Contains(o.Key)).ToListAsync(cancel)).ToDictionary(o => o.Key, BotEntry);
        await MarkChosenAsync(db, room, bots, cancel);
        var entries = new List<ChatEntry>(lines.Count);
        foreach (var line in lines)
        {
            if (people.GetValueOrDefault(line.RefId) is { } person) entries.Add(person with { Order = line.Seq });
            else if (bots.GetValueOrDefault(line.RefId) is { } bot) entries.Add(bot with { Order = line.Seq });
        }

        return await QuotesAsync(db, room, entries, cancel);
    }

    private static async Task<Dictionary<string, ChatEntry>> PeopleAsync(
        BotDb db, Viewer viewer, string room, List<string> ids, CancellationToken cancel)
    {
        var revisions = await db.Messages
            .Where(m => m.Platform == Platform.WebChat && m.ChatId == room && ids.Contains(m.ExternalId)).ToListAsync(cancel);
        var newest = revisions.GroupBy(m => m.ExternalId).Select(g => g.MaxBy(m => m.Revision)!).ToList();
        var firsts = revisions.Where(m => m.Revision == 0).ToDictionary(m => m.ExternalId);
        var filled = (await MessageReads.FillAsync(db, newest, cancel)).ToDictionary(m => m.Key.Id);
        var photos = (await MessageReads.FillAsync(db, [.. firsts.Values], cancel)).ToDictionary(m => m.Key.Id, m => m.Attachments);
        var units = await UnitNamesAsync(db, viewer, cancel);
        return newest.ToDictionary(m => m.ExternalId, m => new ChatEntry
        {
            Id = m.ExternalId,
            Order = 0,
            FromBot = false,
            Mine = m.SenderId == viewer.Account.Id,
            AuthorName = m.SenderName,
            AuthorUnit = units.GetValueOrDefault(m.SenderId, ""),
            At = firsts[m.ExternalId].SaidAt,
            Text = m.Event == MessageEvent.Withdrawn ? "" : filled[m.ExternalId].Text is { Length: > 0 } text ? text : WasErased(m) ? ErasedMark.Text : "",
            Edited = m.Event == MessageEvent.Edited,
            Withdrawn = m.Event == MessageEvent.Withdrawn,
            Attachments = m.Event == MessageEvent.Withdrawn ? [] : photos[m.ExternalId],
            Quote = m.Quotes is null ? null : new QuotedEntry(m.Quotes, "", ""),
        });
    }

    private static async Task<Dictionary<string, string>> UnitNamesAsync(BotDb db, Viewer viewer, CancellationToken cancel)
    {
        var rows = await (
            from l in db.Liaisons
            where l.OfficeId == viewer.Office.Value && l.To == null
            join a in db.Accounts on l.PersonId equals a.PersonId
            where a.Platform == Platform.WebChat
            join u in db.Units on l.UnitId equals u.Id
            orderby u.Order
            select new { a.ExternalId, u.Name }).ToListAsync(cancel);
        return rows.GroupBy(r => r.ExternalId).ToDictionary(g => g.Key, g => string.Join("、", g.Select(r => r.Name)));
    }

    // The first press counts as the answer shown to all.
    private static async Task MarkChosenAsync(BotDb db, string room, Dictionary<string, ChatEntry> bots, CancellationToken cancel)
    {
        var asked = bots.Values.Where(b => b.Buttons.Count > 0).Select(b => b.Id).ToList();
        if (asked.Count == 0) return;
        var presses = await (
            from m in db.Messages
            where m.Platform == Platform.WebChat && m.ChatId == room && m.Event == MessageEvent.Pressed && m.Quotes != null && asked.Contains(m.Quotes)
            join t in db.MessageTexts on m.Id equals t.MessageId
            orderby m.Seq
            select new { m.Quotes, t.Text }).ToListAsync(cancel);
        foreach (var press in presses.DistinctBy(p => p.Quotes)) bots[press.Quotes!] = bots[press.Quotes!] with { Chosen = press.Text };
    }

    private static ChatEntry BotEntry(OutboxRow row)
    {
        var message = JsonSerializer.Deserialize(row.Payload, PayloadJson.Readable.OutgoingMessage)!;
        return new ChatEntry
        {
            Id = row.Key, Order = 0, FromBot = true, Mine = false, AuthorName = "安全月助手", At = row.CreatedAt, Text = message.Text,
            Buttons = message.Buttons, Files = message.Files, Kind = message.Kind,
            Quote = message.Quotes is null ? null : new QuotedEntry(message.Quotes, "", ""),
        };
    }

    // What stands above an answer: the author and the first words.
    private static async Task<IReadOnlyList<ChatEntry>> QuotesAsync(BotDb db, string room, List<ChatEntry> entries, CancellationToken cancel)
    {
        var ids = entries.Where(e => e.Quote is not null).Select(e => e.Quote!.Id).Distinct().ToList();
        if (ids.Count == 0) return entries;
        var rows = await db.Messages.Where(m => m.Platform == Platform.WebChat && m.ChatId == room && ids.Contains(m.ExternalId)).ToListAsync(cancel);
        var quoted = (await MessageReads.FillAsync(db, [.. rows.GroupBy(m => m.ExternalId).Select(g => g.MaxBy(m => m.Revision)!)], cancel))
            .ToDictionary(m => m.Key.Id, m => new QuotedEntry(m.Key.Id, m.SenderName, Excerpt(m)));
        foreach (var bot in await db.Outbox.Where(o => ids.Contains(o.Key)).ToListAsync(cancel))
        {
            quoted[bot.Key] = new QuotedEntry(bot.Key, "安全月助手", Shorten(BotEntry(bot).Text));
        }

        return [.. entries.Select(e => e.Quote is null ? e : e with { Quote = quoted.GetValueOrDefault(e.Quote.Id) })];
    }

    // Its hash tells that there were words.
    private static bool WasErased(MessageRow m) => m.TextHash.Length > 0 && m.TextHash != NoWords;

    private static string Excerpt(IncomingMessage m) => m switch
    {
        { Event: MessageEvent.Withdrawn } => "（已撤回）",
        { Text.Length: > 0 } => Shorten(m.Text),
        { Attachments.Count: > 0 } => $"[{m.Attachments.Count}个附件]",
        _ => ErasedMark.Text,
    };

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= 40) return line;
        return line[..(char.IsHighSurrogate(line[39]) ? 39 : 40)] + "…";
    }
}
