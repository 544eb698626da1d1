using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Step 11's rows: claimed per chat in order, with attempts and parking.</summary>
internal sealed class OutboxStore(Store store, IIdSource ids) : IOutbox
{
    /// <summary>The code of what waits for its chat's pace.</summary>
    public const string Paced = "paced";

    private const string Joined = "joined";

    // Of what was tried, and nobody knows what came of it.
    private const string Unanswered = "no-answer";
    private const long LeaseMilliseconds = 60_000;

    // A chat's oldest waiting row stands for the chat: while it is held or waits for its next try, the chat waits.
    private readonly string claim = $$"""
        WITH next AS MATERIALIZED (
          SELECT o."Seq" FROM "Outbox" o
          WHERE o."State" = 'Waiting' AND o."ClaimedUntil" < {{store.NowMilliseconds}} AND (o."NextTryAt" IS NULL OR o."NextTryAt" <= {2})
            AND NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."State" = 'Waiting' AND e."Platform" = o."Platform" AND e."ChatId" = o."ChatId" AND e."Seq" < o."Seq")
          ORDER BY o."Seq" LIMIT {3} {{store.SkipLocked("o")}})
        UPDATE "Outbox" SET
          "ClaimToken" = {0}, "ClaimedUntil" = {{store.NowMilliseconds}} + {1}, "Repeats" = "Repeats" + CASE WHEN "Began" THEN 1 ELSE 0 END, "Began" = FALSE
        WHERE "Seq" IN (SELECT "Seq" FROM next)
        RETURNING "Seq", "Attempts", "Payload", "FailureCode"
        """;

    public async Task<IReadOnlyList<OutboxItem>> ClaimAsync(DateTimeOffset now, int most, CancellationToken cancel)
    {
        var (token, at) = (ids.Next(), now.UtcDateTime);
        var rows = await store.WriteOnceAsync(db => db.Database.SqlQueryRaw<Claimed>(claim, token, LeaseMilliseconds, at, most).ToListAsync(cancel), cancel);
        return
        [
            .. rows.OrderBy(r => r.Seq).Select(r => new OutboxItem(
                r.Seq, token, r.Attempts,
                JsonSerializer.Deserialize(r.Payload, PayloadJson.Readable.OutgoingMessage) ?? throw new InvalidOperationException("An outbox row without a message.")) { WasPaced = r.FailureCode == Paced, MayBeThere = r.FailureCode is null or Unanswered }),
        ];
    }

    public Task WordedAsync(OutboxItem item, OutgoingMessage message, CancellationToken cancel)
    {
        var payload = JsonSerializer.Serialize(message, PayloadJson.Readable.OutgoingMessage);
        return store.WriteOnceAsync(db => Held(db, item).ExecuteUpdateAsync(s => s.SetProperty(o => o.Payload, payload).SetProperty(o => o.FailureCode, (string?)null), cancel), cancel);
    }

