using System.Globalization;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Telegram;

/// <summary>Where something is to be said.</summary>
/// <param name="Id">The chat's id of now.</param>
/// <param name="WasMoved">Whether that is another id than was asked for: message numbers of the old one mean nothing there.</param>
/// <param name="Topic">The forum topic for what answers nobody.</param>
/// <param name="HasLeft">Whether the bot is not in it any more.</param>
internal sealed record TelegramPlace(long Id, bool WasMoved, long? Topic, bool HasLeft);

/// <summary>What is known of Telegram groups: where they moved, whether the bot is in them, which topic it was bound in.</summary>
internal sealed class TelegramChats(Store store, TimeProvider clock)
{
    private const int MostMoves = 4;

    /// <summary>Where a chat is now.</summary>
    public Task<TelegramPlace> FindAsync(long chat, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var (id, row) = (chat, await db.TelegramChats.SingleOrDefaultAsync(c => c.Id == chat, cancel));
            for (var moves = 0; row?.MovedTo is { } next && moves < MostMoves; moves++)
            {
                id = next;
                row = await db.TelegramChats.SingleOrDefaultAsync(c => c.Id == next, cancel);
            }

            return new TelegramPlace(id, id != chat, row?.Topic, row?.LeftAt is not null);
        },
        cancel);

    /// <summary>A group became a supergroup: its binding goes over in one transaction, whichever sign of it comes first, and once.</summary>
    /// <returns>Whether it was news.</returns>
    public Task<bool> MoveAsync(long from, long to, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            if (from == to) return false;
            var row = await RowAsync(db, from, cancel);
            if (row.MovedTo == to) return false;
            row.MovedTo = to;
            var (old, now) = (Number(from), Number(to));
            await db.Groups.Where(g => g.Platform == Platform.Telegram && g.ChatId == old).ExecuteUpdateAsync(s => s.SetProperty(g => g.ChatId, now), cancel);
            await db.Pushes.Where(p => p.Platform == Platform.Telegram && p.ChatId == old).ExecuteUpdateAsync(s => s.SetProperty(p => p.ChatId, now), cancel);
            return true;
        },
        cancel);

    /// <summary>The bot is not in the group any more: what waits to be said there is parked and shown.</summary>
    /// <returns>Whether it was news.</returns>
    public Task<bool> LeaveAsync(long chat, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var row = await RowAsync(db, chat, cancel);
            if (row.LeftAt is not null) return false;
            row.LeftAt = clock.GetUtcNow();
            var id = Number(chat);
            await db.Outbox.Where(o => o.Platform == Platform.Telegram && o.ChatId == id && o.State == OutboxState.Waiting && o.ClaimedUntil == 0)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Parked).SetProperty(o => o.FailureCode, TelegramSender.Left), cancel);
            return true;
        },
        cancel);

    /// <summary>The bot is in the group (again).</summary>
    public Task EnterAsync(long chat, CancellationToken cancel) =>
        store.WriteAsync(async db => (await RowAsync(db, chat, cancel)).LeftAt = null, cancel);

    /// <summary>What answers nobody is said in this topic from now on; null: in none.</summary>
    public Task TopicAsync(long chat, long? topic, CancellationToken cancel) =>
        store.WriteAsync(async db => (await RowAsync(db, chat, cancel)).Topic = topic, cancel);

    /// <summary>Keeps whether the bot hears the group.</summary>
    /// <returns>Whether the group is to be told: it cannot be heard, and nobody said so yet.</returns>
    public Task<bool> HearAsync(long chat, bool hears, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var row = await RowAsync(db, chat, cancel);
            var isNews = !hears && row.DeafSince is null;
            row.DeafSince = hears ? null : row.DeafSince ?? clock.GetUtcNow();
            return isNews;
        },
        cancel);

    /// <summary>The parts of a split message that are sent already, with their numbers in the chat.</summary>
    public Task<Dictionary<int, string>> PartsAsync(string key, CancellationToken cancel) =>
        store.ReadAsync(db => db.SentParts.Where(p => p.Key == key).ToDictionaryAsync(p => p.Part, p => p.PlatformId, cancel), cancel);

    /// <summary>Keeps that a part is sent.</summary>
    public Task PartAsync(string key, int part, string id, CancellationToken cancel) => store.WriteGuardedAsync(
        async db =>
        {
            if (!await db.SentParts.AnyAsync(p => p.Key == key && p.Part == part, cancel)) db.SentParts.Add(new SentPartRow { Key = key, Part = part, PlatformId = id });
        },
        cancel);

    private static async Task<TelegramChatRow> RowAsync(BotDb db, long chat, CancellationToken cancel)
    {
        if (await db.TelegramChats.AsTracking().SingleOrDefaultAsync(c => c.Id == chat, cancel) is { } known) return known;
        var row = new TelegramChatRow { Id = chat };
        db.TelegramChats.Add(row);
        return row;
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
