using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Telegram;

/// <summary>
/// A Bot API of our own over real HTTP that behaves like Telegram's: long polls with offsets, files, edits, reactions, refusals. Each call is kept.
/// What a test told it to refuse must be refused in the end, and a method nobody knows fails.
/// </summary>
internal sealed class FakeTelegram : IAsyncDisposable
{
    public const string Token = "7000001:AAFakeTokenOfOurOwn_ForTests-1234567";
    public const long BotId = 7000001;
    public const string BotName = "yuebao_bot";

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<JsonObject> updates = [];
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(JsonObject Refusal, Func<JsonObject, bool> When)>> refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> standings = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim changed = new(0);
    private readonly SemaphoreSlim called = new(0);
    private readonly SemaphoreSlim confirmed = new(0);
    private long nextUpdate = 500_000;
    private long nextMessage = 1000;
    private int polls;

    private FakeTelegram()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost($"/bot{Token}/{{method}}", AnswerAsync);
        app.MapGet($"/file/bot{Token}/{{**path}}", FileAsync);
        app.MapFallback(context =>
        {
            Unexpected.Enqueue($"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = 404;
            return context.Response.WriteAsJsonAsync(new { ok = false, error_code = 404, description = "Not Found" });
        });
    }

    public string Url => app.Urls.First();

    /// <summary>Calls in order, getUpdates aside.</summary>
    public ConcurrentQueue<FakeCall> Calls { get; } = new();

    /// <summary>Calls no Bot API knows.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = new();

    /// <summary>Whether privacy mode is off.</summary>
    public bool HearsAll { get; set; } = true;

    public string WebhookUrl { get; private set; } = "";
    public string? WebhookSecret { get; private set; }
    public int MostPollsAtOnce { get; private set; }

    public static async Task<FakeTelegram> StartAsync()
    {
        var fake = new FakeTelegram();
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>What the running program needs to use it.</summary>
    public string[] Settings(params string[] more) =>
        [$"--SafetyMonth:Telegram:Token={Token}", $"--SafetyMonth:Telegram:ApiUrl={Url}", "--SafetyMonth:Telegram:PauseAfterFailure=00:00:00.050", .. more];

    public void Standing(long chat, string status) => standings[chat.ToString(CultureInfo.InvariantCulture)] = status;

    /// <summary>The next call of this method, or the next that fits, is refused so.</summary>
    public void Refuse(string method, int code, string description, JsonObject? parameters = null, Func<JsonObject, bool>? when = null)
    {
        var refusal = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameters is not null) refusal["parameters"] = parameters;
        refusals.GetOrAdd(method, _ => new()).Enqueue((refusal, when ?? (_ => true)));
    }

    /// <summary>A file somebody could send; returns its id.</summary>
    public string Keep(byte[] content, string path)
    {
        files[path] = content;
        return "F-" + path;
    }

    public long NextMessage() => Interlocked.Increment(ref nextMessage);

    /// <summary>An update for whoever asks; returns its number.</summary>
    public long Update(string kind, JsonObject content)
    {
        lock (gate)
        {
            updates.Add(new JsonObject { ["update_id"] = ++nextUpdate, [kind] = content });
            changed.Release();
            return nextUpdate;
        }
    }

    /// <summary>The updates as they would be sent to a webhook, taken out.</summary>
    public IReadOnlyList<JsonObject> TakeUpdates()
    {
        lock (gate)
        {
            IReadOnlyList<JsonObject> all = [.. updates];
            updates.Clear();
            return all;
        }
    }

