using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WeCom;

/// <summary>What is known of WeCom chats: whether the bot is in them, whether they were taught, what of a split message is sent.</summary>
internal sealed class WeComChats(Store store, TimeProvider clock)
{
    /// <summary>Whether somebody has spoken to the bot there: before, it may not speak.</summary>
    public Task<bool> HasSpokenAsync(ChatKey chat, CancellationToken cancel) =>
        store.ReadAsync(db => db.Messages.AnyAsync(m => m.Platform == Platform.WeCom && m.ChatId == chat.Id, cancel), cancel);

    /// <summary>Whether the group is yet to be told how to hand in photos.</summary>
    public Task<bool> IsUntaughtAsync(string chat, CancellationToken cancel) => store.ReadAsync(async db => !await db.WeComChats.AnyAsync(c => c.Id == chat && c.TaughtAt != null, cancel), cancel);

    /// <summary>The group was told.</summary>
    public Task TaughtAsync(string chat, CancellationToken cancel) => store.WriteAsync(async db => (await RowAsync(db, chat, cancel)).TaughtAt = clock.GetUtcNow(), cancel);

    /// <summary>The bot is not in the group any more.</summary>
    /// <returns>Whether it was news.</returns>
    public Task<bool> LeaveAsync(string chat, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var row = await RowAsync(db, chat, cancel);
            if (row.LeftAt is not null) return false;
            row.LeftAt = clock.GetUtcNow();
            return true;
        },
        cancel);

    /// <summary>The bot is heard in the group, so it is in it.</summary>
    public async Task EnterAsync(string chat, CancellationToken cancel)
    {
        if (await HasLeftAsync(chat, cancel)) await store.WriteAsync(async db => (await RowAsync(db, chat, cancel)).LeftAt = null, cancel);
    }

    /// <summary>Whether the bot is not in the group any more.</summary>
    public Task<bool> HasLeftAsync(string chat, CancellationToken cancel) => store.ReadAsync(db => db.WeComChats.AnyAsync(c => c.Id == chat && c.LeftAt != null, cancel), cancel);

    /// <summary>The group's name in the console; null: it is not bound.</summary>
    public Task<string?> NameAsync(ChatKey chat, CancellationToken cancel) => store.ReadAsync(
        db => db.Groups.Where(g => g.Platform == Platform.WeCom && g.ChatId == chat.Id && g.BoundAt != null && g.UnboundAt == null).Select(g => g.Name).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>The parts of a split message that are sent already.</summary>
    public Task<HashSet<int>> PartsAsync(string key, CancellationToken cancel) =>
        store.ReadAsync(async db => (await db.SentParts.Where(p => p.Key == key).Select(p => p.Part).ToListAsync(cancel)).ToHashSet(), cancel);

    /// <summary>Keeps that a part is sent.</summary>
    public Task PartAsync(string key, int part, CancellationToken cancel) => store.WriteGuardedAsync(
        async db =>
        {
            if (!await db.SentParts.AnyAsync(p => p.Key == key && p.Part == part, cancel)) db.SentParts.Add(new SentPartRow { Key = key, Part = part, PlatformId = "" });
        },
        cancel);

    private static async Task<WeComChatRow> RowAsync(BotDb db, string chat, CancellationToken cancel)
    {
        if (await db.WeComChats.AsTracking().SingleOrDefaultAsync(c => c.Id == chat, cancel) is { } known) return known;
        var row = new WeComChatRow { Id = chat };
        db.WeComChats.Add(row);
        return row;
    }
}
