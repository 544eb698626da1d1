using System.Text.Json;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Step 11's rows: claimed per chat in order, with attempts and parking.</summary>
internal sealed class OutboxStore(Store store, IIdSource ids) : IOutbox
{
    private const long LeaseMilliseconds = 60_000;

    public async Task<OutboxItem?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var token = ids.Next();
        var at = now.UtcDateTime;

        // A chat's oldest waiting row stands for the chat: while it is held or waits for its next try, the chat waits.
        var sql = $$"""
            UPDATE "Outbox" SET "ClaimToken" = {0}, "ClaimedUntil" = {{store.NowMilliseconds}} + {1}
            WHERE "Seq" = (
              SELECT o."Seq" FROM "Outbox" o
              WHERE o."State" = 'Waiting' AND o."ClaimedUntil" < {{store.NowMilliseconds}} AND (o."NextTryAt" IS NULL OR o."NextTryAt" <= {2})
                AND NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."State" = 'Waiting' AND e."Platform" = o."Platform" AND e."ChatId" = o."ChatId" AND e."Seq" < o."Seq")
              ORDER BY o."Seq" LIMIT 1 {{store.SkipLocked("o")}})
            RETURNING "Seq" AS "Value"
            """;
        return await store.WriteGuardedAsync(
            async db =>
            {
                var seq = await db.Database.SqlQueryRaw<long>(sql, token, LeaseMilliseconds, at).ToListAsync(cancel);
                if (seq.Count == 0) return null;
                var row = await db.Outbox.AsNoTracking().SingleAsync(o => o.Seq == seq[0], cancel);
                var message = JsonSerializer.Deserialize(row.Payload, PayloadJson.Readable.OutgoingMessage)
                    ?? throw new InvalidOperationException("An outbox row without a message.");
                return new OutboxItem(row.Seq, token, row.Attempts, message);
            },
            cancel);
    }

    public Task WordedAsync(OutboxItem item, OutgoingMessage message, CancellationToken cancel)
    {
        var payload = JsonSerializer.Serialize(message, PayloadJson.Readable.OutgoingMessage);
        return store.WriteGuardedAsync(db => Held(db, item).ExecuteUpdateAsync(s => s.SetProperty(o => o.Payload, payload), cancel), cancel);
    }

    public Task SentAsync(OutboxItem item, string platformId, DateTimeOffset now, CancellationToken cancel) => store.WriteGuardedAsync(
        async db =>
        {
            var held = await Held(db, item).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, OutboxState.Sent).SetProperty(o => o.SentAt, now).SetProperty(o => o.PlatformId, platformId)
                    .SetProperty(o => o.ClaimedUntil, 0L).SetProperty(o => o.FailureCode, (string?)null),
                cancel);
            if (held == 1 && PushAddressing.IsPush(item.Message.Key)) await PushWrites.SentAsync(db, item.Message, now, cancel);
        },
        cancel);

    public Task RetryAsync(OutboxItem item, DateTimeOffset next, string code, CancellationToken cancel) => store.WriteGuardedAsync(
        db => Held(db, item).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.Attempts, item.Attempts + 1).SetProperty(o => o.NextTryAt, next).SetProperty(o => o.FailureCode, code)
                .SetProperty(o => o.ClaimedUntil, 0L),
            cancel),
        cancel);

    public Task WithdrawAsync(OutboxItem item, string code, CancellationToken cancel) => EndAsync(item, OutboxState.Withdrawn, code, cancel);

    public Task ParkAsync(OutboxItem item, string code, CancellationToken cancel) => EndAsync(item, OutboxState.Parked, code, cancel);

    private Task EndAsync(OutboxItem item, OutboxState state, string code, CancellationToken cancel) => store.WriteGuardedAsync(
        async db =>
        {
            var held = await Held(db, item).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, state).SetProperty(o => o.FailureCode, code).SetProperty(o => o.ClaimedUntil, 0L), cancel);
            if (held == 1 && state == OutboxState.Withdrawn) await PushWrites.WithdrawnAsync(db, item.Message.Key, cancel);
        },
        cancel);

    private static IQueryable<OutboxRow> Held(BotDb db, OutboxItem item) => db.Outbox.Where(o => o.Seq == item.Seq && o.ClaimToken == item.Token);
}
