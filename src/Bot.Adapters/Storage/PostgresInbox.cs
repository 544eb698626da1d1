using Bot.Domain.Messages;
using Npgsql;

namespace Bot.Adapters.Storage;

/// <summary>
/// The inbox on PostgreSQL. What every message needs goes there and back once, as one statement; what has attachments, and is rarer,
/// takes the common way.
/// </summary>
internal sealed class PostgresInbox(PostgresStore store, InboxStore common) : IInboxStore
{
    // Values in the order of Parameters. A message that is there already leaves everything as it is.
    private const string Insert = """
        WITH message AS (
          INSERT INTO "Messages" ("Id", "Platform", "ChatId", "ExternalId", "Revision", "Event", "SenderId", "SenderName", "SaidAt", "SaidAtSource",
            "ReceivedAt", "Album", "Quotes", "TextHash", "ImportKey", "State", "Attempts")
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'Waiting', 0)
          ON CONFLICT DO NOTHING RETURNING "Id"),
        words AS (INSERT INTO "MessageTexts" ("MessageId", "Text") SELECT "Id", $16 FROM message WHERE $16 <> ''),
        chat AS (INSERT INTO "Chats" ("Platform", "ChatId", "ClaimedUntil") SELECT $2, $3, 0 FROM message
          WHERE NOT EXISTS (SELECT 1 FROM "Chats" WHERE "Platform" = $2 AND "ChatId" = $3) ON CONFLICT DO NOTHING)
        SELECT COUNT(*) FROM message
        """;

    private const string InsertWithLine = """
        , line AS (INSERT INTO "WebChatLines" ("ChatId", "RefId", "FromBot", "Opens") SELECT $3, $17, $18, $19 FROM message)
        SELECT COUNT(*) FROM message
        """;

    private static readonly string WithLine = Insert.Replace("\nSELECT COUNT(*) FROM message", InsertWithLine, StringComparison.Ordinal);

    public async Task<bool> AcceptAsync(IncomingMessage message, CancellationToken cancel)
    {
        if (message.Attachments.Count > 0) return await common.AcceptAsync(message, cancel);
        var isOnPage = message.Key.Chat.Platform == Platform.WebChat;

        // A batch is one transaction and one round trip.
        await using var batch = store.Connections.CreateBatch();
        if (isOnPage) batch.BatchCommands.Add(PostgresStore.TurnOf(WebChatLines.TurnOf(message.Key.Chat.Id)));
        var insert = new NpgsqlBatchCommand(isOnPage ? WithLine : Insert);
        Fill(insert.Parameters, message);
        if (isOnPage) FillLine(insert.Parameters, message);
        batch.BatchCommands.Add(insert);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        if (isOnPage) await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        return reader.GetInt64(0) == 1;
    }

    private static void Fill(NpgsqlParameterCollection parameters, IncomingMessage message)
    {
        var row = MessageMapping.Row(message);
        parameters.Add(Value(row.Id));
        parameters.Add(Value(row.Platform.ToString()));
        parameters.Add(Text(row.ChatId));
        parameters.Add(Text(row.ExternalId));
        parameters.Add(Value(row.Revision));
        parameters.Add(Value(row.Event.ToString()));
        parameters.Add(Text(row.SenderId));
        parameters.Add(Text(row.SenderName));
        parameters.Add(Value(row.SaidAt.UtcDateTime));
        parameters.Add(Value(row.SaidAtSource.ToString()));
        parameters.Add(Value(row.ReceivedAt.UtcDateTime));
        parameters.Add(Text(row.Album));
        parameters.Add(Text(row.Quotes));
        parameters.Add(Text(row.TextHash));
        parameters.Add(Text(row.ImportKey));
        parameters.Add(Text(message.Text));
    }

    private static void FillLine(NpgsqlParameterCollection parameters, IncomingMessage message)
    {
        var line = WebChatLines.Of(message);
        parameters.Add(Text(line.RefId));
        parameters.Add(Value(line.FromBot));
        parameters.Add(Value(line.Opens));
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Text(string? value) => value is null
        ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }
        : new NpgsqlParameter<string> { TypedValue = CleanTexts.Of(value) };
}
