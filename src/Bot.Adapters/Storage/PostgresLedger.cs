using System.Data;
using Bot.Adapters.Storage.Rows;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Bot.Adapters.Storage;

/// <summary>
/// The ledger held and read on PostgreSQL: every statement of it, and they are the same for every report, goes there and back at
/// once. Each sees what was committed when the one before it had got its locks.
/// </summary>
internal sealed class PostgresLedger(IModel model)
{
    // A chat's row is written first: whoever lost it stops here, and nobody takes it before the commit.
    private const string Hold = """UPDATE "Chats" SET "WaitUntil" = NULL WHERE "Platform" = $1 AND "ChatId" = $2 AND "ClaimToken" = $3 RETURNING 1""";

    // What is the same for every report is planned once, not each time by how many units it names. Ends with the transaction.
    private const string PlanOnce = "SET LOCAL plan_cache_mode = force_generic_plan";
    private const string Make = """INSERT INTO "LedgerLocks" ("OfficeId", "CampaignId", "UnitId", "Version") VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING""";
    private const string Lock = """SELECT 1 FROM "LedgerLocks" WHERE "OfficeId" = $1 AND "CampaignId" = $2 AND "UnitId" = $3 FOR UPDATE""";

    private static readonly string Peers = $"""
        SELECT slot, ARRAY(
          SELECT b."Thousandths" FROM "Bookings" b
          WHERE b."OfficeId" = $1 AND b."CampaignId" = $2 AND b."SlotId" = slot AND b."Cause" = 'Report' AND NOT b."UnitId" = ANY ($3)
          ORDER BY b."At" DESC LIMIT {HeldLedger.PeersPerSlot})
        FROM unnest($4) AS slot
        """;

    private const string SameText = """
        SELECT DISTINCT "UnitId" FROM "Submissions"
        WHERE "OfficeId" = $1 AND "TextHash" = $2 AND "Id" <> $3 AND "UnitId" IS NOT NULL AND NOT "UnitId" = ANY ($4)
        """;

    private const string Say = """
        INSERT INTO "Outbox" ("Key", "OfficeId", "Platform", "ChatId", "Kind", "Payload", "CreatedAt", "State", "FailureCode", "Attempts", "Began", "Repeats", "ClaimedUntil")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULLIF($9, ''), 0, FALSE, 0, 0) ON CONFLICT ("Key") DO NOTHING
        """;

    private const string Done = """
        UPDATE "Messages" SET "State" = 'Handled', "HandledAt" = $2, "OfficeId" = $3, "SubmissionId" = COALESCE($4, "SubmissionId") WHERE "Id" = ANY ($1)
        """;

    private readonly ModelRow<BookingRow> booking = new(model, "b");
    private readonly ModelRow<ActivityRow> activity = new(model, "a");
    private readonly ModelRow<DueRow> due = new(model, "d");

    /// <summary>What is held; null: the chat's claim was lost.</summary>
    /// <param name="db">Within its transaction.</param>
    /// <param name="handled">Whose units are locked, in the order of their ids.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<HeldLedger?> HoldAsync(BotDb db, HandledSubmission handled, CancellationToken cancel)
    {
        var (office, campaign, units) = (handled.Office!.Value.Value, handled.Revision!.Value.Campaign.Value, handled.Units.Distinct().Order().Select(u => u.Value).ToArray());
        await using var batch = Batch(db);
        Add(batch, Hold, handled.Claim.Chat.Platform.ToString(), handled.Claim.Chat.Id, handled.Claim.Token);
        Add(batch, PlanOnce);
        foreach (var unit in units)
        {
            Add(batch, Make, office, campaign, unit);
            Add(batch, Lock, office, campaign, unit);
        }

        Add(batch, $"""SELECT {booking.Columns} FROM "Bookings" b WHERE b."OfficeId" = $1 AND b."CampaignId" = $2 AND b."UnitId" = ANY ($3)""", office, campaign, units);
        Add(
            batch,
            $"""SELECT {activity.Columns}, u."UnitId" FROM "ActivityUnits" u JOIN "Activities" a ON a."Id" = u."ActivityId" WHERE u."UnitId" = ANY ($3) AND a."OfficeId" = $1 AND a."CampaignId" = $2""",
            office, campaign, units);
        Add(batch, $"""SELECT {due.Columns} FROM "Dues" d WHERE d."OfficeId" = $1 AND d."CampaignId" = $2 AND d."UnitId" = ANY ($3)""", office, campaign, units);
        Add(batch, Peers, office, campaign, units, handled.Slots.Select(s => s.Value).Distinct().ToArray());
        if (handled.Submission is { TextHash.Length: > 0 } said) Add(batch, SameText, office, said.TextHash, said.Id.Value, units);

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var isHeld = await reader.ReadAsync(cancel);
        foreach (var _ in units) await reader.NextResultAsync(cancel); // of a lock; what is made has no result
        var bookings = await reader.NextAsync(booking.Read, cancel);
        var activities = await reader.NextAsync(r => (activity.Read(r), r.GetGuid(r.FieldCount - 1)), cancel);
        var dues = await reader.NextAsync(due.Read, cancel);
        var peers = await reader.NextAsync(r => (Slot: r.GetString(0), Values: r.GetFieldValue<long[]>(1)), cancel);
        var same = handled.Submission is { TextHash.Length: > 0 } ? await reader.NextAsync(r => r.GetGuid(0), cancel) : [];
        return isHeld ? new HeldLedger(bookings, activities, dues, peers.SelectMany(p => p.Values.Select(v => (p.Slot, v))).ToLookup(p => p.Slot, p => p.v), same) : null;
    }

    /// <summary>The end of a submission of an office: the bot's answers are written, and its messages are done with.</summary>
    /// <param name="db">Within its transaction.</param>
    /// <param name="handled">What was handled.</param>
    /// <param name="office">Whose it is.</param>
    /// <param name="says">What the bot says about it, in order.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task CompleteAsync(BotDb db, HandledSubmission handled, OfficeId office, IReadOnlyList<OutgoingMessage> says, CancellationToken cancel)
    {
        await using var batch = Batch(db);
        foreach (var row in says.Where(OutboxWrites.IsKept).Select(s => OutboxWrites.Row(office, s, handled.Now)))
        {
            batch.BatchCommands.Add(PostgresStore.TurnOf(OutboxWrites.TurnOf(new ChatKey(row.Platform, row.ChatId))));
            Add(batch, Say, row.Key, row.OfficeId, row.Platform.ToString(), row.ChatId, row.Kind.ToString(), row.Payload, row.CreatedAt.UtcDateTime, row.State.ToString(), row.FailureCode ?? "");
        }

        Add(batch, Done, handled.Completes.Select(m => m.Value).ToArray(), handled.Now.UtcDateTime, office.Value);
        batch.BatchCommands[^1].Parameters.Add(new NpgsqlParameter { Value = handled.Submission is { } submission ? submission.Id.Value : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlBatch Batch(BotDb db) => new((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value is string text ? CleanTexts.Of(text) : value });
        batch.BatchCommands.Add(command);
    }
}
