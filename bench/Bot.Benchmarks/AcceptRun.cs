using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Adapters;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bot.Benchmarks;

/// <summary>
/// The accept path, from a webhook's request to a durable 200, beside a bare endpoint that inserts one row and commits: the same
/// web server, the same PostgreSQL, the same connections, in turns within one run.
/// </summary>
internal static class AcceptRun
{
    private const int Rounds = 5;
    private static readonly int[] Connections = [1, 16, 64];
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(3);

    public static async Task PrintAsync(string connection, TextWriter output)
    {
        await using var store = new PostgresStore(connection);
        await new Schema(store).MigrateAsync(default);
        await using (var table = store.Connections.CreateCommand("CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, body text NOT NULL)")) await table.ExecuteNonQueryAsync();
        await using var app = Build(store);
        await app.StartAsync(CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 128 }) { BaseAddress = new Uri(app.Urls.First()) };
        await MeasureAsync(http, "/bare", 16);
        await MeasureAsync(http, "/webhook", 16);
        await output.WriteLineAsync("connections   bare/s   accepted/s   ratio (median of rounds)");
        foreach (var connections in Connections)
        {
            var rounds = new List<(double Bare, double Accepted)>();
            for (var round = 0; round < Rounds; round++) rounds.Add((await MeasureAsync(http, "/bare", connections), await MeasureAsync(http, "/webhook", connections)));
            var median = rounds.OrderBy(r => r.Accepted / r.Bare).ElementAt(Rounds / 2);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{connections,11} {median.Bare,8:0} {median.Accepted,12:0} {median.Accepted / median.Bare,7:0.00}"));
        }
    }

    private static WebApplication Build(PostgresStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var ids = new UuidV7(TimeProvider.System);
        var inbox = new PostgresInbox(store, new InboxStore(store));
        app.MapPost("/bare", async (HttpRequest request, CancellationToken cancel) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync(cancel);
            await using var insert = store.Connections.CreateCommand("INSERT INTO bare (id, body) VALUES ($1, $2)");
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ids.Next() });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = body });
            await insert.ExecuteNonQueryAsync(cancel);
            return Results.Ok();
        });
        app.MapPost("/webhook", async (HttpRequest request, CancellationToken cancel) =>
        {
            using var update = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
            var message = update.RootElement.GetProperty("message");
            var chat = new ChatKey(Platform.Telegram, message.GetProperty("chat").GetInt64().ToString(CultureInfo.InvariantCulture));
            var now = TimeProvider.System.GetUtcNow();
            var id = ids.Next();
            var isNew = await inbox.AcceptAsync(
                new IncomingMessage
                {
                    Id = new MessageId(id), Key = new MessageKey(chat, message.GetProperty("id").GetString()!, 0), Event = MessageEvent.Said,
                    Sender = new AccountKey(Platform.Telegram, "7"), SenderName = "安全员", SaidAt = now, ReceivedAt = now, Text = message.GetProperty("text").GetString()!,
                },
                cancel);
            return isNew ? Results.Ok() : Results.Conflict();
        });
        return app;
    }

    // Each connection sends one request after the other for a while; the answers per second.
    private static async Task<double> MeasureAsync(HttpClient http, string path, int connections)
    {
        var done = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async connection =>
        {
            for (var i = 0; Stopwatch.GetElapsedTime(started) < Each; i++)
            {
                var body = $$$"""{"message":{"id":"{{{started}}}-{{{connection}}}-{{{i}}}","chat":{{{-1000 - (connection % 200)}}},"text":"6月12日组织应急疏散演练1场，{{{20 + (i % 100)}}}人参加"}}""";
                using var content = new StringContent(body);
                using var answer = await http.PostAsync(path, content);
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref done);
            }
        }));
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
