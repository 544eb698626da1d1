using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WeCom;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.WeCom;

/// <summary>The real program and the fake WeCom, with a group of two people.</summary>
internal sealed class BotOnWeCom : IAsyncDisposable
{
    public const string Group = "wrCHAT1";
    public const string Zhang = "zhangsan";
    public const string Li = "lizhuren";

    private readonly HttpClient http;
    private static int number;

    private BotOnWeCom(FakeWeCom weCom, RunningBot bot, bool isCalled)
    {
        (WeCom, Bot, IsCalled) = (weCom, bot, isCalled);
        http = new HttpClient { BaseAddress = bot.Address };
    }

    public FakeWeCom WeCom { get; }
    public RunningBot Bot { get; }
    public bool IsCalled { get; }
    public HttpClient Http => http;

    /// <summary>How WeCom signs and closes its callbacks to the bot.</summary>
    public static WeComCrypto Crypto { get; } = new("pamtest", FakeWeCom.AesKey, "");

    public static async Task<BotOnWeCom> ConnectedAsync(params string[] more)
    {
        var fake = await FakeWeCom.StartAsync();
        var group = new BotOnWeCom(fake, await RunningBot.StartAsync(null, fake.Connected(more)), isCalled: false);
        await fake.SubscribedAsync();
        return group;
    }

    /// <summary>A host of its own beside others, on the same data and the same WeCom.</summary>
    public static async Task<BotOnWeCom> HostAsync(FakeWeCom fake, string folder) => new(fake, await RunningBot.StartAsync(folder, fake.Connected()), isCalled: false);

    public static async Task<BotOnWeCom> CalledAsync(params string[] more)
    {
        var fake = await FakeWeCom.StartAsync();
        return new BotOnWeCom(fake, await RunningBot.StartAsync(null, fake.Called(more)), isCalled: true);
    }

    /// <summary>A group is bound and both people are known.</summary>
    public async Task BindAsync()
    {
        await BindCodes.MakeAsync(Bot);
        await AnswerToAsync(Li, "@月报助手 绑定 BINDCODE");
        await AnswerToAsync(Zhang, "@月报助手 登记 JOINCODE");
        await Bot.Store.WriteAsync(
            async db =>
            {
                var ids = Bot.Services.GetRequiredService<IIdSource>();
                var office = await db.Offices.Select(o => o.Id).SingleAsync();
                var admin = new PersonRow { Id = ids.Next(), OfficeId = office, Name = "李主任", Role = Role.Admin };
                db.People.Add(admin);
                db.Accounts.Add(new AccountRow { OfficeId = office, Platform = Platform.WeCom, ExternalId = Li, PersonId = admin.Id });
            },
            default);
    }

    public static JsonObject Text(string text) => new() { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = text } };

    public static JsonObject Image(string url, string? key = null)
    {
        var image = new JsonObject { ["url"] = url };
        if (key is not null) image["aeskey"] = key;
        return new JsonObject { ["msgtype"] = "image", ["image"] = image };
    }

    public static JsonObject Mixed(params JsonObject[] items) => new() { ["msgtype"] = "mixed", ["mixed"] = new JsonObject { ["msg_item"] = new JsonArray([.. items]) } };

    /// <summary>A photo somebody sent, closed; as a message item.</summary>
    public JsonObject Photo(string name, byte[] content) => Image(WeCom.Keep(name, Closed(content)), IsCalled ? null : FakeWeCom.AesKey + "=");

    /// <summary>A message as WeCom tells it.</summary>
    public JsonObject Message(string from, JsonObject content, bool isPrivate = false, string? id = null)
    {
        id ??= $"m-{Interlocked.Increment(ref number)}/+=";
        var said = new JsonObject { ["msgid"] = id, ["aibotid"] = FakeWeCom.BotId, ["chattype"] = isPrivate ? "single" : "group", ["from"] = new JsonObject { ["userid"] = from } };
        if (!isPrivate) said["chatid"] = Group;
        if (IsCalled) said["response_url"] = $"{WeCom.Url}/cgi-bin/aibot/response?response_code=RC-{Uri.EscapeDataString(id)}";
        foreach (var (key, value) in content) said[key] = value?.DeepClone();
        return said;
    }

    /// <summary>Somebody says something; what the bot answers to it.</summary>
    public Task<string> AnswerToAsync(string from, string text, bool isPrivate = false) => AnswerToAsync(Message(from, Text(text), isPrivate));

    /// <summary>What the bot answers to a message.</summary>
    public async Task<string> AnswerToAsync(JsonObject message)
    {
        if (!IsCalled)
        {
            var request = await PushAsync(message);
            return (await WeCom.CallAsync(c => !c.WasRefused && c.Key == request && c.Text.Length > 0)).Text;
        }

        var answer = await PostAsync(message);
        for (var stream = answer?["stream"]; stream is not null; stream = answer?["stream"])
        {
            if ((bool)stream["finish"]!) return (string)stream["content"]!;
            answer = await PostAsync(new JsonObject { ["msgid"] = "refresh", ["from"] = new JsonObject { ["userid"] = Zhang }, ["msgtype"] = "stream", ["stream"] = new JsonObject { ["id"] = (string)stream["id"]! } });
        }

        return "";
    }

    /// <summary>Tells a message over the connection; returns its request's number.</summary>
    public async Task<string> PushAsync(JsonObject message)
    {
        var request = $"CB{Interlocked.Increment(ref number)}";
        await WeCom.PushAsync((string?)message["msgtype"] == "event" ? "aibot_event_callback" : "aibot_msg_callback", request, message);
        return request;
    }

    /// <summary>Tells a message by a callback; what it is answered with at once, opened and verified.</summary>
    public async Task<JsonObject?> PostAsync(JsonObject message)
    {
        var (status, body) = await PostAsync(Crypto.Encrypt(message.ToJsonString()), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        Assert.Equal(HttpStatusCode.OK, status);
        if (body.Length == 0) return null;
        var envelope = (JsonObject)JsonNode.Parse(body)!;
        var opened = Crypto.Open((string)envelope["msgsignature"]!, ((long)envelope["timestamp"]!).ToString(CultureInfo.InvariantCulture), (string)envelope["nonce"]!, (string)envelope["encrypt"]!);
        return (JsonObject)JsonNode.Parse(Assert.IsType<WeComOpened.Message>(opened).Text)!;
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string encrypted, long timestamp, string? signature = null)
    {
        var stamp = timestamp.ToString(CultureInfo.InvariantCulture);
        var url = $"/wecom/bot?msg_signature={signature ?? Crypto.Sign(stamp, "n0nce", encrypted)}&timestamp={stamp}&nonce=n0nce";
        using var content = new StringContent(new JsonObject { ["encrypt"] = encrypted }.ToJsonString(), Encoding.UTF8, "text/plain");
        using var answer = await http.PostAsync(new Uri(url, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A file as WeCom closes it.</summary>
    public static byte[] Closed(byte[] content)
    {
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = WeComCrypto.Key(FakeWeCom.AesKey)!;
        var padded = new byte[content.Length + 32 - (content.Length % 32)];
        content.CopyTo(padded, 0);
        padded.AsSpan(content.Length).Fill((byte)(padded.Length - content.Length));
        return aes.EncryptCbc(padded, aes.Key.AsSpan(0, 16), System.Security.Cryptography.PaddingMode.None);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Bot.DisposeAsync();
        await WeCom.DisposeAsync();
        WeCom.Verify();
    }
}