    /// <summary>Until every update was confirmed.</summary>
    public async Task ConfirmedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Unconfirmed() > 0) await confirmed.WaitAsync(patience.Token);
    }

    private int Unconfirmed()
    {
        lock (gate) return updates.Count;
    }

    /// <summary>The first call that fits, once it is there.</summary>
    public async Task<FakeCall> CallAsync(Func<FakeCall, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (Calls.FirstOrDefault(fits) is { } call) return call;
            try
            {
                await called.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new InvalidOperationException("No such call. There were:\n" + string.Join('\n', Calls), late);
            }
        }
    }

    public IReadOnlyList<FakeCall> Of(string method) => [.. Calls.Where(c => c.Method == method)];

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        changed.Dispose();
        called.Dispose();
        confirmed.Dispose();
    }

    /// <summary>Nothing happened that the test did not foresee, and all it foresaw did.</summary>
    public void Verify()
    {
        Xunit.Assert.Empty(Unexpected);
        Xunit.Assert.All(refusals, r => Xunit.Assert.True(r.Value.IsEmpty, $"{r.Key} was never refused"));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        var (ask, upload) = await ReadAsync(context);
        if (method == "getUpdates")
        {
            await PollAsync(context, ask);
            return;
        }

        var refusal = RefusalOf(method, ask);
        var result = refusal is null ? Do(method, ask) : null;
        Calls.Enqueue(new FakeCall(method, ask, upload, refusal is not null));
        called.Release();
        if (result is null && refusal is null)
        {
            Unexpected.Enqueue(method);
            refusal = new JsonObject { ["ok"] = false, ["error_code"] = 404, ["description"] = "Not Found" };
        }

        await WriteAsync(context, refusal ?? new JsonObject { ["ok"] = true, ["result"] = result });
    }

    private JsonObject? RefusalOf(string method, JsonObject ask) =>
        refusals.TryGetValue(method, out var queue) && queue.TryPeek(out var next) && next.When(ask) && queue.TryDequeue(out var one) ? one.Refusal : null;

    private JsonNode? Do(string method, JsonObject ask)
    {
        switch (method)
        {
            case "getMe":
                return new JsonObject { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "月报助手", ["username"] = BotName, ["can_read_all_group_messages"] = HearsAll };
            case "getWebhookInfo":
                return new JsonObject { ["url"] = WebhookUrl, ["has_custom_certificate"] = false, ["pending_update_count"] = 0 };
            case "setWebhook":
                (WebhookUrl, WebhookSecret) = ((string)ask["url"]!, (string?)ask["secret_token"]);
                return true;
            case "deleteWebhook":
                WebhookUrl = "";
                return true;
            case "setMyCommands" or "answerCallbackQuery" or "setMessageReaction":
                return true;
            case "getChatMember":
                return new JsonObject { ["status"] = standings.GetValueOrDefault(ask["chat_id"]!.ToString(), "member"), ["user"] = new JsonObject { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "x" } };
            case "getFile":
                return new JsonObject { ["file_id"] = (string)ask["file_id"]!, ["file_unique_id"] = "u", ["file_path"] = ((string)ask["file_id"]!)[2..] };
            case "sendMessage" or "sendDocument" or "editMessageReplyMarkup":
                if (((string?)ask["text"])?.Length > 4096 || ((string?)ask["caption"])?.Length > 1024) return null;
                return new JsonObject { ["message_id"] = (long?)ask["message_id"] ?? NextMessage(), ["date"] = 0, ["chat"] = new JsonObject { ["id"] = ask["chat_id"]!.DeepClone() } };
            default:
                return null;
        }
    }

    // Held open until there is something, as long as was asked for; a question with an offset confirms what is below.
    private async Task PollAsync(HttpContext context, JsonObject ask)
    {
        if (RefusalOf("getUpdates", ask) is { } refusal)
        {
            await WriteAsync(context, refusal);
            return;
        }

        if (WebhookUrl.Length > 0)
        {
            await WriteAsync(context, new JsonObject { ["ok"] = false, ["error_code"] = 409, ["description"] = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first" });
            return;
        }

        var at = Interlocked.Increment(ref polls);
        lock (gate) MostPollsAtOnce = Math.Max(MostPollsAtOnce, at);
        try
        {
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, app.Lifetime.ApplicationStopping);
            wait.CancelAfter(TimeSpan.FromSeconds((int?)ask["timeout"] ?? 0));
            while (true)
            {
                var ready = Ready((long?)ask["offset"]);
                if (ready.Count > 0 || wait.IsCancellationRequested)
                {
                    if (!context.RequestAborted.IsCancellationRequested) await WriteAsync(context, new JsonObject { ["ok"] = true, ["result"] = ready });
                    return;
                }

                try
                {
                    await changed.WaitAsync(wait.Token);
                }
                catch (OperationCanceledException)
                {
                    // Time is up.
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref polls);
        }
    }

    private JsonArray Ready(long? offset)
    {
        lock (gate)
        {
            if (offset is { } from && updates.RemoveAll(u => (long)u["update_id"]! < from) > 0) confirmed.Release();
            return [.. updates.Take(100).Select(u => (JsonNode)u.DeepClone())];
        }
    }

    private Task FileAsync(HttpContext context)
    {
        if (RefusalOf("file", []) is not null)
        {
            context.Response.StatusCode = 502;
            return Task.CompletedTask;
        }

        return files.TryGetValue((string)context.Request.RouteValues["path"]!, out var content) ? context.Response.Body.WriteAsync(content).AsTask() : Task.FromResult(context.Response.StatusCode = 404);
    }

    private static async Task<(JsonObject Ask, FakeUpload? Upload)> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return ((JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!, null);
        var form = await context.Request.ReadFormAsync();
        var ask = new JsonObject();
        foreach (var (key, value) in form)
        {
            var text = value.ToString();
            ask[key] = text.StartsWith('{') || text.StartsWith('[') || long.TryParse(text, out _) ? JsonNode.Parse(text) : text;
        }

        var file = form.Files.Single();
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return (ask, new FakeUpload(file.Name, file.FileName, content.ToArray()));
    }

    private static async Task WriteAsync(HttpContext context, JsonObject answer)
    {
        if (answer["error_code"] is { } code) context.Response.StatusCode = (int)code;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}

/// <summary>A call that was made.</summary>
internal sealed record FakeCall(string Method, JsonObject Ask, FakeUpload? Upload, bool WasRefused)
{
    public string Text => (string?)Ask["text"] ?? (string?)Ask["caption"] ?? "";
    public long Chat => (long?)Ask["chat_id"] ?? 0;
    public long? Answers => (long?)Ask["reply_parameters"]?["message_id"];
    public override string ToString() => $"{Method} {Ask.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })} {Upload?.FileName}";
}

/// <summary>A file in a call.</summary>
internal sealed record FakeUpload(string Field, string FileName, byte[] Content);
