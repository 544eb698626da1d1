using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>Step 5: a chat is claimed in the database, for a time on the database's own clock, and handed over when it runs out.</summary>
internal sealed class ChatClaims(Store store, IIdSource ids) : IChatClaims
{
    private const long LeaseMilliseconds = 30_000;

    public async Task<ChatClaim?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var token = ids.Next();
        var at = now.UtcDateTime;

        // Identifiers come from this class and the store, values are parameters.
        var sql = $$"""
            UPDATE "Chats" SET "ClaimToken" = {0}, "ClaimedUntil" = {{store.NowMilliseconds}} + {1}
            WHERE ("Platform", "ChatId") = (
              SELECT c."Platform", c."ChatId" FROM "Chats" c
              JOIN "Messages" m ON m."Platform" = c."Platform" AND m."ChatId" = c."ChatId" AND m."State" = 'Waiting'
              WHERE c."ClaimedUntil" < {{store.NowMilliseconds}} AND (c."WaitUntil" IS NULL OR c."WaitUntil" <= {2})
              ORDER BY m."Seq" LIMIT 1 {{store.SkipLocked("c")}})
            RETURNING "Platform" || ' ' || "ChatId" AS "Value"
            """;
        var claimed = await store.WriteOnceAsync(
            async db => await db.Database.SqlQueryRaw<string>(sql, token, LeaseMilliseconds, at).ToListAsync(cancel), cancel);
        if (claimed.Count == 0) return null;
        var parts = claimed[0].Split(' ', 2);
        return new ChatClaim(new ChatKey(Enum.Parse<Platform>(parts[0]), parts[1]), token);
    }

    public async Task<ChatClaim?> ClaimAsync(ChatKey chat, DateTimeOffset now, CancellationToken cancel)
    {
        var (token, at) = (ids.Next(), now.UtcDateTime);
        var sql = $$"""
            UPDATE "Chats" SET "ClaimToken" = {0}, "ClaimedUntil" = {{store.NowMilliseconds}} + {1}
            WHERE "Platform" = {2} AND "ChatId" = {3} AND "ClaimedUntil" < {{store.NowMilliseconds}} AND ("WaitUntil" IS NULL OR "WaitUntil" <= {4})
            """;
        return await store.WriteOnceAsync(db => db.Database.ExecuteSqlRawAsync(sql, [token, LeaseMilliseconds, chat.Platform.ToString(), chat.Id, at], cancel), cancel) == 1 ? new ChatClaim(chat, token) : null;
    }

    public Task<IReadOnlyList<IncomingMessage>> WaitingAsync(ChatClaim claim, int atMost, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var rows = await db.Messages
                .Where(m => m.Platform == claim.Chat.Platform && m.ChatId == claim.Chat.Id && m.State == MessageState.Waiting)
                .OrderBy(m => m.Seq).Take(atMost)
                .Select(m => new
                {
                    m, Text = db.MessageTexts.Where(t => t.MessageId == m.Id).Select(t => t.Text).FirstOrDefault(), Files = db.Attachments.Where(a => a.MessageId == m.Id).ToList(),
                }).ToListAsync(cancel);
            return (IReadOnlyList<IncomingMessage>)[.. rows.Select(r => MessageMapping.Message(r.m, r.Text ?? "", r.Files))];
        },
        cancel);

    public async Task<bool> RenewAsync(ChatClaim claim, CancellationToken cancel)
    {
        var sql = $$"""UPDATE "Chats" SET "ClaimedUntil" = {{store.NowMilliseconds}} + {0} WHERE "Platform" = {1} AND "ChatId" = {2} AND "ClaimToken" = {3}""";
        return await store.WriteOnceAsync(db => db.Database.ExecuteSqlRawAsync(sql, [LeaseMilliseconds, claim.Chat.Platform.ToString(), claim.Chat.Id, claim.Token], cancel), cancel) == 1;
    }

    public Task ReleaseAsync(ChatClaim claim, DateTimeOffset? waitUntil, CancellationToken cancel) => store.WriteOnceAsync(
        db => Held(db, claim).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.ClaimToken, (Guid?)null).SetProperty(c => c.ClaimedUntil, 0L).SetProperty(c => c.WaitUntil, waitUntil), cancel),
        cancel);

    public Task<bool> FailedAsync(ChatClaim claim, MessageId message, string code, int attemptsAllowed, CancellationToken cancel) => store.WriteGuardedAsync(
        async db =>
        {
            // What was committed although its answer got lost is done.
            if (await db.Messages.SingleOrDefaultAsync(m => m.Id == message.Value && m.State == MessageState.Waiting, cancel) is not { } row) return true;
            row.Attempts++;
            row.FailureCode = code;
            if (row.Attempts >= attemptsAllowed) row.State = MessageState.Parked;
            return row.State == MessageState.Parked;
        },
        cancel);

    /// <summary>The chat's row while it is held under the claim.</summary>
    internal static IQueryable<ChatRow> Held(BotDb db, ChatClaim claim) =>
        db.Chats.Where(c => c.Platform == claim.Chat.Platform && c.ChatId == claim.Chat.Id && c.ClaimToken == claim.Token);
}
