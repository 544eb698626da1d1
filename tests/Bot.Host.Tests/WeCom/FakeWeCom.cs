using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.WeCom;

/// <summary>
/// A WeCom of our own over real HTTP and WebSocket: a connection that knows one subscriber, robots, an application, media that
/// come closed. Each call is kept. What a test told it to refuse must be refused in the end, and a call nobody knows fails.
/// </summary>
internal sealed class FakeWeCom : IAsyncDisposable
{
    public const string BotId = "BOT-of-the-tests";
    public const string Secret = "SecretOfTheConnection1";
    public const string RobotKey = "0123abcd-robot-key-of-the-tests";
    public const string CorpId = "ww0123456789";
    public const string AppSecret = "SecretOfTheApplication2";
    public const string AesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<int>> refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (byte[] Content, string? Name)> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> spent = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim called = new(0);
    private readonly Lock gate = new();
    private FakeLine? line;
    private int number;

    private FakeWeCom()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets();
        app.Map("/socket", SocketAsync);
        app.MapGet("/media/{name}", FileAsync);
        app.Map("/cgi-bin/{**path}", AnswerAsync);
        app.MapFallback(context =>
        {
            Unexpected.Enqueue($"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
    }

    public string Url => app.Urls.First();

    /// <summary>Calls in order; signs of life aside.</summary>
    public ConcurrentQueue<WeComCall> Calls { get; } = new();

    /// <summary>Calls no WeCom knows.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = new();

    /// <summary>Signs of life that were heard.</summary>
    public int Pings => pings;

    /// <summary>Whether signs of life are left unanswered.</summary>
    public bool IsMute { get; set; }

    /// <summary>Commands that are taken and never answered.</summary>
    public ConcurrentDictionary<string, bool> Unanswered { get; } = new(StringComparer.Ordinal);

    private int pings;

    public static async Task<FakeWeCom> StartAsync()
    {
        var fake = new FakeWeCom();
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>What the running program needs to use it, over a connection.</summary>
    public string[] Connected(params string[] more) =>
        [.. Common(), "--SafetyMonth:WeCom:Bot:Mode=Connection", $"--SafetyMonth:WeCom:Bot:Id={BotId}", $"--SafetyMonth:WeCom:Bot:Secret={Secret}", .. more];

    /// <summary>What the running program needs to be called.</summary>
    public string[] Called(params string[] more) =>
        [.. Common(), "--SafetyMonth:WeCom:Bot:Mode=Callback", "--SafetyMonth:WeCom:Bot:Token=pamtest", $"--SafetyMonth:WeCom:Bot:EncodingAesKey={AesKey}", .. more];

    /// <summary>The settings of the group's robot.</summary>
    public static string[] Robot() => [$"--SafetyMonth:WeCom:Webhooks:0:Group=联络群", $"--SafetyMonth:WeCom:Webhooks:0:Key=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={RobotKey}"];

    /// <summary>The settings of the application.</summary>
    public static string[] App() =>
    [
        $"--SafetyMonth:WeCom:App:CorpId={CorpId}", "--SafetyMonth:WeCom:App:AgentId=1000002", $"--SafetyMonth:WeCom:App:Secret={AppSecret}",
        "--SafetyMonth:WeCom:App:Token=apptoken", $"--SafetyMonth:WeCom:App:EncodingAesKey={AesKey}",
    ];

    /// <summary>The next call of this kind is refused with that code.</summary>
    public void Refuse(string what, int code) => refusals.GetOrAdd(what, _ => new()).Enqueue(code);

    /// <summary>A file somebody sent, closed already; returns its address.</summary>
    public string Keep(string name, byte[] content, string? called = null)
    {
        files[name] = (content, called);
        return $"{Url}/media/{name}";
    }

    /// <summary>The first call that fits, once it is there.</summary>
    public async Task<WeComCall> CallAsync(Func<WeComCall, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));
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

    public IReadOnlyList<WeComCall> Of(string what) => [.. Calls.Where(c => c.What == what)];

    /// <summary>Until the bot is subscribed for the so-many-th time.</summary>
    public async Task SubscribedAsync(int times = 1)
    {
        await CallAsync(_ => Of("aibot_subscribe").Count(c => !c.WasRefused) >= times);
    }

    /// <summary>Sends a callback over the connection.</summary>
    public Task PushAsync(string command, string request, JsonObject body) =>
        Line().SendAsync(new JsonObject { ["cmd"] = command, ["headers"] = new JsonObject { ["req_id"] = request }, ["body"] = body.DeepClone() });

    /// <summary>The connection breaks.</summary>
    public void Break() => Line().Socket.Abort();

    /// <summary>Another program subscribes as the same bot.</summary>
    public async Task DisplaceAsync()
    {
        var old = Line();
        lock (gate) line = null;
        await old.SendAsync(new JsonObject { ["cmd"] = "aibot_event_callback", ["headers"] = new JsonObject { ["req_id"] = "D" }, ["body"] = new JsonObject { ["msgid"] = "d1", ["msgtype"] = "event", ["event"] = new JsonObject { ["eventtype"] = "disconnected_event" } } });
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate) line?.Socket.Abort();
        await app.DisposeAsync();
        called.Dispose();
    }

    /// <summary>Nothing happened that the test did not foresee, and all it foresaw did.</summary>
    public void Verify()
    {
        Xunit.Assert.Empty(Unexpected);
        Xunit.Assert.All(refusals, r => Xunit.Assert.True(r.Value.IsEmpty, $"{r.Key} was never refused"));
    }

    private string[] Common() =>
    [
        $"--SafetyMonth:WeCom:ApiUrl={Url}", $"--SafetyMonth:WeCom:SocketUrl={Url.Replace("http", "ws", StringComparison.Ordinal)}/socket", $"--SafetyMonth:WeCom:MediaHosts:0={Url}",
        "--SafetyMonth:WeCom:PauseAfterFailure=00:00:00.100", "--SafetyMonth:WeCom:Bot:Names:0=月报助手",
    ];

    private FakeLine Line()
    {
        lock (gate) return line ?? throw new InvalidOperationException("Nobody is subscribed.");
    }

    private async Task SocketAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var mine = new FakeLine(socket);
        try
        {
            while (await mine.ReadAsync() is { } frame) await OnFrameAsync(mine, frame);
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException)
        {
            // Gone.
        }
        finally
        {
            lock (gate)
            {
                if (line == mine) line = null;
            }
        }
    }