    public async Task<OutboxItem> JoinAsync(OutboxItem item, CancellationToken cancel)
    {
        if (!item.WasPaced || PrivateChats.Is(item.Message.Chat) || !JoinedReceipts.MayJoin(item.Message)) return item;

        // All of it or nothing: whatever breaks off, each is told by one row that waits.
        return await store.WriteAsync(
            async db =>
            {
                var (platform, chat) = (item.Message.Chat.Platform, item.Message.Chat.Id);
                var behind = await db.Outbox.AsNoTracking().Where(o => o.State == OutboxState.Waiting && o.Platform == platform && o.ChatId == chat && o.Seq > item.Seq)
                    .OrderBy(o => o.Seq).Take(JoinedReceipts.Most).Select(o => new { o.Seq, o.Payload }).ToListAsync(cancel);
                var messages = behind.ConvertAll(o => JsonSerializer.Deserialize(o.Payload, PayloadJson.Readable.OutgoingMessage)!);
                var said = messages.Append(item.Message).Select(m => m.Quotes).OfType<string>().ToList();
                var names = (await db.Messages.AsNoTracking().Where(m => m.Platform == platform && m.ChatId == chat && said.Contains(m.ExternalId))
                    .Select(m => new { m.ExternalId, m.SenderName }).ToListAsync(cancel)).ToLookup(m => m.ExternalId, m => m.SenderName);
                var (message, joined) = JoinedReceipts.Join(item.Message, messages, id => names[id].FirstOrDefault());
                if (joined == 0) return item;
                var payload = JsonSerializer.Serialize(message, PayloadJson.Readable.OutgoingMessage);
                if (await Held(db, item).ExecuteUpdateAsync(s => s.SetProperty(o => o.Payload, payload), cancel) == 0) return item;
                var taken = behind.Take(joined).Select(o => o.Seq).ToList();
                await db.Outbox.Where(o => taken.Contains(o.Seq)).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Withdrawn).SetProperty(o => o.FailureCode, Joined), cancel);
                return item with { Message = message };
            },
            cancel);
    }

    public Task BeganAsync(OutboxItem item, CancellationToken cancel) =>
        store.WriteOnceAsync(db => Held(db, item).ExecuteUpdateAsync(s => s.SetProperty(o => o.Began, true), cancel), cancel);

    public Task SentAsync(OutboxItem item, string platformId, DateTimeOffset now, CancellationToken cancel) => PushAddressing.IsPush(item.Message.Key)
        ? store.WriteGuardedAsync(
            async db =>
            {
                if (await IsThereAsync(db, item, platformId, now, cancel) == 1) await PushWrites.SentAsync(db, item.Message, now, cancel);
            },
            cancel)
        : store.WriteOnceAsync(db => IsThereAsync(db, item, platformId, now, cancel), cancel);

    public Task RetryAsync(OutboxItem item, DateTimeOffset next, SendOutcome.RetryLater trouble, CancellationToken cancel) =>
        LaterAsync(item, item.Attempts + 1, next, trouble.Trouble == SendTrouble.NoAnswer ? Unanswered : trouble.Code, mayBeThere: trouble.Trouble == SendTrouble.NoAnswer, cancel);

    public Task WaitAsync(OutboxItem item, DateTimeOffset until, string code, CancellationToken cancel) => LaterAsync(item, item.Attempts, until, code, mayBeThere: false, cancel);

    public Task WithdrawAsync(OutboxItem item, string code, CancellationToken cancel) => EndAsync(item, OutboxState.Withdrawn, code, cancel);

    public Task ParkAsync(OutboxItem item, string code, CancellationToken cancel) => EndAsync(item, OutboxState.Parked, code, cancel);

    private static Task<int> IsThereAsync(BotDb db, OutboxItem item, string platformId, DateTimeOffset now, CancellationToken cancel) => Held(db, item).ExecuteUpdateAsync(
        s => s.SetProperty(o => o.State, OutboxState.Sent).SetProperty(o => o.SentAt, now).SetProperty(o => o.PlatformId, platformId)
            .SetProperty(o => o.Began, false).SetProperty(o => o.ClaimedUntil, 0L).SetProperty(o => o.FailureCode, (string?)null),
        cancel);

    // Where a platform knows repeats, nothing ever began.
    private Task LaterAsync(OutboxItem item, int attempts, DateTimeOffset next, string code, bool mayBeThere, CancellationToken cancel) => store.WriteOnceAsync(
        db => Held(db, item).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.Attempts, attempts).SetProperty(o => o.NextTryAt, next).SetProperty(o => o.FailureCode, IsUnanswered(item) ? Unanswered : code)
                .SetProperty(o => o.Began, o => o.Began && mayBeThere).SetProperty(o => o.ClaimedUntil, 0L),
            cancel),
        cancel);

    // That it was not tried now, or not taken, says nothing of the time before.
    private static bool IsUnanswered(OutboxItem item) => item is { MayBeThere: true, Message.Text.Length: > 0 } && PushAddressing.IsPush(item.Message.Key);

    private Task EndAsync(OutboxItem item, OutboxState state, string code, CancellationToken cancel) => store.WriteGuardedAsync(
        async db =>
        {
            var held = await Held(db, item).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, state).SetProperty(o => o.FailureCode, code).SetProperty(o => o.ClaimedUntil, 0L), cancel);
            if (held == 1 && state == OutboxState.Withdrawn) await PushWrites.WithdrawnAsync(db, item.Message.Key, cancel);
        },
        cancel);

    private static IQueryable<OutboxRow> Held(BotDb db, OutboxItem item) => db.Outbox.Where(o => o.Seq == item.Seq && o.ClaimToken == item.Token);

    private sealed record Claimed
    {
        public long Seq { get; init; }
        public int Attempts { get; init; }
        public required string Payload { get; init; }
        public string? FailureCode { get; init; }
    }
}