    private async Task OnFrameAsync(FakeLine mine, JsonObject frame)
    {
        var command = (string)frame["cmd"]!;
        var request = (string)frame["headers"]!["req_id"]!;
        var body = frame["body"] as JsonObject ?? [];
        if (command == "ping")
        {
            Interlocked.Increment(ref pings);
            called.Release();
            if (!IsMute) await mine.AckAsync(request, 0);
            return;
        }

        var code = command switch
        {
            "aibot_subscribe" => (string?)body["bot_id"] == BotId && (string?)body["secret"] == Secret ? 0 : 853000,
            "aibot_respond_msg" or "aibot_send_msg" or "aibot_respond_welcome_msg" or "aibot_respond_update_msg" or "aibot_upload_media_init" or "aibot_upload_media_chunk" or "aibot_upload_media_finish" => 0,
            _ => -1,
        };
        if (code == -1) Unexpected.Enqueue(command);
        if (refusals.TryGetValue(command, out var queue) && queue.TryDequeue(out var scripted)) code = scripted;
        if (command == "aibot_subscribe" && code == 0)
        {
            lock (gate) line = mine;
        }

        if (!Unanswered.ContainsKey(command))
        {
            JsonObject? result = command switch
            {
                "aibot_upload_media_init" => new JsonObject { ["upload_id"] = "UP1" },
                "aibot_upload_media_finish" => new JsonObject { ["type"] = "file", ["media_id"] = "MID1", ["created_at"] = "1717660800" },
                _ => null,
            };
            await mine.AckAsync(request, code, result);
        }

        Calls.Enqueue(new WeComCall(command, request, body, null, null, code != 0));
        called.Release();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = (string)context.Request.RouteValues["path"]!;
        var query = context.Request.Query;
        var key = (query["key"].FirstOrDefault() ?? query["access_token"].FirstOrDefault() ?? query["response_code"].FirstOrDefault() ?? query["corpsecret"].FirstOrDefault())!;
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        var (file, content) = FakeForm.Read(context.Request.ContentType, copy.ToArray());
        var body = file is null && copy.Length > 0 ? (JsonObject)JsonNode.Parse(copy.ToArray())! : [];
        var code = Code(path, key, file, Encoding.UTF8.GetString(copy.ToArray()));
        if (code == 404) Unexpected.Enqueue(path);
        if (refusals.TryGetValue(path, out var queue) && queue.TryDequeue(out var scripted)) code = scripted;
        Calls.Enqueue(new WeComCall(path, key, body, file, content, code != 0));
        called.Release();
        if (path == "media/get" && code == 0 && files.TryGetValue(query["media_id"].ToString(), out var kept))
        {
            await context.Response.Body.WriteAsync(kept.Content);
            return;
        }

        var answer = new JsonObject { ["errcode"] = code, ["errmsg"] = code == 0 ? "ok" : "from ip: 203.0.113.7, hint: [x]" };
        if (code == 0 && path is "webhook/upload_media" or "media/upload") answer["media_id"] = $"M{Interlocked.Increment(ref number)}";
        if (code == 0 && path == "gettoken") (answer["access_token"], answer["expires_in"]) = ($"TOKEN{Interlocked.Increment(ref number)}", 7200);
        if (code == 0 && path == "message/send") (answer["msgid"], answer["invaliduser"]) = ("m1", (string?)body["touser"] == "nobody" ? "nobody" : "");
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private int Code(string path, string key, string? file, string raw) => path switch
    {
        "webhook/send" => key != RobotKey ? 93000 : raw.Contains("\\u", StringComparison.Ordinal) ? 40033 : 0,
        "webhook/upload_media" => key != RobotKey ? 93000 : file is null ? 44001 : 0,
        "media/upload" => !key.StartsWith("TOKEN", StringComparison.Ordinal) ? 40014 : file is null ? 41005 : 0,
        "message/send" or "media/get" => key.StartsWith("TOKEN", StringComparison.Ordinal) ? 0 : 40014,
        "gettoken" => key == AppSecret ? 0 : 40001,
        "getcallbackip" => 0,
        "aibot/response" => spent.TryAdd(key, true) ? 0 : 40000,
        _ => 404,
    };

    private Task FileAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        if (refusals.TryGetValue("media", out var queue) && queue.TryDequeue(out var status))
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>");
        }

        if (!files.TryGetValue(name, out var kept))
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        if (kept.Name is not null) context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(kept.Name)}";
        return context.Response.Body.WriteAsync(kept.Content).AsTask();
    }
}
